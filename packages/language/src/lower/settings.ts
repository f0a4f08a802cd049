import type { TenantObject } from '@entitle/graph'
import type { TenantElement } from '../resolve/program.ts'
import { isoDuration } from './iso-duration.ts'
import { objectOf } from './lowering.ts'

/**
 * What happens to guests whose last assignment ends; nothing where the sources don't say, so that the tenant's setting is kept.
 * https://learn.microsoft.com/graph/api/resources/entitlementmanagementsettings
 */
export const settings = ({ offboarding }: TenantElement): TenantObject[] => {
  if (offboarding === undefined) return []
  const { value, range } = offboarding
  const action =
    value.action === 'none' ? 'none' : value.deleteAfterDays === undefined ? 'blockSignIn' : 'blockSignInAndDelete'
  return [
    objectOf({
      kind: 'settings',
      name: 'settings',
      properties: {
        externalUserLifecycleAction: action,
        ...(value.action === 'block' && value.deleteAfterDays !== undefined
          ? { durationUntilExternalUserDeletedAfterBlocked: isoDuration(value.deleteAfterDays * 1440) }
          : {}),
      },
      range,
    }),
  ]
}
