/** How grave a finding is; `error` keeps a deployment from starting. */
export type Severity = 'error' | 'warning' | 'info' | 'hint'

/** A point in a source text: zero-based line and UTF-16 character, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** A stretch of one source file; `end` is exclusive. */
export interface SourceRange {
  readonly uri: string
  readonly start: Position
  readonly end: Position
}

/** Where a finding lies: in a source file, or on an object of a tenant. */
export type Place =
  | { readonly kind: 'source'; readonly range: SourceRange }
  | { readonly kind: 'tenant'; readonly address: string }

/** A second place that helps to understand a finding, with what to see there. */
export interface RelatedPlace {
  readonly place: Place
  readonly message: string
}

/** Replaces the text of `range` by `text`; an empty range inserts. */
export interface SourceEdit {
  readonly range: SourceRange
  readonly text: string
}

/** A repair as data: applying every edit at once removes the finding. */
export interface Fix {
  /** What the fix does, in the imperative: "Add a quarterly review by partner-pms". */
  readonly title: string
  /** False where the fix decides something that a person should look at; `--fix` applies safe fixes only. */
  readonly safe: boolean
  readonly edits: readonly SourceEdit[]
}

/**
 * The one value that syntax, links, rules, plan checks and failures of apply are reported in.
 * `rule` is at once the code shown in the editor, the word in `standard` and `waive`, and the name of the docs page.
 */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** One or two sentences: the thing and its place, what is so, what to do. */
  readonly message: string
  readonly place: Place
  readonly related?: readonly RelatedPlace[]
  readonly tags?: readonly ('unnecessary' | 'deprecated')[]
  readonly fixes?: readonly Fix[]
  /** Why it matters, one sentence; shown below the message. */
  readonly why?: string
  /** What repairs it in words, one sentence, where it is more than a fix's title. */
  readonly help?: string
  /** Set where a dated waiver excuses the finding; it is then shown as a note. */
  readonly waived?: { readonly until: string; readonly because: string }
}
