import path from 'node:path'
import type { Finding, SourceRange } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { type Beyond, baselineOf, baselineText, beyond } from '../findings/baseline.ts'
import type { Ports } from '../ports.ts'
import { baselineIn, keysFor } from '../sources/baseline-file.ts'
import { writable } from '../sources/file-reason.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources, type Sources } from '../sources/open-sources.ts'
import { type Repairing, repair } from '../sources/repair.ts'
import { reportRoot } from '../sources/report-root.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { type CheckResult, checkJson, checkText } from '../views/check.ts'
import { baselineLine, undoneLine, warningsLine, writtenLine } from '../views/check-notes.ts'
import { fails, type ReportFormat, tooManyWarnings } from '../views/reports/report.ts'
import { reportIn } from '../views/reports/report-in.ts'

export interface CheckArguments extends Omit<CommonArguments, 'format'> {
  readonly format: CommonArguments['format'] | ReportFormat
  /** Which fixes to apply; undefined: none. */
  readonly fix?: Repairing
  /** Look again only at files that changed, and at those that rely on them. */
  readonly cache: boolean
  /** More warnings than these fail. */
  readonly maxWarnings?: number
  /** The file of findings that were there before; they are left out. */
  readonly baseline?: string
  /** The file to write down in what rules find now. */
  readonly writeBaseline?: string
}

/** Says what is wrong with the sources; asks no tenant. */
export const check = async (options: CheckArguments, ports: Ports): Promise<ExitCode> => {
  const started = ports.clock.now().getTime()
  const baseline = options.baseline === undefined ? undefined : await baselineIn(options.baseline, ports)
  const cache = options.cache && options.fix === undefined ? await ports.cache?.() : undefined
  const opened = await openSources(options, ports, cache)
  const { sources, applied, undone } =
    options.fix === undefined
      ? { sources: opened, applied: [], undone: [] }
      : await repair(opened, options.fix, () => openSources(options, ports), ports)
  const all = sources.check()
  const left =
    baseline === undefined ? undefined : beyond(all, baseline, keysFor(options.baseline ?? '', sources, ports))
  const written = await writeBaseline(options, all, sources, ports)
  const findings = left?.findings ?? (written === undefined ? all : withoutRules(all, sources, options, ports))
  const result: CheckResult = {
    findings,
    applied,
    files: sources.files,
    ...(left === undefined ? {} : { known: left.known }),
    milliseconds: ports.clock.now().getTime() - started,
  }
  ports.terminal.write(await viewOf(result, options, sources, ports))
  await sources.keep()
  for (const note of notes({ ...options, findings, undone: undone.length, left, written }))
    ports.terminal.writeError(note)
  return fails(findings, options.maxWarnings) ? exitCodes.findings : exitCodes.fine
}

/** What was written down is known from now on. */
const withoutRules = (all: readonly Finding[], sources: Sources, options: CheckArguments, ports: Ports) => {
  const keys = keysFor(options.writeBaseline ?? '', sources, ports)
  return beyond(all, baselineOf(all, keys), keys).findings
}

/** How many findings were written down; undefined where that was not asked for. */
const writeBaseline = async (
  { writeBaseline: file }: CheckArguments,
  findings: readonly Finding[],
  sources: Sources,
  ports: Ports,
): Promise<number | undefined> => {
  if (file === undefined) return undefined
  const made = baselineOf(findings, keysFor(file, sources, ports))
  await writable(file, () => ports.files.writeText(path.resolve(ports.folder, file), baselineText(made)))
  return made.findings.reduce((sum, { count }) => sum + count, 0)
}

interface Noted extends CheckArguments {
  readonly findings: readonly Finding[]
  readonly undone: number
  readonly left: Beyond | undefined
  readonly written: number | undefined
}

/** What else is to be said, beside what was found: on the error stream, so that what reads the report is not disturbed. */
const notes = ({ findings, undone, left, written, maxWarnings, baseline = '', writeBaseline: file = '' }: Noted) => [
  ...(undone > 0 ? [undoneLine(undone)] : []),
  ...(left !== undefined && left.gone > 0 ? [baselineLine(left.gone, baseline)] : []),
  ...(written === undefined ? [] : [writtenLine(written, file)]),
  ...(tooManyWarnings(findings, maxWarnings) ? [warningsLine(findings, maxWarnings)] : []),
]

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

/** An error that no waiver excuses. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(finding => finding.severity === 'error' && finding.waived === undefined)
