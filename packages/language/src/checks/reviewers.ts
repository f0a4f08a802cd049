import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { headRange, propertyRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

type Review = ast.PolicyReview | ast.StandaloneReview

/** Somebody must do a review, and it must be somebody who can. */
export const reviewers: FileCheck = ({ documents }) =>
  documents
    .flatMap((document): Review[] => [...nodesOf(document, 'PolicyReview'), ...nodesOf(document, 'StandaloneReview')])
    .flatMap(review => {
      const statements = review.statements as readonly ast.StandaloneReviewStatement[]
      const said = statements.findLast(statement => statement.$type === 'Reviewers')
      return said === undefined
        ? [nobody(review)]
        : [
            ...themselves(said),
            ...[...said.reviewers, ...said.fallback].flatMap(subject => unfit(subject, review)),
            ...recommendation(statements),
          ]
    })

const nobody = (review: Review): Finding =>
  findingAt(
    'review-without-reviewers',
    'error',
    headRange(review),
    `This review says nobody who reviews. Add \`reviewers\` and who decides: a user, a group, \`manager\`, ${review.$type === 'PolicyReview' ? '`internal sponsors`' : '`group owners`'} or \`self\`.`,
  )

const wrong = (subject: ast.Subject, message: string): Finding =>
  findingAt('reviewer-kind', 'error', rangeOf(subject), message)

const themselves = ({ reviewers: deciders, fallback }: ast.Reviewers): Finding[] => {
  const self = deciders.find(({ $type }) => $type === 'Self')
  return [
    ...(self !== undefined && deciders.length > 1
      ? [
          wrong(
            self,
            'Where people review themselves (`self`), nobody else does. Leave out `self`, or the other reviewers.',
          ),
        ]
      : []),
    ...fallback
      .filter(({ $type }) => $type === 'Self')
      .map(subject =>
        wrong(
          subject,
          'A fallback is asked where nobody else can be; people themselves always can. Name a user or a group.',
        ),
      ),
  ]
}

/** https://learn.microsoft.com/graph/accessreviews-reviewers-concept */
const unfit = (subject: ast.Subject, review: Review): Finding[] => {
  if (review.$type === 'PolicyReview')
    return subject.$type === 'GroupOwners'
      ? [
          wrong(
            subject,
            '`group owners` can review groups, in a `review` of its own, and not the assignments of a policy. Name a user or a group.',
          ),
        ]
      : []
  switch (subject.$type) {
    case 'SponsorsOf':
    case 'UserSponsors':
      return [
        wrong(
          subject,
          "Sponsors approve requests and review packages; they can't review other access. Name a user or a group, `manager` or `group owners`.",
        ),
      ]
    case 'Manager':
      return subject.level !== undefined && subject.level > 1
        ? [wrong(subject, "Reviews outside packages go to people's managers, and not further up. Write `manager`.")]
        : []
    default:
      return []
  }
}

/** A recommendation that nobody makes can't be followed. */
const recommendation = (statements: readonly ast.StandaloneReviewStatement[]): Finding[] => {
  const answer = statements.findLast(statement => statement.$type === 'NoResponse')
  const shown = statements.findLast(statement => statement.$type === 'Recommendations')
  return answer?.value === 'follow' && shown?.value === 'off'
    ? [
        findingAt(
          'no-recommendation',
          'warning',
          propertyRange(answer, 'value'),
          'Without an answer the recommendation is followed, and `recommendations off` makes none. Write `recommendations shown`, or `if no response remove access`.',
          {
            related: [
              { place: { kind: 'source', range: rangeOf(shown) }, message: 'Recommendations are turned off here.' },
            ],
            fixes: [
              {
                title: 'Write `recommendations shown`',
                safe: false,
                edits: [{ range: rangeOf(shown), text: 'recommendations shown' }],
              },
            ],
          },
        ),
      ]
    : []
}
