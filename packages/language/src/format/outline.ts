import { type AstNode, GrammarUtils } from 'langium'
import type { Leaf } from './leaf.ts'

/** A declaration or a statement as a stretch of leaves; both ends are inclusive indices. */
export interface Statement {
  readonly node: AstNode
  readonly first: number
  readonly last: number
  readonly block?: Block
}

/** The braces of a statement and what stands between them. */
export interface Block {
  readonly open: number
  readonly close: number
  readonly statements: readonly Statement[]
}

/** The statements of `node` (the whole file, or a declaration) by their leaves. */
export const outline = (node: AstNode, leaves: readonly Leaf[]): readonly Statement[] => {
  const places = new Map(leaves.map((leaf, index) => [leaf.offset, index]))
  const ends = new Map(leaves.map((leaf, index) => [leaf.end, index]))

  const statementOf = (child: AstNode): Statement[] => {
    const first = places.get(child.$cstNode?.offset ?? -1)
    const last = ends.get(child.$cstNode?.end ?? -1)
    if (first === undefined || last === undefined) return []
    const block = blockOf(child)
    return [{ node: child, first, last, ...(block === undefined ? {} : { block }) }]
  }

  const blockOf = (owner: AstNode): Block | undefined => {
    const open = places.get(GrammarUtils.findNodeForKeyword(owner.$cstNode, '{')?.offset ?? -1)
    const close = places.get(GrammarUtils.findNodeForKeyword(owner.$cstNode, '}')?.offset ?? -1)
    return open === undefined || close === undefined
      ? undefined
      : { open, close, statements: contentsOf(owner).flatMap(statementOf) }
  }

  return contentsOf(node).flatMap(statementOf)
}

const lists = new Set(['declarations', 'statements', 'translations'])

/** What stands one to a line inside a file or a block. */
const contentsOf = (node: AstNode): readonly AstNode[] =>
  Object.entries(node).flatMap(([key, value]) => (lists.has(key) && Array.isArray(value) ? (value as AstNode[]) : []))
