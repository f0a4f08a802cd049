import { filePaths } from '../printing/source/file-paths.ts'
import { nameFrom } from '../printing/source/name-from.ts'
import { uniqueNames } from '../printing/source/unique-names.ts'
import type { Program } from '../resolve/program.ts'
import type { Draft } from './question.ts'

/** What interviews know of the workspace. */
export interface Circumstances {
  readonly program: Program
  /** Paths of the files in the folder's root. */
  readonly files: readonly string[]
  /** Lays a source out. */
  readonly layOut: (text: string) => string
}

/** A name of the language for a display name; none of `taken`. */
export const named = (text: string, word: string, taken: readonly string[] = []): string =>
  uniqueNames([{ wish: nameFrom(text, word), word }], taken)[0] ?? word

/** A source in a file of its own, called after what it declares. */
export const inNewFile = (name: string, text: string, { files, layOut }: Circumstances): Draft => ({
  place: { path: filePaths([name], files)[0] ?? `${name}.entitle` },
  text: layOut(`${text}\n`),
})

/** The names of declared directory objects, which others must not take. */
export const objectNames = ({ directory }: Program): readonly string[] => directory.flatMap(({ name }) => name ?? [])
