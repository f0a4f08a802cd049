import type { SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils, type CompositeCstNode, type CstNode, GrammarAST, GrammarUtils } from 'langium'
import { firstLeaf, lastLeaf } from './leaves.ts'
import { lineOf, perPlace } from './per-node.ts'

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** The file that a node was parsed from. */
export const uriOf = (node: AstNode): string => AstUtils.findRootNode(node).$document?.uri.toString() ?? ''

/** The stretch of source that a node was parsed from. The same object until the node moves. */
export const rangeOf = (node: AstNode): SourceRange => {
  const knowing = node as { [range]?: SourceRange }
  const known = knowing[range]
  if (known !== undefined && known.start.line === lineOf(node)) return known
  const found = rangeOfCst(uriOf(node), node.$cstNode)
  knowing[range] = found
  return found
}

const range = Symbol('range')

/** The stretch of source of one property of a node, or of the whole node where the property isn't there. */
export const propertyRange = (node: AstNode, property: string, index?: number): SourceRange =>
  rangeOfCst(uriOf(node), cstOfProperty(node, property, index ?? 0) ?? node.$cstNode)

/** As Langium's `findNodeForProperty`, but no further than to what is looked for, and asking the grammar for each of its parts once. */
const cstOfProperty = (node: AstNode, property: string, index: number): CstNode | undefined => {
  let last: CstNode | undefined
  let left = index
  const look = (cst: CompositeCstNode): boolean => {
    for (const child of cst.content) {
      if (assignedBy(child.grammarSource) === property) {
        last = child
        if (left-- === 0) return true
      } else if ('content' in child && child.astNode === node && look(child as CompositeCstNode)) return true
    }
    return false
  }
  const { $cstNode: cst } = node
  if (cst !== undefined && 'content' in cst) look(cst as CompositeCstNode)
  return last
}

/** Which property a part of the grammar assigns. */
const assignedBy = (source: AbstractElement | undefined): string | undefined => {
  if (source === undefined) return undefined
  if (!assigned.has(source)) assigned.set(source, AstUtils.getContainerOfType(source, GrammarAST.isAssignment)?.feature)
  return assigned.get(source)
}

type AbstractElement = NonNullable<CstNode['grammarSource']>
const assigned = new Map<AbstractElement, string | undefined>()

/** From the start of a node to the end of its first line, or of its head before `{`: what to underline of a long declaration. */
export const headRange: (node: AstNode) => SourceRange = perPlace(node => {
  const brace = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const whole = rangeOf(node)
  if (brace === undefined || node.$cstNode === undefined) return whole
  const head = node.$cstNode.text.slice(0, brace.offset - node.$cstNode.offset).trimEnd()
  if (head.includes('\n')) return whole
  const { line, character } = whole.start
  return { uri: whole.uri, start: whole.start, end: { line, character: character + head.length } }
})

/** As the node's own `range`, which would be kept by each node that was ever asked. */
export const rangeOfCst = (uri: string, cst: CstNode | undefined): SourceRange => {
  const first = cst === undefined ? undefined : firstLeaf(cst)
  const last = cst === undefined ? undefined : lastLeaf(cst)
  if (first === undefined || last === undefined) return { uri, ...nowhere }
  const { range } = first
  const { start } = range
  const { end } = last === first ? range : last.range
  return { uri, start, end: end.line < start.line ? start : end }
}
