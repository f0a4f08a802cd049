import type { SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils, type CstNode, GrammarUtils } from 'langium'
import { perNode } from './per-node.ts'

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

/** The file that a node was parsed from. */
export const uriOf = (node: AstNode): string => AstUtils.findRootNode(node).$document?.uri.toString() ?? ''

/** The stretch of source that a node was parsed from. */
export const rangeOf: (node: AstNode) => SourceRange = perNode(node => rangeOfCst(uriOf(node), node.$cstNode))

/** The stretch of source of one property of a node, or of the whole node where the property isn't there. */
export const propertyRange = (node: AstNode, property: string, index?: number): SourceRange =>
  rangeOfCst(uriOf(node), GrammarUtils.findNodeForProperty(node.$cstNode, property, index) ?? node.$cstNode)

/** From the start of a node to the end of its first line, or of its head before `{`: what to underline of a long declaration. */
export const headRange: (node: AstNode) => SourceRange = perNode(node => {
  const brace = GrammarUtils.findNodeForKeyword(node.$cstNode, '{')
  const whole = rangeOf(node)
  if (brace === undefined || node.$cstNode === undefined) return whole
  const head = node.$cstNode.text.slice(0, brace.offset - node.$cstNode.offset).trimEnd()
  if (head.includes('\n')) return whole
  const { line, character } = whole.start
  return { uri: whole.uri, start: whole.start, end: { line, character: character + head.length } }
})

export const rangeOfCst = (uri: string, cst: CstNode | undefined): SourceRange => {
  const { start, end } = cst?.range ?? nowhere
  return { uri, start: { ...start }, end: { ...end } }
}
