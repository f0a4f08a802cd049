import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { patternMistake } from '../syntax/pattern.ts'
import { type FileCheck, findingAt } from './check.ts'
import { textPlace } from './text-place.ts'

/** Regular expressions that can't be read, behind `matching` of a question and of a rule. */
export const patterns: FileCheck = ({ documents }) =>
  documents.flatMap(document => [...nodesOf(document, 'Ask'), ...nodesOf(document, 'PatternOption')]).flatMap(slipIn)

const slipIn = (node: ast.Ask | ast.PatternOption): Finding[] => {
  const found = node.pattern === undefined ? undefined : patternMistake(node.pattern)
  return found === undefined
    ? []
    : [
        findingAt(
          'malformed-pattern',
          'error',
          textPlace(node, 'pattern').between(found.start, found.end),
          found.message,
        ),
      ]
}
