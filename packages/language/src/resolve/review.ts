import type * as ast from '../generated/ast.ts'
import { daysOf } from '../syntax/duration.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import { statementOf } from './element.ts'
import type { Review, ReviewTerms } from './program.ts'
import { subjectsOf } from './subject.ts'

/** How long a review stays open when nothing is said, in days; a weekly one must be over before the next starts. */
export const defaultOpenForDays = (frequency: Review['frequency'] | undefined): number =>
  frequency === 'weekly' ? 3 : 14

export const reviewOf = (node: ast.PolicyReview, directory: Directory): Review => {
  const frequency = node.frequency ?? 'quarterly'
  return {
    frequency,
    ...reviewTermsOf(node, frequency, directory),
    frequencyRange: propertyRange(node, 'frequency'),
  }
}

/** What a block says on how a review goes; `frequency` undefined: the review takes place once. */
export const reviewTermsOf = (
  node: ast.PolicyReview | ast.StandaloneReview,
  frequency: Review['frequency'] | undefined,
  directory: Directory,
): ReviewTerms => {
  const starting = statementOf<ast.Starting>(node, 'Starting')?.date?.date
  const ending = endingOf(statementOf<ast.Ending>(node, 'Ending'))
  const openFor = statementOf<ast.OpenFor>(node, 'OpenFor')?.duration
  const reviewers = statementOf<ast.Reviewers>(node, 'Reviewers')
  const noResponse = statementOf<ast.NoResponse>(node, 'NoResponse')
  return {
    ...(starting === undefined ? {} : { starting }),
    ...(ending === undefined ? {} : { ending }),
    openForDays: openFor === undefined ? defaultOpenForDays(frequency) : daysOf(openFor),
    reviewers: subjectsOf(reviewers?.reviewers ?? [], directory),
    fallback: subjectsOf(reviewers?.fallback ?? [], directory),
    noResponse: noResponse?.value === undefined ? undefined : { value: noResponse.value, range: rangeOf(noResponse) },
    recommendations: statementOf<ast.Recommendations>(node, 'Recommendations')?.value !== 'off',
    justification: statementOf<ast.Justification>(node, 'Justification')?.value !== 'optional',
    ...(reviewers === undefined ? {} : { reviewersRange: rangeOf(reviewers) }),
    ...(openFor === undefined ? {} : { openForRange: rangeOf(openFor) }),
  }
}

const endingOf = (node: ast.Ending | undefined): Review['ending'] | undefined => {
  if (node?.date?.date !== undefined) return { on: node.date.date }
  return node?.times === undefined ? undefined : { afterTimes: node.times }
}
