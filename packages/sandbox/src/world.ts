import type { Kind } from './entities/kind.ts'
import type { Documents } from './store/documents.ts'
import type { Tenant } from './tenant.ts'

/** How the service behaves, with every default decided. */
export interface Behaviour {
  readonly latencyMs: number
  readonly pageSize: number
  readonly resourceDelayMs: number
  readonly assignmentDelayMs: number
  readonly creatorBecomesOwner: boolean
}

/** What every request handler works on: the tenant's objects, the clock and the source of ids. */
export interface World {
  readonly tenant: Tenant
  readonly store: Documents
  readonly behaviour: Behaviour
  /** What is known of an OData type that objects can have. */
  kindOf(type: string): Kind | undefined
  /** The tenant's time: the clock, and how far it was moved. */
  clock(): Date
  ids(): string
  /** Now, as the service writes moments. */
  now(): string
  /** Catalogs in which a write is under way. */
  readonly busyCatalogs: Set<string>
}
