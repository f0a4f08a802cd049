import type { FileSystem } from '@entitle/graph'
import type { PrintedFile } from '../printing/source/print-tenant.ts'
import { findFiles } from '../workspace/find-files.ts'
import { type Checkpoint, isOwn, readCheckpoint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts'

/** A file of an import, and what became of it. */
export interface KeptFile {
  /** Relative to the folder. */
  readonly path: string
  readonly result: 'written' | 'changed' | 'unchanged' | 'removed' | 'failed' | 'left'
  /** Why it couldn't be written. */
  readonly error?: unknown
}

export type Kept =
  /** Every file in order; those behind a failed one, or behind where the person cancelled, are `left`. */
  | { readonly files: readonly KeptFile[] }
  /** Somebody else's files: nothing was written. */
  | { readonly inTheWay: readonly string[] }

/**
 * Writes files into a folder, each wholly or not at all, and none where others' sources are. An import that was interrupted noted its own
 * files: those are written anew where the tenant has changed meanwhile, and taken away where they are no longer among the files.
 */
export const keepFiles = async (
  printed: readonly PrintedFile[],
  { files, folder, signal, onFile }: Keeping,
): Promise<Kept> => {
  const checkpoint = await readCheckpoint(files, folder)
  const there = await existing(files, folder, printed)
  const inTheWay = there.filter(each => !isFree(each, printed, checkpoint)).map(({ path }) => path)
  if (inTheWay.length > 0) return { inTheWay }
  const known = new Map(there.map(({ path, text }) => [path, text]))
  const changed = printed.filter(({ path, text }) => known.get(path) !== text)
  const stale = there.filter(({ path }) => !printed.some(each => each.path === path))
  if (changed.length > 0) await writeCheckpoint(files, folder, checkpoint, changed)
  const results = new Map<string, KeptFile>()
  const step = async (path: string, result: 'written' | 'removed', work: () => Promise<void>): Promise<boolean> => {
    if (signal?.aborted === true) return false
    try {
      await work()
      results.set(path, { path, result })
      onFile?.(results.size, changed.length + stale.length)
      return true
    } catch (error) {
      results.set(path, { path, result: 'failed', error })
      return false
    }
  }
  let goesOn = true
  for (const { path } of stale) goesOn &&= await step(path, 'removed', () => files.remove(`${folder}/${path}`))
  for (const { path, text } of changed)
    goesOn &&= await step(path, 'written', () => files.replaceText(`${folder}/${path}`, text))
  if (goesOn) await removeCheckpoint(files, folder)
  const resultOf = (path: string): KeptFile =>
    results.get(path) ?? { path, result: changed.some(each => each.path === path) ? 'left' : 'unchanged' }
  return { files: [...printed, ...stale].map(({ path }) => resultOf(path)) }
}

export interface Keeping {
  readonly files: FileSystem
  /** An absolute path; made where it isn't there. */
  readonly folder: string
  readonly signal?: AbortSignal
  /** Told of every file that was written, of how many. */
  readonly onFile?: (done: number, of: number) => void
}

interface There {
  readonly path: string
  /** Undefined for what is there and is no text that can be read. */
  readonly text: string | undefined
}

/** The sources of the folder, and whatever has a name that is to be written. */
const existing = async (
  files: FileSystem,
  folder: string,
  printed: readonly PrintedFile[],
): Promise<readonly There[]> => {
  if ((await files.kindOf(folder)) === 'absent') return []
  const found = await findFiles(files, [folder])
  const sources = found.files.map(file => file.slice(folder.length + 1))
  const named: string[] = []
  for (const { path } of printed) if ((await files.kindOf(`${folder}/${path}`)) !== 'absent') named.push(path)
  const paths = [...new Set([...sources, ...named])].sort()
  return Promise.all(
    paths.map(async path => ({ path, text: await files.readText(`${folder}/${path}`).catch(() => undefined) })),
  )
}

/** Whether nothing of anybody else's would be lost, or said twice. */
const isFree = ({ path, text }: There, printed: readonly PrintedFile[], checkpoint: Checkpoint): boolean =>
  text !== undefined &&
  (printed.some(each => each.path === path && each.text === text) || isOwn(checkpoint, path, text))
