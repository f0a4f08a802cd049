import type { Finding } from '@entitle/graph'
import { type FindingContext, findingLines } from './finding.ts'
import { findingJson, json } from './json.ts'
import { summaryLine, tallyOf } from './summary.ts'

/** What `entitle check` found. */
export interface CheckResult {
  readonly findings: readonly Finding[]
  /** URIs of the files that were looked at. */
  readonly files: readonly string[]
  /** Undefined where checking was only a part of the work. */
  readonly milliseconds?: number
  /** Fixes that `--fix` applied. */
  readonly fixed: number
}

export const checkText = (result: CheckResult, context: FindingContext, hints: boolean): string => {
  const shown = result.findings.filter(finding => hints || finding.severity !== 'hint')
  const blocks = shown.map(finding => `${findingLines(finding, context).join('\n')}\n\n`)
  const fixed = result.fixed === 0 ? '' : `${result.fixed} fixed. `
  return `${blocks.join('')}${fixed}${summaryLine(result.findings, result.files.length, result.milliseconds, context.paint)}\n`
}

/** `entitle-check/1`. */
export const checkJson = (result: CheckResult, context: Pick<FindingContext, 'nameOf'>): string =>
  json({
    format: 'entitle-check/1',
    findings: result.findings.map(finding => findingJson(finding, context.nameOf)),
    summary: { ...tallyOf(result.findings), files: result.files.length, fixed: result.fixed },
  })
