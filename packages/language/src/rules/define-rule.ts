import type { Fix, RelatedPlace, Severity, SourceRange } from '@entitle/graph'
import type {
  CatalogElement,
  DirectoryElement,
  OrganizationElement,
  PackageElement,
  PairElement,
  PolicyElement,
  Program,
  ReviewElement,
  RuleOptionElement,
  Sourced,
  TenantElement,
} from '../resolve/program.ts'
import type { Tally } from './tally.ts'

/** What a standard can set a rule to. */
export type Setting = Severity | 'off'

/** What a rule looks at, one at a time. */
export interface Elements {
  readonly tenant: TenantElement
  readonly organization: OrganizationElement
  readonly catalog: CatalogElement
  readonly package: PackageElement
  readonly policy: PolicyElement
  /** A review of access that packages don't cover. */
  readonly review: ReviewElement
}
export type ElementKind = keyof Elements

/**
 * The bound that a standard may set: `at most 365 days`, `at least quarterly`, `at least 2 stages`.
 * `days` are days, hours as parts of one; `frequency` is times a year; `count` is a number of `noun`s.
 */
export interface BoundOption {
  readonly direction: 'at most' | 'at least'
  readonly measure: 'days' | 'frequency' | 'count'
  /** In the plural. */
  readonly noun?: string
  /** What the service can't go beyond. */
  readonly most?: number
  readonly default: number
}

/** What a rule looks for in names, as a standard may say it: `matching "(?i)admin"`. */
export interface PatternOption {
  readonly default: string
}

/** By noun, how many there may be. */
export interface Limits {
  readonly [noun: string]: number
}

/** An option as it is said, wherever. */
export type OptionWords = WithoutRange<RuleOptionElement>
type WithoutRange<T> = T extends unknown ? Omit<T, 'range'> : never

/** What a rule says of an element. */
export interface Report {
  readonly message: string
  readonly range: SourceRange
  readonly why?: string
  readonly help?: string
  readonly related?: readonly RelatedPlace[]
  readonly fixes?: readonly Fix[]
  readonly tags?: readonly ('unnecessary' | 'deprecated')[]
}

/** A policy as another file may speak of it. */
export interface PolicyName {
  readonly displayName: string
  readonly nameRange: SourceRange
}

/** A policy that lets people from outside in, with the name of its catalog. */
export interface ExternalPolicy extends PolicyName {
  readonly catalog: string
}

export interface RuleContext {
  /** The whole workspace. A rule that goes through a list of it is asked again whenever anything in that list changes. */
  readonly program: Program
  /** Some policy, always the same, that lets people from outside in: of the workspace, or of the catalog of that name. */
  readonly externalPolicy: (catalog?: string) => PolicyName | undefined
  /** How much of each sort the workspace declares. */
  readonly tally: () => Tally
  /** The packages of the workspace that grant this role of an object, or any. */
  readonly grantersOf: (object: DirectoryElement, role?: string) => readonly PackageElement[]
  /** ISO date, UTC. */
  readonly today: string
  /** The rule's bound for this element, in the units of its measure. */
  readonly bound: number
  /** Does the rule's pattern for this element find something in the text. */
  matches(text: string): boolean
  /** The pairs that the standard lists for this element. */
  readonly pairs: readonly PairElement[]
  /** The rule's limits, with those that the standard says for this element in their place. */
  readonly limits: Limits
  /** Does another rule hold for this element; what it finds need not be said twice. */
  isOn(rule: string): boolean
  report(report: Report): void
}

export interface Rule<K extends ElementKind = ElementKind> {
  /** Kebab-case: the code in the editor, the word in `standard` and `waive`, the file, the test, the docs page. */
  readonly name: string
  /** What it finds, one clause: "an external policy without a review". */
  readonly finds: string
  /** Why that matters, one sentence; stands below each finding. */
  readonly why: string
  /** The page that recommends it. */
  readonly source: string
  readonly severity: { readonly recommended: Setting; readonly strict: Setting }
  readonly bound?: BoundOption
  /** Where the workspace itself says the rule: what two such rules say of one place are two findings, even under one name. */
  readonly origin?: RelatedPlace
  readonly pattern?: PatternOption
  /** It takes `pairs A with B, …`: what nobody should have at the same time. */
  readonly pairs?: true
  /** It takes `at most NUMBER NOUN` for each of these nouns, in the plural; the numbers that hold otherwise. */
  readonly limits?: Limits
  /** One kind of element, or several. */
  readonly element: K | readonly K[]
  check(element: Elements[K], context: RuleContext): void
}

export const defineRule = <K extends ElementKind>(rule: Rule<K>): Rule<K> => rule

/** Who says a statement: the policy itself or the template that it has it from, for the start of a sentence. */
export const sayer = (policy: PolicyElement, said?: Sourced<unknown>): string =>
  said?.template === undefined ? `Policy "${policy.displayName}"` : `Template ${said.template.name}`
