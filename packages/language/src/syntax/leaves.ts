import type { CompositeCstNode, CstNode } from 'langium'

/** The parts of a composite node of the concrete tree; none of a leaf. */
export const partsOf = (node: CstNode): readonly CstNode[] =>
  'content' in node ? (node as CompositeCstNode).content : none

const none: readonly CstNode[] = []

/** The first token of a node that is no comment, where it has one. Asked for every node of a workspace, so it makes nothing. */
export const firstLeaf = (node: CstNode): CstNode => {
  let at = node
  for (let parts = partsOf(at); parts.length > 0; parts = partsOf(at)) {
    let index = 0
    while (index < parts.length - 1 && parts[index]?.hidden === true) index += 1
    const next = parts[index]?.hidden === true ? parts[0] : parts[index]
    if (next === undefined) break
    at = next
  }
  return at
}

/** The last token of a node that is no comment, where it has one. */
export const lastLeaf = (node: CstNode): CstNode => {
  let at = node
  for (let parts = partsOf(at); parts.length > 0; parts = partsOf(at)) {
    let index = parts.length - 1
    while (index > 0 && parts[index]?.hidden === true) index -= 1
    const next = parts[index]?.hidden === true ? parts.at(-1) : parts[index]
    if (next === undefined) break
    at = next
  }
  return at
}
