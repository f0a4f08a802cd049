import { isObj, itemsIn } from '../kinds/shape.ts'
import type { Value } from '../model/tenant.ts'
import type { Asked } from './account.ts'
import type { Deed } from './deed.ts'

/**
 * The service plans that entitlement management is part of, whatever product brings them (Entra Suite and Microsoft 365 E5 among others).
 * https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
 */
export const servicePlans = {
  p2: { id: 'eec0eb4f-6444-4f95-aba0-50c24d67f998', label: 'Microsoft Entra ID P2' },
  governance: { id: 'e866a266-3cff-43a3-acca-0c90a7e00c8b', label: 'Microsoft Entra ID Governance' },
} as const
export type Licence = keyof typeof servicePlans

/** Something that takes a licence. `sure` is false where Microsoft's pages disagree. */
export interface Feature {
  readonly what: string
  readonly licence: Licence
  readonly sure: boolean
}

const feature = (what: string, licence: Licence, sure = true): Feature => ({ what, licence, sure })

/** https://learn.microsoft.com/entra/id-governance/licensing-fundamentals */
export const features = {
  basics: feature('entitlement management itself', 'p2'),
  automatic: feature('automatic assignment', 'governance'),
  workflows: feature('workflows (custom extensions)', 'governance'),
  sponsors: feature('sponsors of users as approvers', 'governance'),
  onBehalf: feature('requests by managers for their reports', 'governance'),
  invited: feature('direct assignment to people outside the directory', 'governance'),
  packageReviews: feature('reviews of access packages', 'governance', false),
} as const

/** What of the licensed features one object uses. */
export function featuresOf({ kind, properties }: Pick<Deed, 'kind' | 'properties'>): readonly Feature[] {
  if (kind === 'custom-workflow-extension') return [features.basics, features.workflows]
  if (kind === 'assignment')
    return [
      features.basics,
      ...(isObj(properties.target) && properties.target.invited === true ? [features.invited] : []),
    ]
  if (kind !== 'assignment-policy') return [features.basics]
  return [
    features.basics,
    ...(isTrue(properties, 'automaticRequestSettings', 'requestAccessForAllowedTargets') ? [features.automatic] : []),
    ...(isTrue(properties, 'requestorSettings', 'enableOnBehalfRequestorsToAddAccess') ? [features.onBehalf] : []),
    ...(itemsIn(properties.customExtensionStageSettings).length > 0 ? [features.workflows] : []),
    ...(isTrue(properties, 'reviewSettings', 'isEnabled') ? [features.packageReviews] : []),
    ...(approverKinds(properties).includes('targetUserSponsors') ? [features.sponsors] : []),
  ]
}

const isTrue = (properties: Deed['properties'], part: string, name: string): boolean => {
  const value = properties[part]
  return isObj(value) && value[name] === true
}

const slotsOfStage = [
  'primaryApprovers',
  'fallbackPrimaryApprovers',
  'escalationApprovers',
  'fallbackEscalationApprovers',
]

const approverKinds = ({ requestApprovalSettings: settings }: Deed['properties']): readonly string[] =>
  itemsIn(isObj(settings) ? settings.stages : undefined).flatMap(stage =>
    slotsOfStage.flatMap(slot => itemsIn(isObj(stage) ? stage[slot] : undefined).map(typeOf)),
  )

const typeOf = (value: Value): string =>
  isObj(value) ? String(value['@odata.type'] ?? '').replace(/^#?microsoft\.graph\./, '') : ''

/** Whether the tenant has what a feature takes; ID Governance brings what P2 has. */
export const isLicensed = ({ licence }: Feature, plans: ReadonlySet<string>): boolean =>
  plans.has(servicePlans.governance.id) || (licence === 'p2' && plans.has(servicePlans.p2.id))

/** The licences in force, by name. */
export const licenceNames = (plans: Asked<ReadonlySet<string>>): readonly string[] =>
  'known' in plans ? Object.values(servicePlans).flatMap(({ id, label }) => (plans.known.has(id) ? [label] : [])) : []
