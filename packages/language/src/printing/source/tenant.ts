import { addressOf, type TenantIdentity, type TenantObject } from '@entitle/graph'
import { text } from '../fields.ts'
import { writtenDays } from './duration.ts'
import { leftOver } from './left-over.ts'
import { nameFrom } from './name-from.ts'
import { of, type Said, said, together, type Unsaid, unsaid } from './said.ts'
import { sentence, withBlock } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'
import { uniqueNames } from './unique-names.ts'

/** The declaration of the tenant, with what happens to guests whose last access ends. */
export const tenant = (
  identity: TenantIdentity,
  settings: TenantObject | undefined,
  taken: readonly string[],
  { also }: Pick<Surroundings, 'also'>,
): Said<Unsaid> => {
  const { displayName, id, domain, cloud } = identity
  const wish = isName(identity.name)
    ? identity.name
    : nameFrom(displayName === '' ? (domain ?? '') : displayName, 'tenant')
  const [name = wish] = uniqueNames([{ wish, word: 'tenant' }], taken)
  const after = settings === undefined ? said() : of(settings.address, offboarding(settings))
  const block = [
    ...(domain === undefined ? [] : [sentence('domain', lineLiteral(domain))]),
    ...(id === undefined ? [] : [sentence('id', lineLiteral(id))]),
    ...(cloud === 'global' ? [] : [sentence('cloud', cloud)]),
    ...(identity.protected ? [sentence('protected')] : []),
    ...after.sentences,
    ...also(addressOf('settings', 'settings')),
  ]
  const title = displayName === name ? [] : [lineLiteral(displayName)]
  return { sentences: [withBlock(['tenant', name, ...title], block)], gaps: after.gaps }
}

const isName = (name: string): boolean => /^[_\p{L}][_\p{L}\p{Nd}]*(-[_\p{L}\p{Nd}]+)*$/u.test(name)

/** Without a statement the tenant's setting is kept. https://learn.microsoft.com/graph/api/resources/entitlementmanagementsettings */
const offboarding = ({ properties }: TenantObject): Said => {
  const action = text(properties.externalUserLifecycleAction)
  const duration = text(properties.durationUntilExternalUserDeletedAfterBlocked)
  const rest: Said = {
    sentences: [],
    gaps: leftOver(properties, ['externalUserLifecycleAction', 'durationUntilExternalUserDeletedAfterBlocked']),
  }
  const lead = 'external user offboarding'
  switch (action) {
    case undefined:
      return rest
    case 'none':
      return together(said(sentence(`${lead} none`)), rest)
    case 'blockSignIn':
      return together(said(sentence(`${lead} block sign-in`)), rest)
    case 'blockSignInAndDelete': {
      const days = duration === 'P0D' ? { words: '0 days', exact: true } : writtenDays(duration ?? '')
      return days?.exact === true
        ? together(said(sentence(`${lead} block sign-in, delete after ${days.words}`)), rest)
        : together(
            unsaid(
              'durationUntilExternalUserDeletedAfterBlocked',
              `The language deletes guests after whole days, not after ${duration ?? 'no time'}. Deploying keeps the setting as it is in the tenant.`,
            ),
            rest,
          )
    }
    default:
      return together(
        unsaid(
          'externalUserLifecycleAction',
          `The language has no words for ${action}. Deploying keeps the setting as it is in the tenant.`,
        ),
        rest,
      )
  }
}
