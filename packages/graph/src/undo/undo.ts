import type { Outcome } from '../apply/outcome.ts'
import type { Address, KindName, TenantIdentity, TenantObject } from '../model/tenant.ts'
import type { Made } from '../plan/made.ts'

/** Something that a deployment did and that undoing it can't take back, or not wholly. */
export interface Lasting {
  readonly kind: KindName
  readonly address: Address
  /** What stays so and why, and what a person can do about it: sentences. */
  readonly what: string
}

/** What undoes a deployment: the tenant as it was, as far as the deployment changed it, and what the deployment made. It holds no secret. */
export interface Undo {
  readonly format: 'entitle-undo/1'
  readonly tenant: TenantIdentity & { readonly tenantId: string }
  /** When the deployment began, in UTC. */
  readonly deployed: string
  /** `under-way`: how the deployment ended is not known, and this holds everything that it may have changed. */
  readonly status: 'under-way' | Outcome['status']
  /**
   * Desired objects: with an `id` those that were changed, saying the former values, and what they lie in, saying nothing; without one those
   * that were deleted, saying everything.
   */
  readonly former: readonly TenantObject[]
  readonly made: readonly Made[]
  readonly lasting: readonly Lasting[]
}

/** How many objects it gives back: made again or given their former values, and taken away. */
export const restored = ({ former, made }: Pick<Undo, 'former' | 'made'>): number =>
  former.filter(({ id, properties }) => id === undefined || Object.keys(properties).length > 0).length + made.length
