import type { Lexer } from 'langium'

/** A token or a comment, with what stands before it: the pieces that formatting keeps, and the gaps that it writes anew. */
export interface Leaf {
  readonly text: string
  readonly offset: number
  readonly end: number
  readonly sort: 'token' | 'line comment' | 'block comment'
  /** Line breaks between the leaf before and this one. */
  readonly breaks: number
  /** Characters before it on its line. */
  readonly column: number
}

/** All tokens and comments of a text in order; undefined where the text holds something that is neither. */
export const leavesOf = (text: string, lexer: Lexer): readonly Leaf[] | undefined => {
  const { tokens, hidden, errors } = lexer.tokenize(text)
  if (errors.length > 0) return undefined
  const leaves: Leaf[] = []
  let end = 0
  for (const token of [...tokens, ...hidden].sort((a, b) => a.startOffset - b.startOffset)) {
    const offset = token.startOffset
    const gap = text.slice(end, offset)
    end = offset + token.image.length
    leaves.push({
      text: token.image,
      offset,
      end,
      sort: sortOf(token.tokenType.name),
      breaks: gap.split('\n').length - 1,
      column: offset - (text.lastIndexOf('\n', offset - 1) + 1),
    })
  }
  return leaves
}

const sortOf = (name: string): Leaf['sort'] =>
  name === 'SL_COMMENT' ? 'line comment' : name === 'ML_COMMENT' ? 'block comment' : 'token'

export const isComment = (leaf: Leaf | undefined): boolean => leaf !== undefined && leaf.sort !== 'token'
