/**
 * What one word or statement of the language means: the text of hovers, of `entitle explain` and of docs/reference, written once.
 * Sentences are Markdown with nothing but `code` in it.
 */
export interface Entry {
  /** The words that it begins with: `requestable by`. Heads its section; unique within its page. */
  readonly title: string
  /** Types of the grammar whose nodes it explains; none for values such as names and texts. */
  readonly types: readonly string[]
  /** Types of the nodes around it, where the same statement means something else in another block. */
  readonly within?: readonly string[]
  /** Where it stands, where that isn't what its page says: `in a stage`. */
  readonly place?: string
  /** How it is written. Capitals are for what you write yourself, `[x]` for what may be left out, `a|b` for a choice. */
  readonly forms: readonly string[]
  readonly meaning: string
  /** Further paragraphs. */
  readonly more?: readonly string[]
  /** What holds where nothing is said. */
  readonly default?: string
  /** What Graph refuses, and what comes to nothing. */
  readonly limits?: readonly string[]
  /** Behind it in Microsoft Graph v1.0: `accessPackage`, `accessPackage.isHidden`, `accessPackageCatalog.state: unpublished`. */
  readonly graph?: readonly string[]
  /** Microsoft's page. */
  readonly page?: string
  /** Laid out as the formatter has it. */
  readonly example: string
  /** Where the example stands; the page's where it doesn't say. */
  readonly frame?: Frame
  /** Titles of entries that go with it, with their page where it is another one: `approval/stage by`. */
  readonly related?: readonly string[]
  /** Rules that look at it. */
  readonly rules?: readonly string[]
}

/** Where an example can stand: by itself in a file, among the statements of a package, or among those of a policy. */
export type Frame = 'file' | 'package' | 'policy'

/** One page of the reference. */
export interface Page {
  /** Its file in docs/reference, without `.md`, and its name in `related`. */
  readonly name: string
  readonly title: string
  /** Where its statements stand: `in a policy`; empty for declarations. */
  readonly place: string
  /** Paragraphs of Markdown. */
  readonly intro: readonly string[]
  /** A whole source that has no errors. */
  readonly example?: string
  readonly frame: Frame
  readonly entries: readonly Entry[]
}

/** A type of Microsoft Graph: its page. */
export const resource = (name: string): string =>
  `https://learn.microsoft.com/graph/api/resources/${name.toLowerCase()}`

/** A page of Microsoft's guides on identity governance. */
export const guide = (name: string): string => `https://learn.microsoft.com/entra/id-governance/${name}`
