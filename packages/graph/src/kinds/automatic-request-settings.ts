import type { Value } from '../model/tenant.ts'
import type { PropertyChange } from './property-change.ts'
import type { Risk } from './risk.ts'
import { isObj, itemsIn, object, off, type Shape } from './shape.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageautomaticrequestsettings: one that requests nothing is none. */
export const automaticRequestSettings: Shape = object(
  {
    requestAccessForAllowedTargets: off,
    removeAccessWhenTargetLeavesAllowedTargets: off,
    gracePeriodBeforeAccessRemoval: { is: 'duration', absent: 'P0D' },
  },
  { isNothing: value => value.requestAccessForAllowedTargets !== true },
)

/**
 * Whom a rule matches gets access without asking, and whom it no longer matches loses it.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy
 */
export function automationRisk(changes: readonly PropertyChange[]): Risk | undefined {
  const follows = (value: Value | undefined) => itemsIn(value).some(each => isObj(each) && 'membershipRule' in each)
  const ended = changes.some(
    ({ path, before, after }) =>
      (path === 'specificAllowedTargets' && follows(before)) ||
      (path === 'automaticRequestSettings' && isObj(before) && !isObj(after)),
  )
  if (ended) return 'may-end-access'
  return changes.some(
    ({ path, after }) =>
      (path === 'specificAllowedTargets' && follows(after)) || (path === 'automaticRequestSettings' && isObj(after)),
  )
    ? 'may-grant-access'
    : undefined
}
