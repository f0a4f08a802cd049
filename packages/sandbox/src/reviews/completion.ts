import { groups } from '../directory/groups.ts'
import { end } from '../entities/assignment-grants.ts'
import { assignmentNow } from '../entities/assignment-lifecycle.ts'
import { assignments } from '../entities/assignments.ts'
import { type Doc, isObject, type Json, type JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { decisions, decisionsOf, instances, keepInstance } from './instances.ts'
import { closeSeries, settingsOf } from './series.ts'

const service: JsonObject = {
  displayName: 'Azure AD Access Reviews',
  id: '00000000-0000-0000-0000-000000000000',
  ipAddress: null,
  userPrincipalName: null,
}

/** Notes a decision, as someone's or as the service's own. */
export function record({ store, now }: World, item: Doc, decision: string, justification: Json, by?: JsonObject): void {
  store.put(decisions, {
    ...item,
    decision,
    justification,
    reviewedBy: by ?? service,
    reviewedDateTime: now(),
  })
}

/** Ends a review: what nobody decided gets the default decision, and everything is applied where the series says so. */
export function complete(world: World, definition: Doc, instance: Doc): void {
  const settings = settingsOf(definition)
  if (settings.defaultDecisionEnabled === true)
    for (const item of decisionsOf(world, instance.id)) {
      const { defaultDecision } = settings
      const decision = defaultDecision === 'Recommendation' ? String(item.recommendation) : String(defaultDecision)
      if (item.decision === 'NotReviewed' && (decision === 'Approve' || decision === 'Deny'))
        record(world, item, decision, '')
    }
  const ended = { ...instance, endDateTime: world.now(), status: 'Completed' }
  keepInstance(world, ended, { due: null })
  if (settings.autoApplyDecisionsEnabled === true) apply(world, ended)
  closeSeries(world, definition.id)
}

/** Does what was decided: whoever was denied loses the access. */
export function apply(world: World, instance: Doc): void {
  for (const item of decisionsOf(world, instance.id)) {
    if (item.decision !== 'Approve' && item.decision !== 'Deny') continue
    if (item.decision === 'Deny' && item.applyResult === 'New') takeAway(world, item.$effect)
    world.store.put(decisions, {
      ...item,
      appliedBy: service,
      appliedDateTime: world.now(),
      applyResult: 'AppliedSuccessfully',
    })
  }
  const latest = world.store.latest(instances, instance.id) ?? instance
  keepInstance(world, { ...latest, status: 'Applied' }, { due: null })
}

function takeAway(world: World, effect: Json | undefined): void {
  if (!isObject(effect)) return
  const { store } = world
  const held = store.latest(assignments.store, String(effect.assignment))
  if (held && assignmentNow(world, held).state !== 'expired') end(world, held)
  const group = store.latest(groups.store, String(effect.group))
  if (group && Array.isArray(group.$members))
    store.put(groups.store, { ...group, $members: group.$members.filter(id => id !== effect.member) })
}
