/** What a code of a finding means that is no rule: it is there in every workspace, and no standard sets it. */
export interface FindingText {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info' | 'hint'
  /** What is so, and why that matters. */
  readonly meaning: string
  /** What to do. */
  readonly remedy: string
  /** Titles of entries that it is about, with their page: `review/open for`. */
  readonly related?: readonly string[]
}

/** Codes that are about one thing. */
export interface FindingGroup {
  readonly title: string
  readonly findings: readonly FindingText[]
}

/** A finding, written on as few lines as it needs. */
export const found = (
  code: string,
  severity: FindingText['severity'],
  meaning: string,
  remedy: string,
  ...related: readonly string[]
): FindingText => ({ code, severity, meaning, remedy, ...(related.length === 0 ? {} : { related }) })
