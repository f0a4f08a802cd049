import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../e2e/harness/places.ts'

/** Folders of sources, by the addresses that servers know them by. */
export interface Sources {
  readonly folders: readonly string[]
  readonly files: { readonly [uri: string]: string }
}

/** Cases of the corpus declare the same names, and each finding of a name lists all others that have it: a few at a time will do. */
const together = 24

const filesIn = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.entitle'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()

const foldersIn = (folder: string): readonly string[] =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => path.join(folder, entry.name))
    .sort()

const groups = (files: readonly string[]): readonly (readonly string[])[] =>
  files.length === 0 ? [] : [files.slice(0, together), ...groups(files.slice(together))]

const uriOf = (file: string): string => pathToFileURL(file).toString()

/** Every program of the corpus and every example, copied into a folder that `use` is given the workspace of. */
export const withEverySource = async (use: (sources: Sources) => Promise<void>): Promise<void> => {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-sources-'))
  try {
    const originals = ['test/corpus', 'examples'].flatMap(name => foldersIn(path.join(root, name)))
    const parts = originals.flatMap(folder =>
      groups(filesIn(folder)).map((files, index) => ({ folder, files, to: `${path.basename(folder)}-${index + 1}` })),
    )
    const copied = parts.flatMap(({ folder, files, to }) =>
      files.map(file => [file, path.join(copy, to, path.relative(folder, file))] as const),
    )
    for (const [from, to] of copied) fs.cpSync(from, to)
    await use({
      folders: parts.map(({ to }) => uriOf(path.join(copy, to))),
      files: Object.fromEntries(copied.map(([, file]) => [uriOf(file), fs.readFileSync(file, 'utf8')])),
    })
  } finally {
    fs.rmSync(copy, { recursive: true, force: true })
  }
}

/** An example as somebody sees it who opens its repository in the browser. */
export const exampleAt = (base: string, name: string): Sources => {
  const files = filesIn(path.join(root, 'examples', name)).map(
    file => [`${base}/${path.basename(file)}`, fs.readFileSync(file, 'utf8')] as const,
  )
  return { folders: [base], files: Object.fromEntries(files) }
}
