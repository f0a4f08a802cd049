import fs from 'node:fs'
import path from 'node:path'

/** An example in a Markdown page: a fenced block of Entitle source. */
export interface Fence {
  readonly page: string
  /** One-based line of the opening fence. */
  readonly line: number
  /** What stands behind the language word: `avoid`, `prefer`, `fragment` (a part of a source), or nothing. */
  readonly role: string
  readonly text: string
}

/** Every `entitle` fence of the Markdown files below `folder`, in order. */
export const fencesOf = (folder: string): Fence[] =>
  fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(page => page.endsWith('.md'))
    .sort()
    .flatMap(page => fencesIn(page, fs.readFileSync(path.join(folder, page), 'utf8')))

/** The `entitle` fences of one page; those that stand in a list lose its indentation. */
export const fencesIn = (page: string, text: string): Fence[] =>
  [...text.matchAll(/^( *)```entitle ?(.*)\n([\s\S]*?)^ *```$/gm)].map(found => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    role: (found[2] ?? '').trim(),
    text: (found[3] ?? '').replaceAll(new RegExp(`^${found[1] ?? ''}`, 'gm'), ''),
  }))
