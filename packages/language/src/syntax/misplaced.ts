import type { IToken } from 'chevrotain'
import type { Grammar } from 'langium'
import { readAlong } from './expectation.ts'
import { orList } from './expected-words.ts'
import { mayEnd } from './failure.ts'
import type { Recognize } from './mistake.ts'
import { blockName } from './open-blocks.ts'
import { skipped } from './repair.ts'
import { rangeOfToken, syntaxFinding } from './syntax-finding.ts'
import { isWord } from './token-words.ts'
import { lineFrom, lineStart, trial } from './trial.ts'

/** Blocks by their heads, as types of tokens; the top of a file has none. */
const homes: readonly (readonly [string, string])[] = [
  ['', ''],
  ['a tenant', 'tenant ID {'],
  ['an organization', 'organization ID TEXT {'],
  ['a user, group, app or site', 'group ID TEXT {'],
  ['a catalog', 'catalog ID TEXT {'],
  ['a workflow', 'catalog ID TEXT { workflow ID TEXT {'],
  ['a package', 'package ID TEXT {'],
  ['a policy', 'policy template ID {'],
  ['an approval', 'policy template ID { approval {'],
  ['a stage', 'policy template ID { approval { stage by ID {'],
  ["a policy's review", 'policy template ID { review weekly {'],
  ['a review outside packages', 'review ID TEXT {'],
  ['a standard', 'standard ID {'],
  ['a scenario', 'scenario TEXT {'],
]

/** A statement of another block: `grants` in a catalog, `owners` in a package. */
export const misplaced: Recognize = failure => {
  const { tokens, index, grammar, window, expected } = failure
  const start = lineStart(failure, index)
  const first = tokens[start]
  if (first === undefined || index - start > 1 || first.tokenType.name === 'ID' || !isWord(first)) return undefined
  if (index === start && !mayEnd(expected)) return undefined
  const line = lineFrom(failure, start)
  const readings = homes.map(([noun, head]) => ({ noun, read: readIn(grammar, head, line) }))
  const most = Math.max(...readings.map(({ read }) => read))
  if (most < (index > start ? Math.max(line.length, 3) : Math.min(2, line.length))) return undefined
  const places = readings.filter(({ read }) => read === most).map(({ noun }) => noun)
  const here = window.braces.length === 0 ? 'at the top of a file' : `in the block ${blockName(window)}`
  const there = places.includes('') ? 'at the top of a file' : `in the block of ${orList(places)}`
  if (there === here) return undefined
  return {
    finding: uri =>
      syntaxFinding(rangeOfToken(uri, first), `\`${first.image}\` belongs ${there}, not ${here}. Move it there.`),
    repair: skipped({ ...failure, index: start }),
  }
}

const readIn = (grammar: Grammar, head: string, line: readonly IToken[]): number => {
  const [near] = line
  if (near === undefined) return 0
  const opening = head === '' ? [] : head.split(' ').map(name => trial(near, name))
  return readAlong(grammar, [...opening, ...line]).read - opening.length
}
