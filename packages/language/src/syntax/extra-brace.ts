import type { IToken } from 'chevrotain'
import { mayEnd } from './failure.ts'
import type { Mistake, Recognize } from './mistake.ts'
import type { Repair, TokenTypes } from './repair.ts'
import { behindToken, rangeOfToken, syntaxFinding } from './syntax-finding.ts'

/** A `}` that closes nothing, told where the indentation first says that a brace is too many, or that one is missing. */
export const extraBrace: Recognize = ({ tokens, index, window, expected }, types) => {
  const token = tokens[index]
  const closesNothing = token?.image === '}' && window.braces.length === 0
  if (token === undefined || (!closesNothing && !(mayEnd(expected) && closesMore(tokens)))) return undefined
  const heads: IToken[] = []
  let start: IToken | undefined
  /** The first token of the last line of each open block. */
  let tops: (IToken | undefined)[] = [undefined]
  for (const [at, next] of tokens.slice(0, index).entries()) {
    const isFirst = next.startLine !== tokens[at - 1]?.endLine
    if (isFirst) start = next
    if (next.image === '}') {
      const head = heads.pop()
      const line = isFirst ? next : start
      if (head !== undefined && (isElsewhere(head, next, line) || goesOn(head, next, line, tokens[at + 1])))
        return tooMany(next, at)
      tops = tops.slice(0, heads.length + 1)
    } else if (isFirst) {
      const [before, top] = [tokens[at - 1], tops[heads.length]]
      const isBelow = top !== undefined && before !== undefined && columnOf(next) > columnOf(top)
      if (isBelow && (heads.length === 0 || (blocks.has(top.image) && !goingOn.has(next.image) && !isOpen(before))))
        return notOpened(top, before, at, tokens, types)
      tops[heads.length] = next
    }
    if (next.image === '{') heads.push(start ?? next)
  }
  return closesNothing ? tooMany(token, index) : undefined
}

/** Whether a brace stands on a line of braces that is indented otherwise than the head of its block. */
const isElsewhere = (head: IToken, brace: IToken, line: IToken | undefined): boolean =>
  line?.image === '}' && head.startLine !== brace.startLine && head.startColumn !== line.startColumn

/** Declarations inside others that hardly ever come without their block, and what may go on with their heads on the next line. */
const blocks = new Set(['package', 'policy', 'workflow'])
const goingOn = new Set(['in', 'from', '{'])

/** Whether a line ends in the midst of a list. */
const isOpen = ({ image }: IToken): boolean => image === ','

/** Whether a brace behind a statement closes the block that the next line goes on with. */
const goesOn = (head: IToken, brace: IToken, line: IToken | undefined, next: IToken | undefined): boolean =>
  line !== undefined &&
  line.image !== '}' &&
  head.startLine !== line.startLine &&
  next !== undefined &&
  next.startLine !== brace.startLine &&
  next.image !== '}' &&
  next.startColumn === line.startColumn

const closesMore = (tokens: readonly IToken[]): boolean =>
  tokens.reduce((depth, { image }) => depth + (image === '{' ? 1 : image === '}' ? -1 : 0), 0) < 0

const columnOf = ({ startColumn = 1 }: IToken): number => startColumn

const tooMany = (brace: IToken, at: number): Mistake => ({
  finding: uri => {
    const range = rangeOfToken(uri, brace)
    const fix = { title: 'Leave out `}`', safe: false, edits: [{ range, text: '' }] }
    return syntaxFinding(range, 'This `}` closes nothing. Leave it out.', fix)
  },
  repair: { at, remove: 1, insert: [] },
})

const notOpened = (head: IToken, before: IToken, at: number, tokens: readonly IToken[], types: TokenTypes): Mistake => {
  const name = tokens[tokens.indexOf(head) + 1]
  return {
    finding: uri => {
      const range = behindToken(uri, before)
      const fix = { title: 'Add `{`', safe: false, edits: [{ range, text: ' {' }] }
      return syntaxFinding(range, `The block of ${head.image} ${name?.image ?? ''} isn't opened. Add \`{\`.`, fix)
    },
    repair: opened(before, at, types),
  }
}

const opened = (before: IToken, at: number, types: TokenTypes): Repair => {
  const type = types['{']
  if (type === undefined) return { at, remove: 0, insert: [] }
  const brace = {
    ...before,
    image: '{',
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    isInsertedInRecovery: true,
  }
  return { at, remove: 0, insert: [brace] }
}
