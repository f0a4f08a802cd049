import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import type { Grammar, LangiumDocument } from 'langium'
import type { Expectation } from './expectation.ts'
import { expectedWords, orList } from './expected-words.ts'
import { missingBrace } from './missing-brace.ts'
import { missingValue } from './missing-value.ts'
import { missingWord, unfinished } from './missing-word.ts'
import { nearest } from './nearest.ts'
import type { Window } from './open-blocks.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { after, capital, isWord, shown } from './token-words.ts'

export interface Failure {
  readonly document: LangiumDocument
  readonly grammar: Grammar
  readonly tokens: readonly IToken[]
  /** The first token that doesn't fit; the number of tokens where the file ends too early. */
  readonly index: number
  readonly expected: readonly Expectation[]
  readonly window: Window
  /** What was read before it, as far as it matters here. */
  readonly prefix: readonly IToken[]
}

/** Says what is wrong at a token: what was written, what could stand there, and a repair where one is likely. */
export const explain = (failure: Failure): Finding => {
  const { document, tokens, index, expected } = failure
  const uri = document.uri.toString()
  const token = tokens[index]
  const brace = missingBrace(failure)
  if (brace !== undefined) return brace
  const value = missingValue(failure)
  const before = tokens[index - 1]
  if (token === undefined) {
    if (value !== undefined) return value
    const range = before === undefined ? nowhere(uri) : behindToken(uri, before)
    return syntaxFinding(range, `The file ends too early: ${after(before)}comes ${orList(expectedWords(expected))}.`)
  }
  const range = rangeOfToken(uri, token)
  const typo = nearestWord(token, expected)
  if (typo !== undefined)
    return syntaxFinding(range, `\`${token.image}\` doesn't fit here; did you mean \`${typo}\`?`, replace(range, typo))
  const missing = value ?? missingWord(failure)
  if (missing !== undefined) return missing
  if (token.image === '}' && failure.window.braces.length === 0)
    return syntaxFinding(range, 'This `}` closes nothing. Leave it out.', {
      title: 'Leave out `}`',
      safe: false,
      edits: [{ range, text: '' }],
    })
  const goingOn = unfinished(failure).filter(({ keyword }) => keyword !== '{' && keyword !== '}')
  if (isStatementPosition(expected) && goingOn.length > 0 && token.startLine === before?.endLine)
    return syntaxFinding(
      range,
      `${capital(after(before))}comes ${orList([...expectedWords(goingOn), 'a new statement'])}, not \`${shown(token)}\`.`,
    )
  if (isStatementPosition(expected)) {
    const words = expectedWords(expected.filter(({ keyword }) => keyword !== ',' && keyword !== '}' && keyword !== '{'))
    const where = blockName(failure.window)
    return syntaxFinding(
      range,
      `\`${shown(token)}\` starts no statement ${where}. There you can write ${orList(words, 30)}.`,
    )
  }
  const words = orList(expectedWords(expected))
  return syntaxFinding(
    range,
    words === ''
      ? `\`${shown(token)}\` doesn't fit here.`
      : `${capital(after(before))}comes ${words}, not \`${shown(token)}\`.`,
  )
}

/** A keyword that the written word is nearly. */
const nearestWord = (token: IToken, expected: readonly Expectation[]): string | undefined =>
  isWord(token)
    ? nearest(
        token.image,
        expected.flatMap(({ keyword }) => (keyword !== undefined && /^[a-z]/.test(keyword) ? [keyword] : [])),
      )
    : undefined

/** Whether a new statement could start: then the block could end here, or the file. */
const isStatementPosition = (expected: readonly Expectation[]): boolean =>
  expected.some(({ keyword, rule }) => keyword === '}' || (keyword === 'catalog' && rule === 'Catalog'))

const blockName = ({ heads }: Window): string => {
  const head = heads.at(-1)
  if (head === undefined) return 'at the top of a file'
  const [first, second] = head
  const name = second !== undefined && isWord(second) ? ` ${second.image}` : ''
  return `of ${first?.image ?? 'this block'}${name}`
}

const replace = (range: SourceRange, word: string): Fix => ({
  title: `Replace it by \`${word}\``,
  safe: true,
  edits: [{ range, text: word }],
})

const nowhere = (uri: string): SourceRange => ({
  uri,
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
})
