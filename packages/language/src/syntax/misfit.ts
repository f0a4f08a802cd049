import type { Finding, SourceRange } from '@entitle/graph'
import type { IToken } from 'chevrotain'
import { readAlong } from './expectation.ts'
import { expectedWords, orList } from './expected-words.ts'
import { type Failure, mayEnd } from './failure.ts'
import { unfinished } from './missing-word.ts'
import type { Mistake } from './mistake.ts'
import { blockName } from './open-blocks.ts'
import { inserted, type Repair, skipped, type TokenTypes } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { after, capital, shown } from './token-words.ts'
import { trial } from './trial.ts'

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
  if (token.image === '{' && mayEnd(expected)) return tellOpening(uri, failure, token)
  const goingOn = unfinished(failure).filter(({ keyword }) => keyword !== '{' && keyword !== '}')
  const isNewLine = token.startLine !== before?.endLine
  if (mayEnd(expected) && (goingOn.length === 0 || isNewLine)) {
    const words = expectedWords(expected.filter(({ keyword }) => keyword === undefined || !/^[,{}]$/.test(keyword)))
    return syntaxFinding(
      range,
      `\`${shown(token)}\` starts no statement ${window.braces.length === 0 ? 'at the top of a file' : blockName(window)}. There you can write ${orList(words, 30)}.`,
    )
  }
  const words = mayEnd(expected) ? [...expectedWords(goingOn), 'a new statement'] : expectedWords(expected)
  if (words.length === 0) return syntaxFinding(range, `\`${shown(token)}\` doesn't fit here.`)
  const isUnfinished = isNewLine && before !== undefined
  const forced = isUnfinished && !mayEnd(expected) ? onlyWords(failure) : []
  if (isUnfinished && forced.length > 0) {
    const wanted = forced.join(' ')
    const at = behindToken(uri, before)
    const fix = { title: `Add \`${wanted}\``, safe: false, edits: [{ range: at, text: ` ${wanted}` }] }
    return syntaxFinding(rangeOfToken(uri, before), `${capital(after(before))}comes \`${wanted}\`.`, fix)
  }
  return syntaxFinding(
    isUnfinished ? rangeOfToken(uri, before) : range,
    `${capital(after(before))}comes ${orList(words)}${isUnfinished ? '' : `, not \`${shown(token)}\``}.`,
  )
}

/** A brace where no block opens. */
const tellOpening = (uri: string, { tokens, index }: Failure, token: IToken): Finding => {
  const before = tokens[index - 1]
  const range = rangeOfToken(uri, token)
  if (before === undefined || before.endLine !== token.startLine)
    return syntaxFinding(
      range,
      'This `{` belongs to nothing. Before it stands what it is the block of, as in `catalog tools "Tools" {`.',
    )
  if (before.image === '{') {
    const fix = { title: 'Leave out `{`', safe: false, edits: [{ range, text: '' }] }
    return syntaxFinding(range, 'This `{` opens nothing. Leave it out.', fix)
  }
  return syntaxFinding(
    range,
    `No block opens after \`${shown(before)}\`. Leave out \`{\` and what stands up to its \`}\`.`,
  )
}

/** The words that alone can finish a statement: `approval not` goes on with `required` and with nothing else. */
const onlyWords = ({ grammar, prefix }: Failure): string[] => {
  const [near] = prefix
  const words: string[] = []
  for (let read = [...prefix]; near !== undefined && words.length < 6; ) {
    const { expected } = readAlong(grammar, read)
    if (mayEnd(expected)) return words
    const [only, ...others] = expected
    if (only?.keyword === undefined || others.length > 0 || !/^[a-z]/.test(only.keyword)) return []
    words.push(only.keyword)
    read = [...read, trial(near, only.keyword)]
  }
  return []
}

/** An unfinished statement is read as if it were finished; anything else is passed over to the end of its line. */
const readOn = (failure: Failure, types: TokenTypes): Repair => {
  const { tokens, index, expected } = failure
  const [before, token] = [tokens[index - 1], tokens[index]]
  if (token?.image === '{' && before?.image === '{') return { at: index, remove: 1, insert: [] }
  const isUnfinished = token === undefined || /^[{}]$/.test(token.image) || token.startLine !== before?.endLine
  if (!isUnfinished || mayEnd(expected)) return skipped(failure)
  const { keyword, terminal } =
    expected.find(wanted => wanted.terminal !== undefined && wanted.terminal !== 'TIME') ?? expected[0] ?? {}
  const type = types[terminal ?? keyword ?? '']
  return type === undefined ? skipped(failure) : inserted(failure, type)
}

const nowhere = (uri: string): SourceRange => ({
  uri,
  start: { line: 0, character: 0 },
  end: { line: 0, character: 0 },
})
