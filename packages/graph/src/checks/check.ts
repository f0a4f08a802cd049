import type { Finding } from '../model/finding.ts'
import type { Address, KindName, Properties, TenantIdentity } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'

/** What happens to one object, as it was and as it will be. */
export interface Happening {
  readonly action: Step['action']
  readonly reason: Step['reason']
  readonly kind: KindName
  readonly name: string
  readonly address: Address
  /** The name of what it is in: a policy's package, a package's catalog. */
  readonly within: string
  /** Undefined for what is made. */
  readonly before?: Properties
  /** Undefined for what is deleted. What the sources don't mention stays as it is. */
  readonly after?: Properties
  /** Whether what it is in is there already, so that people may have it. */
  readonly isInLive: boolean
  /** Whether what it is in is deleted as well, so that nothing is to be said of it by itself. */
  readonly goesWithParent: boolean
  readonly plan: Pick<Plan, 'steps'>
  readonly tenant: TenantIdentity
}

/** What whoever approves a plan would want to be told. */
export interface Told {
  readonly message: string
  readonly why?: string
  readonly help?: string
  /** As the check's own, unless it is less grave here. */
  readonly severity?: Finding['severity']
}

/** A check of plans: it never keeps a plan from being carried out. */
export interface PlanCheck {
  readonly name: string
  /** What it tells, as the end of "Tells …". */
  readonly tells: string
  readonly why: string
  readonly severity: 'warning' | 'info'
  /** Kinds that it looks at. */
  readonly kinds: readonly KindName[]
  check(happening: Happening): Told | undefined
}

/** A check, with its name kept for its page and its findings. */
export const defineCheck = (check: PlanCheck): PlanCheck => check

/** A part of an object's properties that is an object itself; empty where it is not there. */
export const part = (properties: Properties | undefined, name: string): Properties => {
  const value = properties?.[name]
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('$ref' in value)
    ? (value as Properties)
    : {}
}

/** The items of a list; none where it is not there. */
export const items = (properties: Properties | undefined, name: string): readonly Properties[] => {
  const value = properties?.[name]
  return Array.isArray(value) ? (value as readonly Properties[]) : []
}
