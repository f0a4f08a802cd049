import type { Json } from '../model/json.ts'
import { isRef, type Ref, type Value } from '../model/tenant.ts'
import { canonicalDuration } from './duration.ts'
import { isNothing, isObj, itemsIn, type Obj } from './shape.ts'

/**
 * Whose access a review looks at. Graph has queries in the places of ids; an object of a tenant says `who` (`guests`, `members`,
 * `everyone`), `in` what (`all groups`, or a reference to a group or an app), and `inactiveFor` how long, or null.
 * https://learn.microsoft.com/graph/accessreviews-scope-concept
 */
export interface GraphScope {
  readonly scope: Value
  readonly instanceEnumerationScope: Value
}

const types: { readonly [who: string]: string } = { guests: 'Guest', members: 'Member' }
const allGroups = "/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true"
const membership = '#microsoft.graph.principalResourceMembershipsScope'

const queryScope = (query: string, inactiveFor?: Value): Value => ({
  '@odata.type': isNothing(inactiveFor)
    ? '#microsoft.graph.accessReviewQueryScope'
    : '#microsoft.graph.accessReviewInactiveUsersQueryScope',
  query,
  queryType: 'MicrosoftGraph',
  ...(isNothing(inactiveFor) ? {} : { inactiveDuration: inactiveFor }),
})

/** People in a query of members, all of them or of one sort. */
const ofType = (path: string, who: Value | undefined): string => {
  const type = types[String(who)]
  return type === undefined ? path : `${path}/microsoft.graph.user/?$count=true&$filter=(userType eq '${type}')`
}

const usersOf = (who: Value | undefined): string => {
  const type = types[String(who)]
  return type === undefined ? '/users' : `/users?$filter=(userType eq '${type}')`
}

/** A scope in Graph's queries. */
export function graphScope(scope: Obj): GraphScope {
  const { who, in: within, inactiveFor } = scope
  if (!isRef(within))
    return {
      scope: queryScope(ofType('./members', who), inactiveFor),
      instanceEnumerationScope: queryScope(allGroups),
    }
  const id = within.id ?? within.name
  if (within.$ref === 'group')
    return {
      scope: queryScope(ofType(`/groups/${id}/transitiveMembers`, who), inactiveFor),
      instanceEnumerationScope: null,
    }
  return {
    scope: {
      '@odata.type': membership,
      principalScopes: [queryScope(usersOf(who), inactiveFor)],
      resourceScopes: [queryScope(`/servicePrincipals/${id}`)],
    },
    instanceEnumerationScope: null,
  }
}

/** Queries are read without regard to what means nothing in them: version, case, encoding, order of options, a slash too many. */
const plain = (query: string): string => {
  const [path = '', options = ''] = query
    .replaceAll('+', ' ')
    .replaceAll('%20', ' ')
    .toLowerCase()
    .replace(/^\/(v1\.0|beta)\//, '/')
    .split('?', 2)
  const said = options
    .split('&')
    .filter(option => option !== '' && option !== '$count=true')
    .map(option => option.replace(/^(\$filter=)\((.*)\)$/, '$1$2'))
  return [path.replace(/\/$/, ''), ...said].join('?')
}

const whoOf = (path: string, query: string): string | undefined => {
  const words: { readonly [rest: string]: string } = {
    '': 'everyone',
    "/microsoft.graph.user?$filter=usertype eq 'guest'": 'guests',
    "/microsoft.graph.user?$filter=usertype eq 'member'": 'members',
    '/microsoft.graph.user': 'everyone',
    "?$filter=usertype eq 'guest'": 'guests',
    "?$filter=usertype eq 'member'": 'members',
  }
  return query.startsWith(path) ? words[query.slice(path.length)] : undefined
}

const queryOf = (value: Value | undefined): string =>
  isObj(value) && typeof value.query === 'string' ? plain(value.query) : ''

/** A scope of Graph as an object of a tenant says it; undefined where its queries ask for something else. */
export function readScope(scope: Json | undefined, enumeration: Json | undefined): Obj | undefined {
  if (!isObj(scope as Value)) return undefined
  const value = scope as Obj
  if (String(value['@odata.type'] ?? '').endsWith('principalResourceMembershipsScope')) return ofApp(value)
  const query = queryOf(value)
  const groups = queryOf(enumeration as Value)
  const inactive = inactivity(value)
  if (inactive === undefined) return undefined
  const id = /^\/groups\/([0-9a-f-]{36})\//.exec(query)?.[1]
  if (id === undefined) {
    const who = whoOf('./members', query)
    return who === undefined || groups !== plain(allGroups) ? undefined : { who, in: 'all groups', ...inactive }
  }
  const who = whoOf(`/groups/${id}/transitivemembers`, query) ?? whoOf(`/groups/${id}/members`, query)
  return who === undefined || (groups !== '' && groups !== `/groups/${id}`)
    ? undefined
    : { who, in: refTo('group', id), ...inactive }
}

function ofApp(value: Obj): Obj | undefined {
  const [principals, ...others] = itemsIn(value.principalScopes)
  const [resource, ...more] = itemsIn(value.resourceScopes)
  const id = /^\/serviceprincipals\/([0-9a-f-]{36})$/.exec(queryOf(resource))?.[1]
  if (!isObj(principals) || others.length + more.length > 0 || id === undefined) return undefined
  const who = whoOf('/users', queryOf(principals))
  const inactive = inactivity(principals)
  return who === undefined || inactive === undefined
    ? undefined
    : { who, in: refTo('servicePrincipal', id), ...inactive }
}

/** How long who is reviewed has not signed in; undefined where the scope is of another sort. */
function inactivity(scope: Obj): { readonly inactiveFor: Value } | undefined {
  const sort = String(scope['@odata.type'] ?? '').replace(/^#?(microsoft\.graph\.)?/, '')
  if (sort === '' || sort === 'accessReviewQueryScope') return { inactiveFor: null }
  return sort === 'accessReviewInactiveUsersQueryScope' && typeof scope.inactiveDuration === 'string'
    ? { inactiveFor: canonicalDuration(scope.inactiveDuration) }
    : undefined
}

export const refTo = ($ref: 'group' | 'user' | 'servicePrincipal', id: string): Ref => ({ $ref, name: id, id })
