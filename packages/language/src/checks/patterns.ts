import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { patternMistake } from '../syntax/pattern.ts'
import { type FileCheck, findingAt } from './check.ts'
import { textPlace } from './text-place.ts'

/** Regular expressions that can't be read, behind `matching` of a question or a rule. */
export const patterns: FileCheck = ({ documents }) =>
  documents
    .flatMap((document): Patterned[] => [
      ...nodesOf(document, 'Ask'),
      ...nodesOf(document, 'PatternOption'),
      ...nodesOf(document, 'GrantsTrait'),
      ...nodesOf(document, 'NameTrait'),
      ...nodesOf(document, 'DescriptionTrait'),
    ])
    .flatMap(slipIn)

type Patterned = ast.Ask | ast.PatternOption | ast.GrantsTrait | ast.NameTrait | ast.DescriptionTrait

const slipIn = (node: Patterned): Finding[] => {
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
