import type { Account } from './account.ts'
import type { Deed } from './deed.ts'
import { type Diagnosis, ok } from './diagnosis.ts'
import { type Feature, features, featuresOf, isLicensed, licenceNames, servicePlans } from './licences.ts'
import { licensed } from './licensed.ts'

/** Which licences the tenant has, and whether they cover what is declared. */
export function licenceLines(account: Account, deeds: readonly Deed[] | undefined): readonly Diagnosis[] {
  const { servicePlans: plans } = account
  const used = [...new Set((deeds ?? []).flatMap(featuresOf))]
  if ('unknown' in plans)
    return [
      {
        topic: 'licence',
        state: 'not-determined',
        says: `Which licences the tenant has is not known${needs(used)}`,
        because: plans.unknown,
        remedy: `An account that has ${plans.permission ?? 'LicenseAssignment.Read.All'} can tell.`,
      },
    ]
  const names = licenceNames(plans)
  const lacking = deeds === undefined ? [] : licensed(deeds, account)
  const held = names.length === 0 ? [] : [ok('licence', names.join(' and '))]
  if (deeds === undefined && !isLicensed(features.basics, plans.known)) return [noneAtAll]
  const covered = used.filter(feature => isLicensed(feature, plans.known)).map(({ what }) => what)
  return [
    ...held,
    ...(covered.length === 0 ? [] : [ok('licence', `Enough for what these sources use: ${covered.join(', ')}`)]),
    ...lacking,
  ]
}

const needs = (used: readonly Feature[]): string => {
  const more = used.filter(({ licence, sure }) => sure && licence === 'governance').map(({ what }) => what)
  return more.length === 0
    ? ''
    : `; these sources use ${more.join(', ')}, which ${more.length === 1 ? 'takes' : 'take'} ${servicePlans.governance.label}`
}

const noneAtAll: Diagnosis = {
  topic: 'licence',
  state: 'problem',
  says: 'The tenant has no licence for entitlement management',
  because: `that takes ${servicePlans.p2.label} or ${servicePlans.governance.label}, alone or in a product that holds it`,
  remedy: 'Add the licence.',
}
