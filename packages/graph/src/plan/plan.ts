import type { PropertyChange } from '../kinds/property-change.ts'
import type { StepRequest } from '../kinds/request.ts'
import type { Risk } from '../kinds/risk.ts'
import type { Lookup, Settle } from '../kinds/settle.ts'
import type { Finding } from '../model/finding.ts'
import type { ReadScope } from '../model/scope.ts'
import type { Address, KindName, Origin, TenantIdentity } from '../model/tenant.ts'

export type { PropertyChange } from '../kinds/property-change.ts'
export type { Placeholder, StepRequest } from '../kinds/request.ts'
export { type Risk, risks } from '../kinds/risk.ts'
export type { NameOrId, ReadScope } from '../model/scope.ts'

/** Why a change is in a plan: a closed list, each told to people in one sentence. */
export const reasons = {
  declared: 'declared, and not in the tenant yet',
  differs: 'the tenant differs from the declaration',
  renamed: 'declared under a new name',
  replaced: 'cannot be changed in place: it is removed and made anew',
  pruned: 'in the tenant, not declared, and --prune was given',
  ended: 'held through what is deleted, and --end-assignments was given',
  undone: 'made by the deployment that is undone',
  moved: 'held under another policy: that access is ended, and the same person gets this one',
} as const
export type Reason = keyof typeof reasons

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
  /** When its effect can be relied on. */
  readonly settle: Settle
  /** How the object is found where a creation's answer was lost. */
  readonly lookup?: Lookup
  /** Ids of steps that must have taken effect before this one starts. */
  readonly after: readonly string[]
  /** The live object's id, where there is one. */
  readonly liveId?: string
  /** Where the other half of a move is: the assignment that takes the place of the one that is ended, or the one that it takes the place of. */
  readonly counterpart?: Address
  readonly origin?: Origin
}

/** A live object inside a declared parent that the sources don't declare; only `--prune` deletes it. */
export interface Unmanaged {
  readonly kind: KindName
  readonly address: Address
  readonly id: string
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
  /** Ids of the live objects that steps' placeholders name, and of those that steps are in. */
  readonly ids: { readonly [address: Address]: string }
  /** Questions and warnings found while planning; with an `error` among them the plan can't be carried out. */
  readonly findings: readonly Finding[]
}
