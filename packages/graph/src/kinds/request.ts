import type { Json } from '../model/json.ts'
import type { Address } from '../model/tenant.ts'
import type { HttpMethod } from '../ports/ports.ts'

/**
 * A place in a request that is filled when the plan is carried out:
 * the id of an object of the plan, or a role of a resource that only the catalog can tell once the resource is in it.
 */
export type Placeholder =
  | {
      readonly object: Address
      /** What stands before the id. */
      readonly prefix?: string
    }
  | {
      readonly role: string
      readonly catalog: Address
      readonly resource: Address
      readonly part: 'roleId' | 'roleOriginId' | 'scopeId' | 'scopeOriginId' | 'resourceId'
    }

/** Placeholders by the names under which a request mentions them. */
export type Placeholders = { readonly [name: string]: Placeholder }

/** A request as data. `{name}` in the path and `{"$placeholder": "name"}` in the body stand for `placeholders[name]`. */
export interface StepRequest {
  readonly method: Exclude<HttpMethod, 'GET'>
  readonly path: string
  readonly body?: Json
  readonly placeholders?: Placeholders
}
