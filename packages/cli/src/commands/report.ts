import path from 'node:path'
import { type Report, reportHtml, reportMarkdown, trendOf } from '@entitle/language'
import type { ReportFormat } from '../arguments/report.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { readable, writable } from '../sources/file-reason.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { counted } from '../views/counted.ts'
import { json } from '../views/json.ts'
import { printableText } from '../views/printable.ts'

export interface ReportArguments extends CommonArguments {
  /** Undefined: as the name of the file ends. */
  readonly as?: ReportFormat
  /** Undefined: standard output. */
  readonly out?: string
  /** An earlier report as JSON. */
  readonly since?: string
}

/** Writes where the sources stand, for people who answer for them. @throws {Refusal} for a file that can't be read or written. */
export const report = async (options: ReportArguments, ports: Ports): Promise<ExitCode> => {
  const { as = formatOf(options.out), out, since } = options
  const earlier = since === undefined ? undefined : await earlierReport(since, ports)
  const sources = await openSources(options, ports)
  const made = sources.report()
  const { nameOf } = findingContext(sources, ports)
  const trend = earlier === undefined ? undefined : trendOf(earlier, made)
  const text = {
    html: () => reportHtml(made, nameOf, trend),
    markdown: () => reportMarkdown(made, nameOf, trend),
    json: () => json({ ...withNames(made, nameOf), ...(trend === undefined ? {} : { trend }) }),
  }[as]()
  if (out === undefined) {
    ports.terminal.write(text)
    return exitCodes.fine
  }
  const file = path.resolve(ports.folder, out)
  await writable(out, () => ports.files.writeText(file, text))
  ports.terminal.write(`${printableText(out)} is written: ${summary(made)}\n`)
  return exitCodes.fine
}

const summary = ({ recommendations, counts }: Report): string => {
  const open = recommendations.filter(({ standing }) => standing === 'not met').length
  const kept =
    open === 0 ? 'every recommendation is kept' : `${open} of ${recommendations.length} recommendations not met`
  return `${kept}, ${counted(counts.externalPolicies, 'way')} in from outside, ${counted(counts.errors, 'error')}, ${counted(counts.warnings, 'warning')}.`
}

const formatOf = (out: string | undefined): ReportFormat => {
  const ending = path.extname(out ?? '').toLowerCase()
  if (ending === '.html' || ending === '.htm') return 'html'
  return ending === '.json' ? 'json' : 'markdown'
}

/** Files as paths from the current folder on: a report is read elsewhere than it was made. */
const withNames = (made: Report, nameOf: (uri: string) => string): Report => {
  const named = <T extends { readonly file: string }>(each: T): T => ({ ...each, file: nameOf(each.file) })
  return {
    ...made,
    recommendations: made.recommendations.map(each => ({ ...each, shortfalls: each.shortfalls.map(named) })),
    externalAccess: made.externalAccess.map(named),
    waivers: made.waivers.map(named),
  }
}

const earlierReport = async (file: string, { files, folder }: Ports): Promise<Report> => {
  const name = printableText(file)
  const found = parsed(await readable(file, () => files.readText(path.resolve(folder, file))))
  if (isReport(found)) return found
  throw unusable(
    `${name} is no report to compare with. Write one with entitle report --out ${name.endsWith('.json') ? name : 'report.json'}.`,
  )
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** As far as comparing needs it. */
const isReport = (value: unknown): value is Report => {
  const found = (typeof value === 'object' && value !== null ? value : {}) as { readonly [key: string]: unknown }
  return (
    found.format === 'entitle-report/1' &&
    typeof found.date === 'string' &&
    typeof found.counts === 'object' &&
    found.counts !== null &&
    Array.isArray(found.rules) &&
    Array.isArray(found.externalAccess)
  )
}
