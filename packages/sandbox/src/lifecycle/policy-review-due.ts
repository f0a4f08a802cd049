import { assignmentPolicies } from '../entities/assignment-policies.ts'
import type { Doc } from '../json.ts'
import { policyReviews, startPolicyReview } from '../reviews/policy-reviews.ts'
import type { World } from '../world.ts'

/** The assignments of a policy are reviewed for the first time. */
export function policyReviewDue(world: World, { id }: Doc): void {
  const policy = world.store.latest(assignmentPolicies.store, id)
  world.store.remove(policyReviews, id)
  if (policy) startPolicyReview(world, policy)
}
