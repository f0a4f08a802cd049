import type { Finding } from '../model/finding.ts'
import type { Address, TenantObject } from '../model/tenant.ts'

/** A declared object and the live one that it declares. References of `desired` say ids and addresses as far as they are known. */
export interface Pair {
  readonly desired: TenantObject
  readonly live: TenantObject
  /** Whether the live object has one of the former names. */
  readonly renamed: boolean
}

/** Which live object each declared one is. */
export interface Matching {
  readonly pairs: readonly Pair[]
  /** Declared objects that are not in the tenant. */
  readonly missing: readonly TenantObject[]
  /** Live objects inside matched parents that nothing declares. */
  readonly unmanaged: readonly TenantObject[]
  /** Addresses of declared objects of which nothing can be said: what they depend on is unread, ambiguous or unknown. */
  readonly blocked: ReadonlySet<Address>
  /** Live addresses by the declared ones. */
  readonly addresses: ReadonlyMap<Address, Address>
  /** Questions: errors that only a person can answer. */
  readonly findings: readonly Finding[]
}
