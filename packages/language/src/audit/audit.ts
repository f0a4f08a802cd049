import type { Address, Severity, SourceRange, TenantIdentity } from '@entitle/graph'

/**
 * How a live tenant stands with the rules of a standard: plain data. Each rule passes, fails, or can't be determined; what is not
 * known is never counted as either.
 */
export interface Audit {
  readonly format: 'entitle-audit/1'
  /** ISO date, UTC. */
  readonly date: string
  /** The standard that holds: one of the sources, or one that comes with Entitle. */
  readonly standard: string
  readonly tenant: Pick<TenantIdentity, 'id' | 'domain' | 'displayName' | 'cloud'>
  /** Display names of the catalogs that were looked at; undefined: the whole tenant. */
  readonly catalogs?: readonly string[]
  readonly counts: {
    readonly organizations: number
    readonly catalogs: number
    readonly packages: number
    readonly policies: number
    /** Of catalogs, packages and policies, those that sources declare; undefined without sources. */
    readonly declared?: number
  }
  /** Display names of catalogs that Microsoft made and that nothing lies in: they are left out. */
  readonly setAside: readonly string[]
  /** By name. */
  readonly rules: readonly AuditedRule[]
  /** Rules that nobody asked here, with the reason. */
  readonly leftOut: readonly LeftOut[]
  /** What is no rule's, but what checking would refuse of sources that said it: the code stands for the rule. */
  readonly besides: readonly RuleFailure[]
  /** What is not known of the tenant, whatever rules look at it. */
  readonly unknown: readonly OpenQuestion[]
}

export type Verdict = 'pass' | 'fail' | 'not determined'

export interface AuditedRule {
  readonly rule: string
  /** One clause: "an external policy without a review". */
  readonly finds: string
  /** How grave it is here; of several, the gravest. */
  readonly severity: Severity
  readonly verdict: Verdict
  /** What it looks at one by one; `object` where that is of several kinds. */
  readonly element: 'tenant' | 'organization' | 'catalog' | 'package' | 'policy' | 'review' | 'object'
  /** How many of them the tenant has. */
  readonly looked: number
  readonly failures: readonly Failure[]
  /** What a waiver of the sources excuses today. */
  readonly excused: readonly Failure[]
  /** What isn't known of live objects, so that it can't be told of them. */
  readonly undetermined: readonly OpenQuestion[]
}

/** A live object that doesn't keep a rule. */
export interface Failure {
  readonly address: Address
  /** Its Graph id; undefined for the tenant itself. */
  readonly id?: string
  readonly severity: Severity
  readonly message: string
  readonly why?: string
  /** Its page in the Microsoft Entra admin center, where it has one. */
  readonly portal?: string
  /** Where the sources declare it. */
  readonly declared?: SourceRange
  readonly waived?: { readonly until: string; readonly because: string }
}

/** A failure with its rule. */
export interface RuleFailure extends Failure {
  readonly rule: string
}

/** Something of a live object that is not known, and why. */
export interface OpenQuestion {
  /** Empty: the tenant as a whole. */
  readonly address: Address
  /** The property in Graph's words; empty: the whole object, or a list in it. */
  readonly property: string
  readonly why: string
}

export interface LeftOut {
  readonly rule: string
  readonly why: string
}
