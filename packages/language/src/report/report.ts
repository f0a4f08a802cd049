import type { Severity } from '@entitle/graph'

/**
 * Where an organization stands with its access by people from outside and with the rules that it holds itself to: plain data, which
 * is written as JSON, Markdown or a page, and compared with the one of another day.
 */
export interface Report {
  readonly format: 'entitle-report/1'
  /** ISO date, UTC. */
  readonly date: string
  /** How the live tenant is called that it is about; undefined where it is about sources. */
  readonly tenant?: string
  /** The standard that holds: one of the sources, or `recommended`. */
  readonly standard: string
  readonly counts: {
    readonly catalogs: number
    readonly packages: number
    readonly policies: number
    readonly externalPolicies: number
    readonly errors: number
    readonly warnings: number
    readonly waived: number
  }
  readonly recommendations: readonly RecommendationStanding[]
  readonly rules: readonly RuleStanding[]
  readonly externalAccess: readonly ExternalWay[]
  readonly waivers: readonly WaiverEntry[]
}

/** Something that stands in the way of a rule. */
export interface Shortfall {
  readonly rule: string
  readonly severity: Severity
  /** The element by display names, from the outside in: `Partners › Alpine supplier › Suppliers`. */
  readonly where: string
  /** Policies that are reached where a template is at fault. */
  readonly reaches: readonly string[]
  readonly message: string
  /** Empty where it is about a tenant, as in all that follows. */
  readonly file: string
  /** From 1; 0 where there is no file. */
  readonly line: number
  readonly waived?: { readonly until: string; readonly because: string }
}

/**
 * `met`: nothing stands against it; `excepted`: only what is waived; `not met`; `not checked`: its rules are off here;
 * `not applicable`: there is nothing that it speaks of.
 */
export type Standing = 'met' | 'excepted' | 'not met' | 'not checked' | 'not applicable'

/** What Microsoft's article on external access recommends, and how it is kept here. */
export interface RecommendationStanding {
  readonly title: string
  readonly recommends: string
  readonly rules: readonly string[]
  readonly standing: Standing
  readonly shortfalls: readonly Shortfall[]
}

export interface RuleStanding {
  readonly rule: string
  readonly finds: string
  /** How it is set where no tag says otherwise. */
  readonly setting: Severity | 'off'
  readonly failing: number
  readonly waived: number
}

/** A policy by which people from outside may get something. */
export interface ExternalWay {
  readonly catalog: string
  readonly package: string
  readonly policy: string
  readonly who: string
  /** `Member of Project Alpine`. */
  readonly grants: readonly string[]
  readonly approval: string
  readonly ends: string
  readonly extension: string
  readonly review: string
  readonly file: string
  readonly line: number
  /** Rules that it doesn't keep. */
  readonly failing: readonly string[]
  /** Rules from which it is excused. */
  readonly waived: readonly string[]
}

/** `active`: it excuses something; `unused`: nothing; `expired`: its day has passed; `incomplete`: without day or reason, or too far off. */
export type WaiverState = 'active' | 'unused' | 'expired' | 'incomplete'

export interface WaiverEntry {
  readonly rule: string
  readonly where: string
  readonly until?: string
  readonly because?: string
  readonly state: WaiverState
  readonly file: string
  readonly line: number
}
