import type { SourceRange } from '@entitle/graph'
import { type AstNode, AstUtils, GrammarUtils } from 'langium'
import { rangeOf, uriOf } from '../syntax/range.ts'
import { textOffsets } from '../syntax/text-offsets.ts'
import { textLiteral } from '../syntax/text-value.ts'

/** Speaks of a part of what a text says in terms of the source that says it. */
export interface TextPlace {
  /** Where that stretch of the value stands. */
  readonly between: (start: number, end: number) => SourceRange
  /** How a value is written inside this text's quotes. */
  readonly written: (value: string) => string
}

/** The text that stands for a property of a node. */
export const textPlace = (node: AstNode, property: string): TextPlace => {
  const leaf = GrammarUtils.findNodeForProperty(node.$cstNode, property)
  const document = AstUtils.findRootNode(node).$document?.textDocument
  const whole = rangeOf(node)
  if (leaf === undefined || document === undefined) return { between: () => whole, written: value => value }
  const offsets = textOffsets(leaf.text)
  const positionOf = (at: number) => document.positionAt(leaf.offset + (offsets[at] ?? leaf.length))
  return {
    between: (start, end) => ({ uri: uriOf(node), start: positionOf(start), end: positionOf(end) }),
    written: value => (leaf.text.startsWith('"""') ? value.replaceAll('\\', '\\\\') : textLiteral(value).slice(1, -1)),
  }
}
