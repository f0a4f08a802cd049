import fs from 'node:fs'
import path from 'node:path'

/** A finding that a case expects, from a `//~` comment. */
export interface Expected {
  readonly file: string
  /** One-based. */
  readonly line: number
  readonly severity: string
  readonly rule: string
  /** A part of the message. */
  readonly text: string
}

/** One program of the corpus: a single file, or a folder of files that belong together. */
export interface Case {
  readonly name: string
  readonly files: { readonly [path: string]: string }
  readonly expected: readonly Expected[]
  /** Path without ending, for the views beside it: `<stem>.tenant.json`. */
  readonly stem: string
}

const comment = /\/\/~ (error|warning|info|hint) ([a-z-]+)(?:: (.*))?$/

/**
 * Every case below `folder`: each `.entitle` file, and each folder called `*.case` as one.
 * `//~ error unknown-name: part of the message` behind a statement speaks of its line; on a line of its own, of the last line that isn't one.
 */
export const readCases = (folder: string, below = ''): Case[] =>
  fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const name = path.posix.join(below, entry.name)
    if (entry.isDirectory() && !entry.name.endsWith('.case')) return readCases(folder, name)
    if (entry.isFile() && !/(?<!\.formatted)\.entitle$/.test(entry.name)) return []
    const names = entry.isFile()
      ? [name]
      : fs
          .readdirSync(path.join(folder, name))
          .filter(file => file.endsWith('.entitle'))
          .map(file => `${name}/${file}`)
    const files = Object.fromEntries(names.map(file => [`/${file}`, fs.readFileSync(path.join(folder, file), 'utf8')]))
    const expected = Object.entries(files).flatMap(([file, text]) => expectationsIn(file, text))
    return [{ name, files, expected, stem: path.join(folder, name.replace(/\.(entitle|case)$/, '')) }]
  })

const expectationsIn = (file: string, text: string): Expected[] => {
  let line = 0
  return text.split(/\r?\n/).flatMap((content, index) => {
    const found = comment.exec(content)
    if (found === null || content.slice(0, found.index).trim() !== '') line = index + 1
    const [, severity, rule, part = ''] = found ?? []
    return severity === undefined || rule === undefined ? [] : [{ file, line, severity, rule, text: part.trim() }]
  })
}
