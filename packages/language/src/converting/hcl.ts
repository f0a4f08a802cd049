import { NotConvertible } from './graph-document.ts'

/** A value of Terraform's language as far as it is one by itself; anything that must be evaluated keeps its words. */
export type HclValue =
  | string
  | number
  | boolean
  | null
  | readonly HclValue[]
  | { readonly [name: string]: HclValue }
  | Expression

/** What only Terraform can evaluate, such as `azuread_group.engineers.object_id`. */
export class Expression {
  readonly words: string
  constructor(words: string) {
    this.words = words
  }
}

/** `resource "azuread_access_package" "alpine" { … }`. */
export interface HclBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: ReadonlyMap<string, { readonly value: HclValue; readonly line: number }>
  readonly blocks: readonly HclBlock[]
  /** From 1. */
  readonly line: number
}

interface Token {
  readonly is: 'word' | 'text' | 'number' | 'sign' | 'end'
  readonly text: string
  readonly line: number
  /** Of a text: whether `${…}` or `%{…}` is in it. */
  readonly open?: boolean
}

const pattern =
  /(?<blank>[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<line>\n)|<<-?(?<mark>\w+)\n(?<here>[\s\S]*?)\n[ \t]*\k<mark>(?=\n|$)|"(?<text>(?:[^"\\\n$]|\\.|\$(?!\{)|\$\{[^}]*\})*)"|(?<number>\d+(?:\.\d+)?)|(?<word>[A-Za-z_][\w-]*)|(?<sign>\.\.\.|[=!<>]=|&&|\|\||=>|[{}[\]().,:=?*+\-/%<>!])/y

/** Blocks of a text in Terraform's language. @throws {NotConvertible} with the line where it is none */
export const parseHcl = (text: string): readonly HclBlock[] => {
  const tokens = tokensOf(text)
  let at = 0
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? { is: 'end', text: '', line: tokens.at(-1)?.line ?? 1 }
  const next = (): Token => {
    const token = peek()
    at += 1
    return token
  }
  const isSign = (sign: string, ahead = 0) => peek(ahead).is === 'sign' && peek(ahead).text === sign
  const want = (sign: string): void => {
    if (!isSign(sign))
      throw new NotConvertible(
        peek().is === 'end' ? `The text ends before \`${sign}\`.` : `\`${sign}\` is missing before \`${peek().text}\`.`,
        peek().line,
      )
    next()
  }
  const lines = () => {
    while (peek().is === 'sign' && peek().text === '\n') next()
  }
  const block = (): HclBlock => {
    const { text: type, line } = next()
    const labels: string[] = []
    while (peek().is === 'text' || (peek().is === 'word' && !isSign('=', 1))) labels.push(next().text)
    want('{')
    const attributes = new Map<string, { value: HclValue; line: number }>()
    const blocks: HclBlock[] = []
    for (lines(); !isSign('}'); lines()) {
      if (peek().is !== 'word')
        throw new NotConvertible(
          peek().is === 'end'
            ? `The block that begins in line ${line} has no end.`
            : `\`${peek().text}\` is no name of a setting.`,
          peek().line,
        )
      if (isSign('=', 1)) {
        const name = next()
        next()
        attributes.set(name.text, { value: value(), line: name.line })
      } else blocks.push(block())
    }
    want('}')
    return { type, labels, attributes, blocks, line }
  }
  const value = (): HclValue => {
    const start = at
    const simple = simpleValue()
    if (simple !== undefined && endsHere()) return simple
    at = start
    return new Expression(wordsToEnd())
  }
  const endsHere = () => ['\n', ',', ']', '}', ')'].some(sign => isSign(sign)) || peek().is === 'end'
  const simpleValue = (): HclValue | undefined => {
    const { is, text: words, open } = peek()
    if (is === 'text') {
      next()
      return open === true ? new Expression(words) : words
    }
    if (is === 'number') {
      next()
      return Number(words)
    }
    if (is === 'word' && ['true', 'false', 'null'].includes(words)) {
      next()
      return words === 'null' ? null : words === 'true'
    }
    if (isSign('[')) return list()
    if (isSign('{')) return map()
    return undefined
  }
  const list = (): HclValue => {
    want('[')
    const items: HclValue[] = []
    for (lines(); !isSign(']'); lines()) {
      items.push(value())
      lines()
      if (!isSign(']')) want(',')
    }
    want(']')
    return items
  }
  const map = (): HclValue => {
    want('{')
    const entries: [string, HclValue][] = []
    for (lines(); !isSign('}'); lines()) {
      const key = next()
      if (key.is !== 'word' && key.is !== 'text') throw new NotConvertible('A key is missing.', key.line)
      if (isSign('=') || isSign(':')) next()
      entries.push([key.text, value()])
      if (isSign(',')) next()
    }
    want('}')
    return Object.fromEntries(entries)
  }
  /** The words of an expression, to the end of its line or of what is around it. */
  const wordsToEnd = (): string => {
    const words: string[] = []
    let depth = 0
    for (; peek().is !== 'end'; ) {
      const { text: word, is } = peek()
      const sign = is === 'sign'
      if (depth === 0 && sign && ['\n', ',', ']', '}', ')'].includes(word)) break
      if (sign && ['(', '[', '{'].includes(word)) depth += 1
      if (sign && [')', ']', '}'].includes(word)) depth -= 1
      words.push(is === 'text' ? `"${word}"` : word === '\n' ? ' ' : word)
      next()
    }
    return words.join('')
  }
  const blocks: HclBlock[] = []
  for (lines(); peek().is !== 'end'; lines()) {
    if (peek().is !== 'word') throw new NotConvertible(`\`${peek().text}\` is no beginning of a block.`, peek().line)
    if (isSign('=', 1)) {
      next()
      next()
      value()
    } else blocks.push(block())
  }
  return blocks
}

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  let line = 1
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (match?.groups === undefined) throw new NotConvertible(`\`${text.charAt(at)}\` means nothing here.`, line)
    const { blank, here, text: quoted, number, word, sign, line: end } = match.groups
    if (here !== undefined) tokens.push({ is: 'text', text: here.replace(/^[ \t]+/gm, ''), line, open: isOpen(here) })
    else if (quoted !== undefined) tokens.push({ is: 'text', text: unescaped(quoted), line, open: isOpen(quoted) })
    else if (number !== undefined) tokens.push({ is: 'number', text: number, line })
    else if (word !== undefined) tokens.push({ is: 'word', text: word, line })
    else if (sign !== undefined || end !== undefined) tokens.push({ is: 'sign', text: sign ?? '\n', line })
    if (blank !== undefined || here !== undefined || end !== undefined) line += match[0].split('\n').length - 1
  }
  return tokens
}

const isOpen = (text: string): boolean => /(?<![$%])[$%]\{/.test(text)

const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const unescaped = (text: string): string =>
  text
    .replaceAll(/\\(?:u([\dA-Fa-f]{4})|(.))/g, (_, code: string | undefined, letter: string) =>
      code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('$${', '${')
