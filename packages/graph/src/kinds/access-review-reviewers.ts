import type { Json } from '../model/json.ts'
import { isRef, type Value } from '../model/tenant.ts'
import { refTo } from './access-review-scope.ts'
import { canonicalJson } from './canonical-json.ts'
import { exact, isObj, object, type Shape } from './shape.ts'
import { refKey } from './subject-set.ts'

const keyOf = (reviewer: Value): string => {
  const { by = '', of = null } = isObj(reviewer) ? reviewer : {}
  return isRef(of) ? `${String(by)} ${refKey(of)}` : `${String(by)} ${canonicalJson(of as Json)}`
}

/**
 * Who decides, in no order: `by` a `user`, the members of a `group`, the `group owners`, or everybody's `manager`; `of` is the user or the
 * group. Nobody at all: people review themselves. https://learn.microsoft.com/graph/accessreviews-reviewers-concept
 */
export const reviewers: Shape = { is: 'set', of: object({ by: exact, of: exact }), key: keyOf }

/** A reviewer in Graph's query; owners are those of the group that is reviewed. */
export function graphReviewer(reviewer: Value, within: Value | undefined): Value {
  const { by, of } = isObj(reviewer) ? reviewer : {}
  const id = isRef(of) ? (of.id ?? of.name) : ''
  const query = (path: string, queryRoot?: string): Value => ({
    query: path,
    queryType: 'MicrosoftGraph',
    ...(queryRoot === undefined ? {} : { queryRoot }),
  })
  switch (by) {
    case 'user':
      return query(`/users/${id}`)
    case 'group':
      return query(`/groups/${id}/transitiveMembers`)
    case 'manager':
      return query('./manager', 'decisions')
    default:
      return query(isRef(within) ? `/groups/${within.id ?? within.name}/owners` : './owners')
  }
}

/** A reviewer of Graph as an object of a tenant says it; one that asks for others is told by its query. */
export function readReviewer(reviewer: Json, within: Value | undefined): Value {
  const { query } = isObj(reviewer as Value) ? (reviewer as { readonly [key: string]: Json }) : {}
  const path = (typeof query === 'string' ? query : '').toLowerCase().replace(/^\/(v1\.0|beta)\//, '/')
  const user = /^\/users\/([0-9a-f-]{36})$/.exec(path)?.[1]
  if (user !== undefined) return { by: 'user', of: refTo('user', user) }
  const group = /^\/groups\/([0-9a-f-]{36})\/(?:transitivemembers|members)(?:\/microsoft\.graph\.user)?\/?$/.exec(path)
  if (group?.[1] !== undefined) return { by: 'group', of: refTo('group', group[1]) }
  if (path === './manager') return { by: 'manager' }
  const owners = isRef(within) && within.id !== undefined ? `/groups/${within.id.toLowerCase()}/owners` : './owners'
  return path === './owners' || path === owners ? { by: 'group owners' } : { by: 'query', of: String(query ?? '') }
}

/** Whether a reviewer is one that the language has no word for. */
export const isOtherwise = (reviewer: Value): boolean => isObj(reviewer) && reviewer.by === 'query'
