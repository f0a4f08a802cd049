import fs from 'node:fs'
import path from 'node:path'

/** A finding that a case expects, from a `//~` comment. */
export interface Expected {
  readonly file: string
  /** One-based. */
  readonly line: number
  readonly severity: string
  readonly rule: string
  /** What the finding lies on; undefined where the case leaves it open. */
  readonly on: string | undefined
  /** A part of the message. */
  readonly text: string
}

/** One program of the corpus: a single file, or a folder of files that belong together. */
export interface Case {
  readonly name: string
  readonly files: { readonly [path: string]: string }
  readonly expected: readonly Expected[]
  /** What must be in the program in spite of the mistake: `catalog tools`, `policy tools.a.p`. */
  readonly survivors: readonly string[]
  /** Path without ending, for the views beside it: `<stem>.tenant.json`. */
  readonly stem: string
}

const comment = /\/\/~ (error|warning|info|hint) ([a-z-]+)(?: on <(.*?)>)?(?:: (.*))?$/
const survival = /\/\/~ survives: (.*)$/

/**
 * Every case below `folder`: each `.entitle` file, and each folder called `*.case` as one.
 * `//~ error unknown-name: part of the message` behind a statement speaks of its line; on a line of its own, of the last line that isn't one;
 * `//~ error syntax on <pakage>: …` also says what the finding lies on. `//~ survives: catalog tools, …` names what must be read in spite of it.
 * Where a comment would change the mistake, the same lines stand in `<stem>.expected`, each behind the number of its line.
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
    const stem = path.join(folder, name.replace(/\.(entitle|case)$/, ''))
    const beside = fs.existsSync(`${stem}.expected`) ? fs.readFileSync(`${stem}.expected`, 'utf8') : ''
    const texts = [...Object.values(files), beside]
    const expected = [
      ...Object.entries(files).flatMap(([file, text]) => expectationsIn(file, text)),
      ...expectationsBeside(`/${names[0]}`, beside),
    ]
    return [{ name, files, expected, survivors: texts.flatMap(survivorsIn), stem }]
  })

const expectationsIn = (file: string, text: string): Expected[] => {
  let line = 0
  return text.split(/\r?\n/).flatMap((content, index) => {
    const found = comment.exec(content)
    if (found === null || content.slice(0, found.index).trim() !== '') line = index + 1
    return found === null ? [] : expectation(file, line, found)
  })
}

const expectationsBeside = (file: string, text: string): Expected[] =>
  text.split('\n').flatMap(content => {
    const found = comment.exec(content)
    return found === null ? [] : expectation(file, Number.parseInt(content, 10), found)
  })

const expectation = (file: string, line: number, found: RegExpExecArray): Expected[] => {
  const [, severity, rule, on, part = ''] = found
  return severity === undefined || rule === undefined ? [] : [{ file, line, severity, rule, on, text: part.trim() }]
}

const survivorsIn = (text: string): string[] =>
  text.split(/\r?\n/).flatMap(content => survival.exec(content)?.[1]?.split(', ') ?? [])
