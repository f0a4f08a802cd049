import { findPrincipal } from '../directory/directory-objects.ts'
import type { Caller } from '../http/access-tokens.ts'
import type { Doc, Json, JsonObject } from '../json.ts'
import { complete, structuralPart } from '../schema/complete.ts'
import type { World } from '../world.ts'
import { assignmentRequests } from './assignment-requests.ts'
import { subjectOf } from './subjects.ts'

/** What a request is about; its assignment is there once it is granted. */
export interface Asked {
  readonly packageId: string
  readonly catalogId: string
  readonly policyId: string
  readonly requestor: Doc
  /** The id of the subject who gets or has the access. */
  readonly target: string
  readonly assignment?: string
}

/** The caller as entitlement management knows it. */
export function callerSubject(world: World, caller: Caller): Doc {
  const known = caller.user === undefined ? undefined : findPrincipal(world, caller.objectId)
  return subjectOf(world, known ?? { id: caller.objectId, displayName: caller.displayName, appId: caller.appId })
}

/** Notes a request as it came. */
export function keepRequest(world: World, body: JsonObject, asked: Asked, notes: Record<string, Json>): Doc {
  const filled = complete(assignmentRequests.type, {
    ...structuralPart(assignmentRequests.type, body),
    state: 'submitted',
    status: 'Accepted',
    createdDateTime: world.now(),
  })
  const doc = {
    ...filled,
    ...notes,
    id: world.ids(),
    $catalog: asked.catalogId,
    $package: asked.packageId,
    $policy: asked.policyId,
    $target: asked.target,
    $assignment: asked.assignment ?? null,
    $requestor: asked.requestor.id,
  }
  world.store.put(assignmentRequests.store, doc, { parent: asked.packageId, other: asked.target })
  return doc
}

/** Notes something more about a request. */
export function amendRequest({ store }: World, id: string, more: Record<string, Json>): Doc | undefined {
  const doc = store.latest(assignmentRequests.store, id)
  if (doc) store.put(assignmentRequests.store, { ...doc, ...more })
  return doc && { ...doc, ...more }
}
