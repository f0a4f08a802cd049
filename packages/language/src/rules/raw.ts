import type { Finding } from '@entitle/graph'
import type { Element, PolicyElement } from '../resolve/program.ts'
import type { Report, Rule } from './define-rule.ts'

/** What a rule said of one element, before waivers are heard. */
export interface Raw {
  readonly rule: Rule
  readonly severity: Finding['severity']
  /** The rule's bound for this element. */
  readonly bound: number
  readonly report: Report
  /** The element and what it takes statements from or stands in, from the inside outwards; waivers count on each. */
  readonly within: readonly Element[]
  readonly policy?: PolicyElement
}

/** A report, and the waiver that excuses it. */
export interface Excused {
  readonly raw: Raw
  readonly waived?: NonNullable<Finding['waived']>
}
