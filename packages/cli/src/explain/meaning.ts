import type { FindingText, Placed, Rule } from '@entitle/language'

/** One thing that a word can mean. */
export type Meaning =
  | { readonly kind: 'word'; readonly word: Placed }
  /** A rule, or a finding about waivers; `page` is Markdown. */
  | { readonly kind: 'rule'; readonly name: string; readonly page: string; readonly rule?: Rule }
  | { readonly kind: 'finding'; readonly finding: FindingText }

/** What was looked for, and what it means; where it means nothing, the nearest words. */
export type Explanation =
  | { readonly query: string; readonly meanings: readonly Meaning[] }
  | { readonly query: string; readonly near: readonly string[] }
