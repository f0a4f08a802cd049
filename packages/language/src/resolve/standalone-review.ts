import type * as ast from '../generated/ast.ts'
import { daysOf } from '../syntax/duration.ts'
import { rangeOf } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import { elementOf, identityOf, statementOf } from './element.ts'
import type { Names } from './names.ts'
import type { ReviewElement } from './program.ts'
import { reviewTermsOf } from './review.ts'

/** A review of access outside packages. */
export const standaloneReviewOf = (node: ast.StandaloneReview, { directory }: Names): ReviewElement => {
  const scope = scopeOf(statementOf<ast.ReviewScope>(node, 'ReviewScope'), directory)
  const inactive = statementOf<ast.Inactive>(node, 'Inactive')
  const recurs = statementOf<ast.Recurs>(node, 'Recurs')
  return {
    element: 'review',
    node,
    ...elementOf(node),
    ...identityOf(node),
    ...(scope === undefined ? {} : { scope }),
    ...(inactive?.duration === undefined
      ? {}
      : { inactiveForDays: { value: daysOf(inactive.duration), range: rangeOf(inactive) } }),
    ...(recurs?.frequency === undefined ? {} : { recurs: { value: recurs.frequency, range: rangeOf(recurs) } }),
    terms: reviewTermsOf(node, recurs?.frequency, directory),
    applyAutomatically: statementOf<ast.ApplyDecisions>(node, 'ApplyDecisions')?.value !== 'manually',
  }
}

const scopeOf = (node: ast.ReviewScope | undefined, directory: Directory): ReviewElement['scope'] => {
  if (node?.who === undefined) return undefined
  const range = rangeOf(node)
  if (node.allGroups === true) return { value: { who: node.who, in: 'all groups' }, range }
  const resource = directory.use(node.resource)
  return resource === undefined ? undefined : { value: { who: node.who, in: resource }, range }
}
