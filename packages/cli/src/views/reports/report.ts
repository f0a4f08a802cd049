import type { Finding, SourceRange } from '@entitle/graph'

/** The forms that findings are told in beside text for people and JSON, each by what reads it. */
export const reportFormats = ['sarif', 'github', 'azure', 'junit', 'markdown'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** What was found, for a pipeline or a code host. */
export interface Report {
  /** Which command found it: `check`, `drift`, `plan`. */
  readonly command: string
  /** Every finding, hints and waived ones too. */
  readonly findings: readonly Finding[]
  /** URIs of the files that were looked at. */
  readonly files: readonly string[]
  /** More warnings than these fail; any number may be there where it is left out. */
  readonly maxWarnings?: number
  /** Hints too. */
  readonly verbose: boolean
}

/** What telling a report needs beside it. */
export interface ReportContext {
  /** The absolute path of the folder that files are named from. */
  readonly root: string
  textOf(uri: string): string | undefined
  wayTo(place: SourceRange): string | undefined
}

/** The findings that are told: hints only where they are asked for. */
export const toldIn = ({ findings, verbose }: Report): readonly Finding[] =>
  verbose ? findings : findings.filter(({ severity }) => severity !== 'hint')

/** Whether so many findings fail a check: an error does, and more warnings than may be. */
export const fails = (findings: readonly Finding[], maxWarnings: number | undefined): boolean =>
  countOf(findings, 'error') > 0 || tooManyWarnings(findings, maxWarnings)

/** Whether there are more warnings than may be. */
export const tooManyWarnings = (findings: readonly Finding[], maxWarnings: number | undefined): boolean =>
  maxWarnings !== undefined && countOf(findings, 'warning') > maxWarnings

/** How many findings of a severity no waiver excuses. */
export const countOf = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter(finding => finding.severity === severity && finding.waived === undefined).length
