import type { Json, JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import type { Caller } from './access-tokens.ts'
import type { CatalogRoles } from './catalog-roles.ts'

/** One request to Graph, on its own or from a `$batch`. */
export interface Call {
  readonly world: World
  readonly caller: Caller
  readonly method: string
  /** Scheme, host and port the client used; answers link back to it. */
  readonly origin: string
  /** Decoded path from `/v1.0` on. */
  readonly path: string
  readonly search: URLSearchParams
  readonly params: Readonly<Record<string, string>>
  /** The client takes results that are a little late (`ConsistencyLevel: eventual`). https://learn.microsoft.com/graph/aad-advanced-queries */
  readonly eventual: boolean
  /** The JSON body; undefined when there was none. */
  readonly body: Json | undefined
  /** Set when the caller has roles in catalogs instead of a permission. */
  readonly roles?: CatalogRoles
  /** Resolves when the artificial latency of the HTTP request has passed, and after at least one macrotask. */
  latency(): Promise<void>
}

/** What a handler answers. */
export interface Reply {
  readonly status: number
  readonly body?: JsonObject
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (call: Call) => Reply | Promise<Reply>

/** Which permission a route asks of the caller's token; see `http/permissions.ts`. */
export type Area =
  | 'entitlement'
  | 'ownAccess'
  | 'requests'
  | 'cancellation'
  | 'bothAccesses'
  | 'approvals'
  | 'ownApprovals'
  | 'reviews'
  | 'reviewing'
  | 'deciding'
  | 'reviewHistory'
  | 'suggestions'
  | 'roles'
  | 'roleDefinitions'
  | 'users'
  | 'groups'
  | 'apps'
  | 'sites'
  | 'directory'
  | 'organization'
  | 'me'
  | 'licences'

/** One route of Graph as data. `:name` in the path is a parameter. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The path below `/v1.0`. */
  readonly path: string
  readonly area: Area
  /** What it does, where verb and path don't tell: a phrase for docs/sandbox-coverage.md. */
  readonly does?: string
  readonly handle: Handler
}

/** The path of entitlement management below `/v1.0`. */
export const em = '/identityGovernance/entitlementManagement'

/** The path of access reviews below `/v1.0`. */
export const reviewsPath = '/identityGovernance/accessReviews/definitions'
