import type { Finding } from '@entitle/graph'
import type { AstNode, LangiumDocument } from 'langium'
import type * as ast from '../generated/ast.ts'
import { durationWords, isUnit, minutesOf } from '../syntax/duration.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

const day = 1440

/** Hours where Microsoft Entra counts whole days: rounding them silently would mean something else than what is written. */
export const wholeDays: FileCheck = ({ documents }) =>
  documents.flatMap(counted).flatMap(({ duration, what }) => broken(duration, what))

const counted = (
  document: LangiumDocument,
): readonly { readonly duration: ast.Duration | undefined; readonly what: string }[] => [
  ...nodesOf(document, 'OpenFor').map(({ duration }) => ({ duration, what: 'How long a review stays open' })),
  ...nodesOf(document, 'Inactive').map(({ duration }) => ({ duration, what: 'How long somebody has not signed in' })),
  ...nodesOf(document, 'Offboarding').map(({ deleteAfter }) => ({
    duration: deleteAfter,
    what: 'How long an account stays blocked',
  })),
]

const broken = (duration: (ast.Duration & AstNode) | undefined, what: string): Finding[] => {
  if (duration?.amount === undefined || duration.unit === undefined || !isUnit(duration.unit)) return []
  const minutes = minutesOf(duration)
  if (minutes % day === 0) return []
  const range = rangeOf(duration)
  const better = durationWords(Math.ceil(minutes / day) * day)
  return [
    findingAt(
      'whole-days',
      'error',
      range,
      `${what} is counted in whole days. Write \`${better}\`, or another number of days.`,
      {
        fixes: [{ title: `Write ${better}`, safe: false, edits: [{ range, text: better }] }],
      },
    ),
  ]
}
