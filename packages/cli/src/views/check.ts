import type { Finding } from '@entitle/graph'
import type { AppliedFix } from '../sources/apply-fixes.ts'
import { counted } from './counted.ts'
import { type FindingContext, findingLines, placeOf } from './finding.ts'
import { findingJson, json, placeJson } from './json.ts'
import { printableText } from './printable.ts'
import { summaryLine, tallyOf } from './summary.ts'

/** What `entitle check` found. */
export interface CheckResult {
  readonly findings: readonly Finding[]
  /** URIs of the files that were looked at. */
  readonly files: readonly string[]
  /** Undefined where checking was only a part of the work. */
  readonly milliseconds?: number
  /** How many findings a baseline knows, and are left out. */
  readonly known?: number
  /** Fixes that `--fix` applied. */
  readonly applied: readonly AppliedFix[]
}

export const checkText = (result: CheckResult, context: FindingContext, hints: boolean): string => {
  const shown = result.findings.filter(finding => hints || finding.severity !== 'hint')
  const blocks = shown.map(finding => `${findingLines(finding, context).join('\n')}\n\n`)
  const known = result.known === undefined || result.known === 0 ? '' : ` · ${result.known} known from before`
  return `${blocks.join('')}${fixedLines(result.applied, context)}${summaryLine(result.findings, result.files.length, result.milliseconds, context.paint)}${known}\n`
}

/** `entitle-check/1`. */
export const checkJson = (result: CheckResult, context: Pick<FindingContext, 'nameOf'>): string =>
  json({
    format: 'entitle-check/1',
    findings: result.findings.map(finding => findingJson(finding, context.nameOf)),
    summary: {
      ...tallyOf(result.findings),
      files: result.files.length,
      fixed: result.applied.length,
      ...(result.known === undefined ? {} : { known: result.known }),
    },
    ...(result.applied.length === 0 ? {} : { fixes: result.applied.map(each => fixJson(each, context)) }),
  })

/** What was repaired: each finding's place as it was before, and the fix. */
const fixedLines = (applied: readonly AppliedFix[], context: FindingContext): string => {
  if (applied.length === 0) return ''
  const { green, bold, dim } = context.paint
  const lines = applied.map(
    ({ finding, fix }) =>
      `${green('✓')} ${bold(placeOf(finding.place, context))}  ${dim(finding.rule)}  ${printableText(fix.title)}`,
  )
  return `${lines.join('\n')}\n\n${counted(applied.length, 'fix')} applied. `
}

const fixJson = ({ finding, fix }: AppliedFix, { nameOf }: Pick<FindingContext, 'nameOf'>): object => ({
  rule: finding.rule,
  title: fix.title,
  safe: fix.safe,
  ...placeJson(finding.place, nameOf),
})
