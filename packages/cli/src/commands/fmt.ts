import path from 'node:path'
import { findFiles, format } from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { readable, writable } from '../sources/file-reason.ts'
import { noSources, sourceRoots } from '../sources/source-roots.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { type FmtFile, fmtJson, fmtText } from '../views/fmt.ts'
import { paintFor } from '../views/paint.ts'

export interface FmtArguments extends CommonArguments {
  /** Write nothing; only say what would change. */
  readonly check: boolean
}

/** Lays files out as the style has it. */
export const fmt = async (options: FmtArguments, ports: Ports): Promise<ExitCode> => {
  const { roots } = await sourceRoots(options.paths, ports)
  const { files, unreadable } = await findFiles(ports.files, roots, options.exclude)
  if (files.length + unreadable.length === 0) throw noSources(options.paths)
  const results: FmtFile[] = []
  for (const file of files) results.push(await formatFile(file, options.check, ports))
  for (const { path: file } of unreadable) results.push({ file: nameOf(file, ports), result: 'unreadable' })
  const view = options.format === 'json' ? fmtJson(results) : fmtText(results, options.check, paintFor(ports.terminal))
  ports.terminal.write(view)
  const failed = results.some(({ result }) => result === 'unreadable' || result === 'would change')
  return failed ? exitCodes.findings : exitCodes.fine
}

const formatFile = async (file: string, check: boolean, ports: Ports): Promise<FmtFile> => {
  const name = nameOf(file, ports)
  const formatted = format(await readable(name, () => ports.files.readText(file)))
  if ('unchanged' in formatted)
    return { file: name, result: formatted.unchanged === 'it is formatted' ? 'unchanged' : 'unreadable' }
  if (check) return { file: name, result: 'would change' }
  await writable(name, () => ports.files.writeText(file, formatted.text))
  return { file: name, result: 'formatted' }
}

const nameOf = (file: string, { folder }: Pick<Ports, 'folder'>): string =>
  path.relative(folder, file).replaceAll(path.sep, '/')
