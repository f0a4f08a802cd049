import type { CompositeCstNode, CstNode } from 'langium'

/** The parts of a composite node of the concrete tree; none of a leaf. */
export const partsOf = (node: CstNode): readonly CstNode[] =>
  'content' in node ? (node as CompositeCstNode).content : []

/** The first token of a node that is no comment, where it has one. */
export const firstLeaf = (node: CstNode): CstNode => {
  const parts = partsOf(node)
  const first = parts.find(({ hidden }) => !hidden) ?? parts[0]
  return first === undefined ? node : firstLeaf(first)
}

/** The last token of a node that is no comment, where it has one. */
export const lastLeaf = (node: CstNode): CstNode => {
  const parts = partsOf(node)
  const last = parts.findLast(({ hidden }) => !hidden) ?? parts.at(-1)
  return last === undefined ? node : lastLeaf(last)
}
