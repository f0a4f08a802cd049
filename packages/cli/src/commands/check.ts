import type { Finding, SourceRange } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { applyFixes } from '../sources/apply-fixes.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources, type Sources } from '../sources/open-sources.ts'
import { reportRoot } from '../sources/report-root.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { type CheckResult, checkJson, checkText } from '../views/check.ts'
import { counted } from '../views/counted.ts'
import { countOf, fails, type ReportFormat, tooManyWarnings } from '../views/reports/report.ts'
import { reportIn } from '../views/reports/report-in.ts'

export interface CheckArguments extends Omit<CommonArguments, 'format'> {
  readonly format: CommonArguments['format'] | ReportFormat
  /** Apply every fix that is safe. */
  readonly fix: boolean
  /** Look again only at files that changed, and at those that rely on them. */
  readonly cache: boolean
  /** More warnings than these fail. */
  readonly maxWarnings?: number
}

/** Says what is wrong with the sources; asks no tenant. */
export const check = async (options: CheckArguments, ports: Ports): Promise<ExitCode> => {
  const started = ports.clock.now().getTime()
  const cache = options.cache && !options.fix ? await ports.cache?.() : undefined
  let sources = await openSources(options, ports, cache)
  let fixed = 0
  // A fix can bring another finding to light, so look again until nothing safe is left; four rounds are more than any needs.
  for (let round = 0; options.fix && round < 4; round += 1) {
    const applied = await applyFixes(sources, ports)
    fixed += applied
    if (applied === 0) break
    sources = await openSources(options, ports)
  }
  const findings = sources.check()
  const result: CheckResult = {
    findings,
    fixed,
    files: sources.files,
    milliseconds: ports.clock.now().getTime() - started,
  }
  ports.terminal.write(await viewOf(result, options, sources, ports))
  await sources.keep()
  if (tooManyWarnings(findings, options.maxWarnings)) ports.terminal.writeError(warningsLine(findings, options))
  return fails(findings, options.maxWarnings) ? exitCodes.findings : exitCodes.fine
}

const viewOf = async (
  result: CheckResult,
  { format, verbose, maxWarnings }: CheckArguments,
  sources: Sources,
  ports: Ports,
): Promise<string> => {
  const context = findingContext(sources, ports)
  if (format === 'json') return checkJson(result, context)
  if (format === 'human') return checkText(result, context, verbose)
  const limit = maxWarnings === undefined ? {} : { maxWarnings }
  const report = { command: 'check', findings: result.findings, files: result.files, verbose, ...limit }
  return reportIn(format, report, { root: await reportRoot(ports), ...keyParts(sources) })
}

const keyParts = (sources: Sources) => ({
  textOf: (uri: string) => sources.text(uri),
  wayTo: (place: SourceRange) => sources.wayTo(place),
})

/** `✗ 7 warnings are more than the 5 that --max-warnings allows.` */
const warningsLine = (findings: readonly Finding[], { maxWarnings }: CheckArguments): string => {
  const count = countOf(findings, 'warning')
  const are = count === 1 ? 'is' : 'are'
  return `✗ ${counted(count, 'warning')} ${are} more than ${maxWarnings === 0 ? 'none, which is what' : `the ${maxWarnings} that`} --max-warnings allows.\n`
}

/** An error that no waiver excuses. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(finding => finding.severity === 'error' && finding.waived === undefined)
