import type { FileSystem } from '@entitle/graph'
import type { Keeping, KeptFile } from './keep-files.ts'

/** A text of a folder as it was read, and as it is to be. */
export interface Revision {
  /** Relative to the folder. */
  readonly path: string
  /** Undefined for a file that wasn't there. */
  readonly before: string | undefined
  readonly text: string
}

/** Thrown for a file that somebody changed after it was read. */
export class ChangedMeanwhile extends Error {
  constructor() {
    super('it was changed meanwhile; run the command again')
    this.name = 'ChangedMeanwhile'
  }
}

/** Writes what is different into a folder, each file wholly or not at all; none that isn't as it was read. Those behind a failed one, or behind where the person cancelled, are `left`. */
export const putFiles = async (
  revisions: readonly Revision[],
  { files, folder, signal, onFile }: Keeping,
): Promise<readonly KeptFile[]> => {
  const changed = revisions.filter(({ before, text }) => before !== text)
  const results = new Map<string, KeptFile>()
  for (const { path, before, text } of changed) {
    if (signal?.aborted === true) break
    const at = `${folder}/${path}`
    try {
      if ((await textOf(files, at)) !== before) throw new ChangedMeanwhile()
      await files.replaceText(at, text)
      results.set(path, { path, result: before === undefined ? 'written' : 'changed' })
      onFile?.(results.size, changed.length)
    } catch (error) {
      results.set(path, { path, result: 'failed', error })
      break
    }
  }
  return revisions.map(
    ({ path, before, text }) => results.get(path) ?? { path, result: before === text ? 'unchanged' : 'left' },
  )
}

const textOf = async (files: FileSystem, path: string): Promise<string | undefined> =>
  (await files.kindOf(path)) === 'absent' ? undefined : files.readText(path)
