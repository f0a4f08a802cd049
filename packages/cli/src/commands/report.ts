import path from 'node:path'
import {
  type Report,
  type ReportFormat,
  readReport,
  renderReport,
  reportFormatOf,
  reportSummary,
} from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { readable, writable } from '../sources/file-reason.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { TenantArguments } from '../tenant-arguments.ts'
import { printableText } from '../views/printable.ts'
import { holding } from './audit.ts'

export interface ReportArguments extends TenantArguments {
  /** About the live tenant, not about the sources. */
  readonly isLive: boolean
  /** Undefined: as the name of the file ends. */
  readonly as?: ReportFormat
  /** Undefined: standard output. */
  readonly out?: string
  /** An earlier report as JSON. */
  readonly since?: string
}

/** Writes where the sources or a tenant stand, for people who answer for them. @throws {Refusal} for a file that can't be read or written. */
export const report = async (options: ReportArguments, ports: Ports): Promise<ExitCode> => {
  const { since } = options
  const earlier = since === undefined ? undefined : await earlierReport(since, ports)
  if (options.isLive)
    return holding('reported on', { ...options, catalogs: [], format: 'human' }, ports, ({ report: made, context }) =>
      written(made(), earlier, context.nameOf, options, ports),
    )
  const sources = await openSources(options, ports)
  return written(sources.report(), earlier, findingContext(sources, ports).nameOf, options, ports)
}

const written = async (
  made: Report,
  earlier: Report | undefined,
  nameOf: (uri: string) => string,
  { out, as = reportFormatOf(out ?? '') }: ReportArguments,
  ports: Ports,
): Promise<ExitCode> => {
  const text = renderReport(made, { format: as, nameOf, ...(earlier === undefined ? {} : { earlier }) })
  if (out === undefined) {
    ports.terminal.write(text)
    return exitCodes.fine
  }
  const file = path.resolve(ports.folder, out)
  await writable(out, () => ports.files.writeText(file, text))
  ports.terminal.write(`${printableText(out)} is written: ${reportSummary(made)}\n`)
  return exitCodes.fine
}

const earlierReport = async (file: string, { files, folder }: Ports): Promise<Report> => {
  const name = printableText(file)
  const found = readReport(await readable(file, () => files.readText(path.resolve(folder, file))))
  if (found !== undefined) return found
  throw unusable(
    `${name} is no report to compare with. Write one with entitle report --out ${name.endsWith('.json') ? name : 'report.json'}.`,
  )
}
