import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { blockOf } from '../resolve/block.ts'
import { minutesOf } from '../syntax/duration.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange } from '../syntax/range.ts'
import { blockFix } from './block-fix.ts'
import { type FileCheck, findingAt } from './check.ts'

/** How long back a sign-in may lie, in days. https://learn.microsoft.com/entra/id-governance/create-access-review */
const longestInactivity = 730
const minutesPerDay = 1440

/** Reviews of access outside packages that don't say whose access is reviewed, or look back further than Microsoft Entra remembers. */
export const standaloneReview: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'StandaloneReview'))
    .flatMap(review => [...scope(review), ...inactivity(review)])

const scope = (review: ast.StandaloneReview): Finding[] =>
  review.statements.some(({ $type }) => $type === 'ReviewScope')
    ? []
    : [
        findingAt(
          'review-without-scope',
          'error',
          propertyRange(review, 'name'),
          `${review.name === undefined ? 'This review' : `Review ${review.name}`} doesn't say whose access it looks at. Add it, as in \`of guests in all groups\` or \`of everyone in app "Salesforce"\`.`,
          {
            fixes: [
              blockFix(
                blockOf(review, review.statements),
                'of guests in all groups',
                'Add `of guests in all groups`',
                false,
              ),
            ],
          },
        ),
      ]

const inactivity = (review: ast.StandaloneReview): Finding[] => {
  const inactive = review.statements.findLast(statement => statement.$type === 'Inactive')
  if (inactive?.duration?.amount === undefined || minutesOf(inactive.duration) <= longestInactivity * minutesPerDay)
    return []
  const range = propertyRange(inactive, 'duration')
  const words = `${longestInactivity} days`
  return [
    findingAt(
      'inactivity',
      'error',
      range,
      `A review looks back ${words} at most. Write \`inactive for ${words}\` or less.`,
      {
        fixes: [{ title: `Write ${words}`, safe: false, edits: [{ range, text: words }] }],
      },
    ),
  ]
}
