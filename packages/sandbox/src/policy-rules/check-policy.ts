import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { checkApproval } from './approval.ts'
import { checkAutomatic } from './automatic.ts'
import { checkExpiration } from './expiration.ts'
import { checkReferences } from './references.ts'
import { checkReviews } from './reviews.ts'
import { checkTargets } from './targets.ts'

/**
 * Refuses, with 400 InvalidModel, what the service would refuse in an assignment policy. `said` is the body as it came,
 * `filled` the same with the service's defaults.
 */
export function checkPolicy(world: World, said: JsonObject, filled: JsonObject): void {
  checkTargets(filled)
  checkAutomatic(filled)
  checkExpiration(filled.expiration, 'expiration')
  checkApproval(said, filled)
  checkReviews(filled)
  checkReferences(world, filled)
}
