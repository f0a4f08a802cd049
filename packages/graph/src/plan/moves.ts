import { parentOf } from '../kinds/em.ts'
import { foldId } from '../kinds/fold.ts'
import { isObj } from '../kinds/shape.ts'
import type { Matching } from '../match/matching.ts'
import { type Address, isRef, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Step } from './plan.ts'

/** One person's access that goes from one policy to another: `from` is ended, `to` is granted. */
export interface Move {
  readonly from: TenantObject
  readonly to: TenantObject
  /** An earlier deployment ended `from` already and was broken off before it granted `to`. */
  readonly begun?: boolean
  /** The person has `to` already, so that nothing is to be granted. */
  readonly there?: boolean
}

/**
 * People whom the sources assign under one policy and who have the package under another one. Graph lets nobody have a package twice, and
 * has no request that changes the policy of an assignment: `adminUpdate` takes dates and answers only.
 * https://learn.microsoft.com/graph/api/entitlementmanagement-post-assignmentrequests
 */
export function declaredMoves({ pairs, missing, addresses }: Matching, live: Tenant): readonly Move[] {
  const declared = new Set(pairs.map(pair => pair.live))
  const left = live.objects.filter(object => object.kind === 'assignment' && !declared.has(object))
  return missing.flatMap(to => {
    const person = to.kind === 'assignment' ? personIn(to) : undefined
    const home = addresses.get(packageOf(to))
    const from = left.find(each => packageOf(each) === home && personIn(each) === person)
    return person === undefined || home === undefined || from === undefined ? [] : [{ from, to }]
  })
}

/** Whether the live policy of this address gives its package to people by a rule, and would give it again. */
export const isAutomatic = ({ objects }: Tenant, address: Address | undefined): boolean => {
  const policy = objects.find(each => each.address === address)
  const settings = policy?.properties.automaticRequestSettings
  return isObj(settings) && settings.requestAccessForAllowedTargets === true
}

/** The id of whoever an assignment is for, as it is compared; undefined where the directory doesn't know them. */
export const personIn = ({ properties: { target } }: TenantObject): string | undefined =>
  isRef(target) && target.id !== undefined && target.id !== '' ? foldId(target.id) : undefined

/** The address of the package that an assignment gives. */
export const packageOf = ({ parent = '' }: Pick<TenantObject, 'parent'>): string => parentOf(parent)

/** Whether a step ends what a person gets elsewhere. */
export const isMovedAway = ({ action, reason }: Pick<Step, 'action' | 'reason'>): boolean =>
  action === 'delete' && reason === 'moved'
