import { type AstNode, type CompositeCstNode, type CstNode, RootCstNodeImpl } from 'langium'
import type * as ast from '../generated/ast.ts'
import { partsOf } from './leaves.ts'

/** The text with another stretch in it, and how far what stands behind that has moved. */
export interface Moved {
  readonly text: string
  readonly characters: number
  readonly lines: number
}

/**
 * The tree of a file with another node in the place of one that stood in it, at the top or in a declaration there. Only the nodes around
 * it are new; the old tree is no longer of use.
 */
export const exchanged = (model: ast.Model, old: AstNode, fresh: AstNode, moved: Moved): ast.Model => {
  const { $cstNode: cst, $container: home } = old
  if (cst !== undefined) shiftBehind(cst, moved)
  const root = rootFor(model, moved.text)
  if (cst?.container !== undefined && fresh.$cstNode !== undefined) putPart(cst.container, cst, fresh.$cstNode)
  return home === undefined || home === model
    ? renewed(model, root, old, fresh)
    : renewed(model, root, home, renewed(home, home.$cstNode, old, fresh))
}

const rootFor = (model: ast.Model, text: string): CstNode => {
  const root = new RootCstNodeImpl(text)
  for (const part of model.$cstNode === undefined ? [] : partsOf(model.$cstNode)) adopt(root, part)
  return root as CstNode
}

const adopt = (home: CompositeCstNode | RootCstNodeImpl, part: CstNode): void => {
  ;(home.content as CstNode[]).push(part)
  Object.assign(part, { container: home })
}

const putPart = (home: CompositeCstNode, old: CstNode, fresh: CstNode): void => {
  const content = home.content as CstNode[]
  content[content.indexOf(old)] = fresh
  Object.assign(fresh, { container: home })
  for (let node: CstNode | undefined = home; node !== undefined; node = node.container)
    placeOf(node)._rangeCache = undefined
}

/** A node like another one with one child exchanged. What was known of the other one is not known of it. */
const renewed = <N extends AstNode>(node: N, cst: CstNode | undefined, old: AstNode, child: AstNode): N => {
  const copy = Object.fromEntries(Object.entries(node)) as unknown as N
  const { $containerProperty: property = '', $containerIndex: index = 0 } = old
  Object.assign(child, { $container: copy, $containerProperty: property, $containerIndex: index })
  const list = [...((node as unknown as { readonly [property: string]: readonly AstNode[] })[property] ?? [])]
  list[index] = child
  Object.assign(copy, { [property]: list, $cstNode: cst })
  for (const each of list) Object.assign(each, { $container: copy })
  if (cst !== undefined) Object.assign(cst, { astNode: copy })
  return copy
}

/** Where Langium's concrete tree keeps its places. */
interface Place {
  _offset: number
  _startLine: number
  _endLine: number
  _rangeCache: undefined
}

const placeOf = (node: CstNode): Place => node as unknown as Place

const shiftBehind = (node: CstNode, moved: Moved): void => {
  for (let part = node, home = node.container; home !== undefined; part = home, home = home.container) {
    const { content } = home
    for (let at = content.indexOf(part) + 1; at < content.length; at += 1) shift(content[at] as CstNode, moved)
  }
}

const shift = (node: CstNode, moved: Moved): void => {
  const place = placeOf(node)
  if ('content' in node) {
    if (moved.lines !== 0) place._rangeCache = undefined
    for (const part of (node as CompositeCstNode).content) shift(part, moved)
    return
  }
  place._offset += moved.characters
  place._startLine += moved.lines
  place._endLine += moved.lines
}
