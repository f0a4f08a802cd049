import { NotConvertible } from './graph-document.ts'

/** A value of a configuration; a variable that only PowerShell knows is undefined. */
export type DscValue = string | number | boolean | null | undefined | readonly DscValue[] | DscObject
export interface DscObject {
  readonly [name: string]: DscValue
}

/** `AADEntitlementManagementAccessPackage 'Alpine' { … }`. */
export interface DscResource {
  readonly type: string
  readonly name: string
  /** By their names in lower case, as PowerShell compares them. */
  readonly properties: DscObject
  /** From 1. */
  readonly line: number
}

interface Token {
  readonly is: 'text' | 'word' | 'variable' | 'number' | 'sign' | 'end'
  readonly text: string
  readonly line: number
}

const pattern =
  /(?<blank>[ \t\r\n]+|#(?!>)[^\n]*|<#[\s\S]*?#>)|'(?<single>(?:[^']|'')*)'|"(?<double>(?:[^"`]|`[\s\S]|"")*)"|(?<variable>\$[\w:]+)|(?<number>-?\d+(?:\.\d+)?)(?![\w-])|(?<word>[A-Za-z_][\w.-]*)|(?<sign>@\(|@\{|[{}()=;,[\].])/y

/** The resources of entitlement management in a configuration of Microsoft365DSC. @throws {NotConvertible} with the line where it is none */
export const parseDsc = (text: string): readonly DscResource[] => {
  const tokens = tokensOf(text)
  let at = 0
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? { is: 'end', text: '', line: tokens.at(-1)?.line ?? 1 }
  const isSign = (sign: string, ahead = 0) => peek(ahead).is === 'sign' && peek(ahead).text === sign
  const want = (sign: string): void => {
    if (!isSign(sign))
      throw new NotConvertible(
        peek().is === 'end' ? `The text ends before \`${sign}\`.` : `\`${sign}\` is missing before \`${peek().text}\`.`,
        peek().line,
      )
    at += 1
  }
  const object = (): DscObject => {
    const properties: { [name: string]: DscValue } = {}
    want('{')
    while (!isSign('}')) {
      if (isSign(';')) {
        at += 1
        continue
      }
      const name = peek()
      if (name.is !== 'word' && name.is !== 'text')
        throw new NotConvertible(
          name.is === 'end' ? 'A block has no end.' : `\`${name.text}\` is no name of a property.`,
          name.line,
        )
      at += 1
      want('=')
      properties[name.text.toLowerCase()] = value()
    }
    want('}')
    return properties
  }
  const value = (): DscValue => {
    const { is, text: words, line } = peek()
    if (is === 'text' || is === 'number') {
      at += 1
      return is === 'number' ? Number(words) : words
    }
    if (is === 'variable') {
      at += 1
      const known = { $true: true, $false: false, $null: null }[words.toLowerCase()]
      return known
    }
    if (isSign('@(')) return list()
    if (isSign('@{')) {
      tokens[at] = { is: 'sign', text: '{', line }
      return object()
    }
    if (is === 'word' && isSign('{', 1)) {
      at += 1
      return object()
    }
    throw new NotConvertible(is === 'end' ? 'The text ends before a value.' : `\`${words}\` is no value.`, line)
  }
  const list = (): DscValue => {
    want('@(')
    const items: DscValue[] = []
    while (!isSign(')')) {
      if (isSign(',') || isSign(';')) at += 1
      else items.push(value())
    }
    want(')')
    return items
  }
  const resources: DscResource[] = []
  while (peek().is !== 'end') {
    const { is, text: type, line } = peek()
    const isResource =
      is === 'word' && /^AADEntitlementManagement/i.test(type) && peek(1).is === 'text' && isSign('{', 2)
    if (!isResource) {
      at += 1
      continue
    }
    const name = peek(1).text
    at += 2
    resources.push({ type: type.toLowerCase(), name, properties: object(), line })
  }
  return resources
}

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  let line = 1
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(text)
    if (match?.groups === undefined) {
      // Whatever else a script says around its configuration.
      tokens.push({ is: 'sign', text: text.charAt(at), line })
      pattern.lastIndex = at + 1
      continue
    }
    const { single, double, variable, number, word, sign } = match.groups
    const put = (is: Token['is'], words: string) => tokens.push({ is, text: words, line })
    if (single !== undefined) put('text', single.replaceAll("''", "'"))
    else if (double !== undefined) put('text', unescaped(double))
    else if (variable !== undefined) put('variable', variable)
    else if (number !== undefined) put('number', number)
    else if (word !== undefined) put('word', word)
    else if (sign !== undefined) put('sign', sign)
    line += match[0].split('\n').length - 1
  }
  return tokens
}

const escapes: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', '0': '' }
const unescaped = (text: string): string =>
  text.replaceAll('""', '"').replaceAll(/`([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter)
