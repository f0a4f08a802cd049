import type { Finding, SourceRange } from '@entitle/graph'
import { expectedWords, orList } from './expected-words.ts'
import { type Failure, mayEnd } from './failure.ts'
import { unfinished } from './missing-word.ts'
import type { Mistake } from './mistake.ts'
import type { Window } from './open-blocks.ts'
import { inserted, type Repair, skipped, type TokenTypes } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { after, capital, isWord, shown } from './token-words.ts'

/** Whatever else doesn't fit: what was written, and what could stand there. */
export const misfit = (failure: Failure, types: TokenTypes): Mistake => ({
  finding: uri => tell(failure, uri),
  repair: readOn(failure, types),
})

const tell = (failure: Failure, uri: string): Finding => {
  const { tokens, index, expected, window } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token === undefined) {
    const range = before === undefined ? nowhere(uri) : behindToken(uri, before)
    return syntaxFinding(range, `The file ends too early: ${after(before)}comes ${orList(expectedWords(expected))}.`)
  }
  const range = rangeOfToken(uri, token)
  if (token.image === '}' && window.braces.length === 0) {
    const fix = { title: 'Leave out `}`', safe: false, edits: [{ range, text: '' }] }
    return syntaxFinding(range, 'This `}` closes nothing. Leave it out.', fix)
  }
  const goingOn = unfinished(failure).filter(({ keyword }) => keyword !== '{' && keyword !== '}')
  const isNewLine = token.startLine !== before?.endLine
  if (mayEnd(expected) && (goingOn.length === 0 || isNewLine)) {
    const words = expectedWords(expected.filter(({ keyword }) => keyword === undefined || !/^[,{}]$/.test(keyword)))
    return syntaxFinding(
      range,
      `\`${shown(token)}\` starts no statement ${blockName(window)}. There you can write ${orList(words, 30)}.`,
    )
  }
  const words = mayEnd(expected) ? [...expectedWords(goingOn), 'a new statement'] : expectedWords(expected)
  if (words.length === 0) return syntaxFinding(range, `\`${shown(token)}\` doesn't fit here.`)
  const isUnfinished = isNewLine && before !== undefined
  return syntaxFinding(
    isUnfinished ? rangeOfToken(uri, before) : range,
    `${capital(after(before))}comes ${orList(words)}${isUnfinished ? '' : `, not \`${shown(token)}\``}.`,
  )
}

/** An unfinished statement is read as if it were finished; anything else is passed over to the end of its line. */
const readOn = (failure: Failure, types: TokenTypes): Repair => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  const isUnfinished = token === undefined || token.image === '}' || token.startLine !== before?.endLine
  if (!isUnfinished || mayEnd(expected)) return skipped(failure)
  const { keyword, terminal } = expected.find(wanted => wanted.terminal !== undefined) ?? expected[0] ?? {}
  const type = types[terminal ?? keyword ?? '']
  return type === undefined ? skipped(failure) : inserted(failure, type)
}

const blockName = ({ heads }: Window): string => {
  const head = heads.at(-1)
  if (head === undefined) return 'at the top of a file'
  const [first, second] = head
  const name = second !== undefined && isWord(second) ? ` ${second.image}` : ''
  return `of ${first?.image ?? 'this block'}${name}`
}

const nowhere = (uri: string): SourceRange => ({
  uri,
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
})
