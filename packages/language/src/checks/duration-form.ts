import type { Finding } from '@entitle/graph'
import { type AstNode, type CstNode, GrammarUtils, type LangiumDocument } from 'langium'
import { isUnit, unitFor } from '../syntax/duration.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOfCst, uriOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Durations whose meaning is clear, and whose form isn't the one that all others have: `180days`, `2 week`, `1 days`. */
export const durationForm: FileCheck = ({ documents }) =>
  documents.flatMap(document => writtenIn(document).flatMap(unlikeOthers))

/** A number and a unit of time, as they stand in a file. */
interface Written {
  readonly node: AstNode
  readonly amount: number | undefined
  readonly number: CstNode | undefined
  readonly unit: CstNode | undefined
}

const writtenIn = (document: LangiumDocument): readonly Written[] => [
  ...[...nodesOf(document, 'Duration'), ...nodesOf(document, 'BoundOption')].map(node => ({
    node,
    amount: node.amount,
    number: GrammarUtils.findNodeForProperty(node.$cstNode, 'amount'),
    unit: GrammarUtils.findNodeForProperty(node.$cstNode, 'unit'),
  })),
  ...nodesOf(document, 'OnCall').map(node => ({
    node,
    amount: node.days,
    number: GrammarUtils.findNodeForProperty(node.$cstNode, 'days'),
    unit:
      GrammarUtils.findNodeForKeyword(node.$cstNode, 'day') ?? GrammarUtils.findNodeForKeyword(node.$cstNode, 'days'),
  })),
]

const unlikeOthers = ({ node, amount, number, unit }: Written): Finding[] => {
  if (amount === undefined || amount < 1 || number === undefined || unit === undefined || !isUnit(unit.text)) return []
  const right = unitFor(amount, unit.text)
  const isJoined = number.end === unit.offset
  if (right === unit.text && !isJoined) return []
  const uri = uriOf(node)
  const [first, last] = [rangeOfCst(uri, number), rangeOfCst(uri, unit)]
  const better = `${number.text} ${right}`
  const why =
    right === unit.text
      ? 'A blank stands between a number and its unit'
      : amount === 1
        ? 'One is followed by the singular'
        : 'More than one is followed by the plural'
  return [
    findingAt('duration-form', 'hint', { ...first, end: last.end }, `${why}: \`${better}\`.`, {
      fixes: [{ title: `Write ${better}`, safe: true, edits: [{ range: last, text: isJoined ? ` ${right}` : right }] }],
    }),
  ]
}
