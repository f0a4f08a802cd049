import path from 'node:path'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { printableText } from '../views/printable.ts'

/** What was typed, as absolute paths, and the folder of the first. */
export interface SourceRoots {
  readonly roots: readonly string[]
  readonly home: string
}

/**
 * The folders and files that the paths mean; the current folder where none is given.
 * @throws {Refusal} when one does not exist or is a file of another sort.
 */
export const sourceRoots = async (
  paths: readonly string[],
  { files, folder }: Pick<Ports, 'files' | 'folder'>,
): Promise<SourceRoots> => {
  const roots: string[] = []
  let home: string | undefined
  for (const typed of paths.length === 0 ? ['.'] : paths) {
    const at = path.resolve(folder, typed)
    const kind = await files.kindOf(at)
    if (kind === 'absent') throw unusable(`There is no file or folder ${printableText(typed)}.`)
    if (kind === 'file' && !at.endsWith('.entitle'))
      throw unusable(`${printableText(typed)} is not an Entitle source: those end in .entitle.`)
    home ??= kind === 'folder' ? at : path.dirname(at)
    roots.push(at)
  }
  return { roots, home: home ?? folder }
}

/** Says that there is nothing to work on. */
export const noSources = (paths: readonly string[]) =>
  unusable(
    `There is no .entitle file in ${paths.length === 0 ? 'this folder' : paths.map(printableText).join(', ')}. Say where the sources are: entitle check FOLDER.`,
  )
