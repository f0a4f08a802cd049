import {
  isEmpty,
  managerOf,
  membersOf,
  nobody,
  ownersOf,
  type People,
  peopleIn,
  together,
} from '../directory/people.ts'
import { type Doc, isObject, type Json, type JsonObject, objectsIn, textOf } from '../json.ts'
import type { World } from '../world.ts'
import { stagesOf } from './stages.ts'

/**
 * Who may decide on an access: the reviewers of the series or of its current stage, the fallback where these are nobody, and
 * the person alone where no reviewer is named.
 * https://learn.microsoft.com/graph/accessreviews-reviewers-concept
 */
export function reviewersOf(world: World, definition: Doc, instance: Doc, item: Doc): People {
  const principal = String(item.$principal)
  const self: People = { ids: new Set([principal]), anyone: false }
  if (isObject(definition.$subjects)) {
    const { isSelf, primary, fallback } = definition.$subjects
    const about = { requestor: principal, target: principal }
    const found = peopleIn(world, objectsIn(primary), about)
    if (isSelf === true) return self
    return isEmpty(found) ? peopleIn(world, objectsIn(fallback), about) : found
  }
  const stage = stagesOf(world, definition, instance).find(each => each.status === 'InProgress')
  const { reviewers, fallbackReviewers } = stage ?? instance
  const named = objectsIn(reviewers)
  if (named.length === 0) return self
  const found = together(named.map(scope => peopleOf(world, scope, item)))
  return isEmpty(found) ? together(objectsIn(fallbackReviewers).map(scope => peopleOf(world, scope, item))) : found
}

function peopleOf(world: World, scope: JsonObject, item: Doc): People {
  const query = (textOf(scope.query) ?? '').replace(/^\/v1\.0(?=\/)/, '')
  const [, kind, id = '', rest = ''] = /^\/(users|groups)\/([^/?]+)(?:\/(\w+))?/.exec(query) ?? []
  if (kind === 'users') return only(id)
  if (kind === 'groups')
    return rest === 'owners' ? ownersOf(world, id.toLowerCase()) : membersOf(world, id.toLowerCase())
  if (/^\.\/manager/.test(query)) return only(managerOf(world, String(item.$principal), 1))
  if (/^\.\/owners/.test(query)) return ownersOf(world, groupOf(item.$effect))
  return nobody
}

const only = (id: string | undefined): People =>
  id === undefined ? nobody : { ids: new Set([id.toLowerCase()]), anyone: false }

const groupOf = (effect: Json | undefined): string => (isObject(effect) ? String(effect.group) : '')
