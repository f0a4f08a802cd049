import type { Finding, RelatedPlace, SourceRange } from '@entitle/graph'
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

/** A report with what gathering must know of it, and the waiver that excuses it: plain data. */
export interface Said {
  readonly rule: string
  readonly why: string
  readonly severity: Finding['severity']
  /** The smaller, the stricter. */
  readonly slack: number
  readonly report: Report
  /** Of a rule that the workspace makes itself: where. */
  readonly origin?: RelatedPlace
  readonly policy?: {
    readonly displayName: string
    readonly package: string
    readonly nameRange: SourceRange
    readonly range: SourceRange
  }
  readonly waived?: NonNullable<Finding['waived']>
}
