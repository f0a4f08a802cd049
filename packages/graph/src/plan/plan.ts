import type { Finding } from '../model/finding.ts'
import type { Json } from '../model/json.ts'
import type { Address, KindName, Origin, TenantIdentity, Value } from '../model/tenant.ts'
import type { HttpMethod } from '../ports/ports.ts'

/** Why a change is in a plan: a closed list, each told to people in one sentence. */
export const reasons = {
  declared: 'declared, and not in the tenant yet',
  differs: 'the tenant differs from the declaration',
  renamed: 'declared under a new name',
  replaced: 'cannot be changed in place: it is removed and made anew',
  pruned: 'in the tenant, not declared, and --prune was given',
} as const
export type Reason = keyof typeof reasons

/** What a step does to people's access. `none` touches no one's access. */
export type Risk = 'none' | 'may-grant-access' | 'may-change-access' | 'may-end-access'

/** One property that changes; `path` as in `requestApprovalSettings/stages`. Values are the compared, normalised ones. */
export interface PropertyChange {
  readonly path: string
  readonly before?: Value
  readonly after?: Value
}

/**
 * A place in a request that is filled when the plan is carried out:
 * the id of an object of the plan, or a role of a resource that only the catalog can tell once the resource is in it.
 */
export type Placeholder =
  | { readonly object: Address }
  | {
      readonly role: string
      readonly catalog: Address
      readonly resource: Address
      readonly part: 'roleId' | 'roleOriginId' | 'scopeId' | 'scopeOriginId' | 'resourceId'
    }

/** A request as data. `{name}` in the path and `{"$placeholder": "name"}` in the body stand for `placeholders[name]`. */
export interface StepRequest {
  readonly method: Exclude<HttpMethod, 'GET'>
  readonly path: string
  readonly body?: Json
  readonly placeholders?: { readonly [name: string]: Placeholder }
}

/** What must still hold when the step runs. */
export type Guard =
  | { readonly expect: 'absent'; readonly identity: string }
  | { readonly expect: 'unchanged'; readonly id: string; readonly digest: string }
  | { readonly expect: 'present'; readonly id: string }

export interface Step {
  /** `create catalog/…`: unique within the plan and the same for the same inputs. */
  readonly id: string
  readonly action: 'create' | 'update' | 'delete'
  readonly kind: KindName
  readonly address: Address
  /** Steps of one lane run one after another (a catalog's writes); lanes run side by side. */
  readonly lane: string
  readonly reason: Reason
  readonly risk: Risk
  /** How to undo it, or why that is impossible; one sentence. */
  readonly undo: { readonly possible: boolean; readonly how: string }
  readonly changes: readonly PropertyChange[]
  readonly request: StepRequest
  readonly guard: Guard
  /** Ids of steps that must have taken effect before this one starts. */
  readonly after: readonly string[]
  /** The live object's id, where there is one. */
  readonly liveId?: string
  readonly origin?: Origin
}

/** A live object inside a declared parent that the sources don't declare; only `--prune` deletes it. */
export interface Unmanaged {
  readonly kind: KindName
  readonly address: Address
  readonly id: string
}

/** How much of the tenant to read: what the sources declare, by display name, former names and pinned ids. */
export interface ReadScope {
  readonly settings: boolean
  readonly organizations: readonly NameOrId[] | 'all' | 'none'
  readonly catalogs: readonly NameOrId[] | 'all'
}
export interface NameOrId {
  readonly names: readonly string[]
  readonly id?: string
}

/** Everything that carrying it out needs, less credentials and the ids that the tenant will invent. */
export interface Plan {
  readonly format: 'entitle-plan/1'
  readonly tenant: TenantIdentity & { readonly tenantId: string }
  readonly scope: ReadScope
  readonly steps: readonly Step[]
  readonly unmanaged: readonly Unmanaged[]
  /** Objects that already are as declared. */
  readonly unchanged: number
  /** Ids of the live objects that steps' placeholders name. */
  readonly ids: { readonly [address: Address]: string }
  /** Questions and warnings found while planning; with an `error` among them the plan can't be carried out. */
  readonly findings: readonly Finding[]
}
