import type { Json, JsonObject } from '../model/json.ts'
import { isRef, type Properties, type TenantObject, type Value } from '../model/tenant.ts'
import { graphReviewer, isOtherwise, readReviewer, reviewers } from './access-review-reviewers.ts'
import { graphScope, readScope } from './access-review-scope.ts'
import { same } from './compare.ts'
import { idIn } from './em.ts'
import { fold } from './fold.ts'
import type { Kind } from './kind.ts'
import { mergedFields, withDefaults } from './merge.ts'
import { displayName } from './name-of.ts'
import { normaliseFields } from './normalise.ts'
import {
  duration,
  exact,
  type Fields,
  isObj,
  itemsIn,
  type Obj,
  object,
  off,
  type Shape,
  text,
  whole,
} from './shape.ts'
import { slots } from './slots.ts'
import { gone, probe, readable, request, shown, where } from './write.ts'

/** https://learn.microsoft.com/graph/api/resources/accessreviewset: outside of entitlement management. */
export const accessReviews = '/identityGovernance/accessReviews/definitions'

const scope: Shape = whole({ who: exact, in: exact, inactiveFor: duration })
const recurrence = whole({ pattern: object({}), range: object({ startDate: exact, endDate: exact }) })

/** https://learn.microsoft.com/graph/api/resources/accessreviewschedulesettings */
const settings: Shape = object({
  instanceDurationInDays: exact,
  autoApplyDecisionsEnabled: off,
  defaultDecisionEnabled: off,
  defaultDecision: exact,
  recommendationsEnabled: off,
  justificationRequiredOnApproval: off,
  recurrence,
})

const fields: Fields = {
  displayName: exact,
  descriptionForAdmins: text,
  scope,
  reviewers,
  fallbackReviewers: reviewers,
  settings,
}

const readOnly = new Set(['id', 'status', 'createdDateTime', 'lastModifiedDateTime', 'createdBy', 'instances'])

/**
 * A review of access outside packages, at the tenant's root. It has no PATCH: a PUT says all that can be written.
 * https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition
 */
export const accessReview: Kind = {
  name: 'access-review',
  type: 'accessReviewScheduleDefinition',
  fields,
  named: true,
  nameOf: displayName,
  keyOf: ({ name }) => fold(name),
  normal: reviewProperties,
  isForeign: ({ properties, raw }) =>
    properties.scope === undefined ||
    [...itemsIn(properties.reviewers), ...itemsIn(properties.fallbackReviewers)].some(isOtherwise) ||
    itemsIn((raw?.stageSettings ?? []) as Value).length > 0,
  create(object, { idOf }) {
    const open = slots(idOf)
    const body = open.value(written(object, {}))
    return {
      request: request('POST', accessReviews, open, body),
      settle: readable(probe(`${accessReviews}/{id}`, open)),
      lookup: { probe: probe(accessReviews, open), where: where({ displayName: object.name }) },
    }
  },
  update(object, live, { idOf }) {
    const open = slots(idOf)
    const to = `${accessReviews}/${idIn(live.id)}`
    return { request: request('PUT', to, open, open.value(written(object, live))), settle: shown(probe(to, open)) }
  },
  remove(live, { idOf }) {
    const open = slots(idOf)
    const to = `${accessReviews}/${idIn(live.id)}`
    return { request: request('DELETE', to, open), settle: gone(probe(to, open)) }
  },
  /** What reviewers decide, or nobody decides, may take access away. */
  risk: ({ action, changes }) =>
    action !== 'delete' && changes.every(({ path }) => path === 'displayName' || path === 'descriptionForAdmins')
      ? 'none'
      : 'may-change-access',
}

/** A review of Graph in the form in which tenants are compared; a scope that can't be understood is left out. */
export function reviewProperties(raw: JsonObject): Properties {
  const understood = readScope(raw.scope, raw.instanceEnumerationScope)
  const people = (list: Json | undefined) =>
    (Array.isArray(list) ? list : []).map(each => readReviewer(each as Json, understood?.in))
  const { displayName: name = '', descriptionForAdmins = '' } = raw
  return normaliseFields(fields, {
    displayName: name,
    descriptionForAdmins,
    ...(understood === undefined ? {} : { scope: understood as JsonObject }),
    reviewers: people(raw.reviewers) as Json,
    fallbackReviewers: people(raw.fallbackReviewers) as Json,
    settings: isObj(raw.settings as Value) ? lasting(raw.settings as JsonObject) : null,
  })
}

/** Graph's examples write an end by date as `numbered` with no number. */
const lasting = (given: JsonObject): JsonObject => {
  const recurs = given.recurrence as Value | undefined
  const range = isObj(recurs) ? recurs.range : undefined
  if (!isObj(recurs) || !isObj(range)) return given
  const isDated = isObj(recurs.pattern) && range.type === 'numbered' && !range.numberOfOccurrences
  const type = isDated && typeof range.endDate === 'string' ? 'endDate' : (range.type ?? 'noEnd')
  return { ...given, recurrence: { ...recurs, range: { ...range, type } } as JsonObject }
}

/** Everything that can be written: as it was read, with what is declared laid over it. What already is as declared keeps its spelling. */
function written(object: TenantObject, live: Pick<TenantObject, 'raw'> & { readonly properties?: Properties }): Value {
  const raw = Object.fromEntries(
    Object.entries(live.raw ?? {}).filter(([name]) => !readOnly.has(name) && !name.includes('@')),
  )
  const { properties } = object
  const within = isObj(properties.scope) ? properties.scope.in : undefined
  const stays =
    properties.scope === undefined || (raw.scope !== undefined && same(scope, properties.scope, live.properties?.scope))
  // Owners are told by their group, so that another scope has other owners.
  const lists = ['reviewers', 'fallbackReviewers'].map((name): readonly [string, Value] => {
    const declared = properties[name]
    const keeps = stays && (declared === undefined || same(reviewers, declared, live.properties?.[name]))
    return [name, keeps && raw[name] !== undefined ? (raw[name] as Value) : peopleOf(declared, within)]
  })
  const scopes = stays || !isObj(properties.scope) ? {} : graphScope(properties.scope)
  return {
    ...(raw as Properties),
    ...(properties.displayName === undefined ? {} : { displayName: properties.displayName }),
    ...(properties.descriptionForAdmins === undefined ? {} : { descriptionForAdmins: properties.descriptionForAdmins }),
    ...scopes,
    ...Object.fromEntries(lists),
    settings: settingsOf(object, raw.settings as JsonObject | undefined),
  }
}

const peopleOf = (declared: Value | undefined, within: Value | undefined): Value =>
  itemsIn(declared).map(each => graphReviewer(each, isRef(within) && within.$ref === 'group' ? within : undefined))

/** The start of a series stays as it is, whatever becomes of its end. One that takes place once ends when its only review does. */
function settingsOf(object: TenantObject, raw: JsonObject | undefined): Value {
  const declared = isObj(object.properties.settings) ? object.properties.settings : {}
  const fallback = isObj(object.defaults?.settings) ? object.defaults.settings : {}
  const { recurrence: wanted, ...rest } = declared
  const { recurrence: first, ...switches } = fallback
  const { recurrence: before, ...others } = raw ?? {}
  const merged = withDefaults(mergedFields(settingsFields, others, rest), switches)
  const days = Number(merged.instanceDurationInDays ?? 0)
  return { ...merged, recurrence: recurrenceOf({ wanted, before: before as Value | undefined, first, days }) }
}

const settingsFields: Fields = settings.is === 'object' ? settings.fields : {}

interface Recurrence {
  readonly wanted: Value | undefined
  readonly before: Value | undefined
  readonly first: Value | undefined
  readonly days: number
}

function recurrenceOf({ wanted, before, first, days }: Recurrence): Value {
  if (!isObj(wanted)) return before ?? null
  const [old, initial] = [before, first].map((each): Obj => (isObj(each) && isObj(each.range) ? each.range : {}))
  const range: Obj = isObj(wanted.range) ? wanted.range : {}
  const startDate = range.startDate ?? old?.startDate ?? initial?.startDate ?? null
  // A time zone, and what nobody knows yet, stays.
  const { type: _type, endDate: _endDate, numberOfOccurrences: _times, ...others } = old ?? {}
  const around: Obj = isObj(before) ? before : {}
  if (isObj(wanted.pattern)) {
    const pattern = isObj(before) && isObj(before.pattern) && before.pattern.type === wanted.pattern.type
    return {
      ...around,
      pattern: pattern ? { ...(before.pattern as Obj), ...wanted.pattern } : wanted.pattern,
      range: { ...others, ...range, startDate },
    }
  }
  return {
    ...around,
    pattern: null,
    range: { ...others, type: 'numbered', numberOfOccurrences: 0, startDate, endDate: dayAfter(startDate, days) },
  }
}

const dayAfter = (date: Value, days: number): Value => {
  const start = typeof date === 'string' ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  return Number.isNaN(start) ? null : new Date(start + days * 86_400_000).toISOString().slice(0, 10)
}
