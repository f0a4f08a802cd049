import {
  type Address,
  bind,
  type Change,
  type Directory,
  diff,
  type Finding,
  match,
  type Tenant,
  type Unread,
} from '@entitle/graph'
import type { Desired } from '../lower/lower.ts'

/** A live tenant as it was read, and where names of directory objects lead. */
export interface Live {
  readonly tenant: Tenant
  readonly directory: Directory
  readonly unread: readonly Unread[]
}

/** What sources say of a live tenant. */
export interface Account {
  /** Live objects that they declare. */
  readonly held: ReadonlySet<Address>
  /** What deploying them would do. */
  readonly changes: readonly Change[]
  /** Why it isn't known which live object a declaration means. */
  readonly questions: readonly Finding[]
  /** Live addresses by the declared ones. */
  readonly addresses: ReadonlyMap<Address, Address>
}

/** Compares what sources ask with what the tenant has, as a plan does. */
export const account = ({ tenant: desired }: Pick<Desired, 'tenant'>, { tenant, directory, unread }: Live): Account => {
  const matching = match(bind(desired, directory), tenant, unread)
  return {
    held: new Set(matching.pairs.map(({ live }) => live.address)),
    changes: diff(matching),
    questions: matching.findings,
    addresses: matching.addresses,
  }
}
