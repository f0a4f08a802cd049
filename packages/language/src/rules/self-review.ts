import type { Fix } from '@entitle/graph'
import type { CatalogElement, Review, Sourced, Subject } from '../resolve/program.ts'
import { replace } from './edit.ts'
import { decidersOf, listInSource } from './source-words.ts'

/** `self` among the reviewers of a review. */
export const selfIn = (review: Pick<Review, 'reviewers'> | undefined): Subject | undefined =>
  review?.reviewers.find(({ subject }) => subject === 'self')

/** Has the catalog's package managers, else its owners, review instead of the users themselves. */
export const othersReview = (said: Sourced<Review>, self: Subject, catalog: CatalogElement): Fix[] => {
  const { reviewers, fallback } = said.value
  const already = fallback.flatMap(subject => (subject.subject === 'object' ? subject.object.displayName : []))
  const deciders = listInSource(decidersOf(catalog).filter(({ object }) => !already.includes(object.displayName)))
  if (deciders === '' || reviewers.length > 1) return []
  return [
    { title: `Have ${deciders} review`, safe: said.template === undefined, edits: [replace(self.range, deciders)] },
  ]
}
