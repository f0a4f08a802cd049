import { describe, expect, it } from 'vitest'
import { accessReview, reviewProperties } from '../../src/kinds/access-review.ts'
import { graphScope, readScope } from '../../src/kinds/access-review-scope.ts'
import { shows } from '../../src/kinds/shows.ts'
import { match } from '../../src/match/match.ts'
import type { Json, JsonObject } from '../../src/model/json.ts'
import type { Properties, Ref, TenantObject, Value } from '../../src/model/tenant.ts'

const id = 'b7a059cb-038a-4802-8fc9-b9d1ed0cf11f'
const other = 'c9a5aff7-9298-4d71-adab-0a222e0a05e4'
const group: Ref = { $ref: 'group', name: id, id }
const app: Ref = { $ref: 'servicePrincipal', name: id, id }
const query = (text: string, more: JsonObject = {}): JsonObject => ({
  query: text,
  queryType: 'MicrosoftGraph',
  ...more,
})

const surroundings = { idOf: () => undefined, root: '', resourceIn: () => undefined }
const raw: JsonObject = {
  id: other,
  status: 'InProgress',
  createdBy: { id },
  displayName: 'Guests',
  descriptionForAdmins: 'Before',
  descriptionForReviewers: 'Look closely',
  scope: query(`/groups/${id}/transitiveMembers`),
  instanceEnumerationScope: query(`/groups/${id}`),
  reviewers: [query(`/v1.0/users/${other}`, { queryRoot: null })],
  fallbackReviewers: [],
  stageSettings: [],
  settings: {
    mailNotificationsEnabled: false,
    instanceDurationInDays: 3,
    autoApplyDecisionsEnabled: false,
    applyActions: [{ '@odata.type': '#microsoft.graph.disableAndDeleteUserApplyAction' }],
    recurrence: {
      pattern: { type: 'weekly', interval: 1, firstDayOfWeek: 'sunday' },
      range: { type: 'noEnd', startDate: '2020-09-15', endDate: null, numberOfOccurrences: 0 },
    },
  },
}
const review = (properties: Properties, more: Partial<TenantObject> = {}): TenantObject => ({
  kind: 'access-review',
  address: 'access-review/Guests',
  name: 'Guests',
  properties,
  ...more,
})
const live = (of: JsonObject = raw) => review(reviewProperties(of), { id: other, raw: of })
const declared: Properties = {
  displayName: 'Guests',
  descriptionForAdmins: 'After',
  scope: { who: 'everyone', in: group, inactiveFor: null },
  reviewers: [{ by: 'user', of: { $ref: 'user', name: 'ada@contoso.com', id: other } }],
  fallbackReviewers: [],
  settings: {
    instanceDurationInDays: 3,
    autoApplyDecisionsEnabled: true,
    recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'endDate', endDate: '2028-01-01' } },
  },
}
const bodyOf = (object: TenantObject, before?: TenantObject) =>
  (before === undefined
    ? accessReview.create?.(object, surroundings)
    : accessReview.update?.(object, before, surroundings, [])
  )?.request.body as JsonObject

describe('whose access a review looks at', () => {
  const scopes = ['guests', 'members', 'everyone'].flatMap(who =>
    ['all groups' as const, group, app].flatMap(within =>
      [null, 'P90D'].map(inactiveFor => ({ who, in: within, inactiveFor })),
    ),
  )

  it.each(scopes.map(scope => [JSON.stringify(scope), scope] as const))('is read as it was written: %s', (_, scope) => {
    const written = graphScope(scope)
    expect(readScope(written.scope as Json, written.instanceEnumerationScope as Json)).toEqual(scope)
  })

  it('is understood as Microsoft’s examples spell it', () => {
    const guests = "./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')"
    const unified = "/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true"
    expect(readScope(query(guests), query(unified))).toEqual({ who: 'guests', in: 'all groups', inactiveFor: null })
    expect(readScope(raw.scope, raw.instanceEnumerationScope)).toEqual({
      who: 'everyone',
      in: group,
      inactiveFor: null,
    })
  })

  it.each<[string, Json, Json]>([
    ['nothing', null, null],
    ['an empty scope', {}, {}],
    ['another filter', query("./members/microsoft.graph.user/?$filter=(department eq 'Sales')"), null],
    ['guests in groups of another sort', query('./members'), query("/groups?$filter=startswith(displayName,'A')")],
    ['the instances of another group', query(`/groups/${id}/transitiveMembers`), query(`/groups/${other}`)],
    [
      'a scope of another sort',
      { '@odata.type': '#microsoft.graph.accessReviewOther', ...query(`/groups/${id}/members`) },
      null,
    ],
    [
      'roles',
      {
        '@odata.type': '#microsoft.graph.principalResourceMembershipsScope',
        principalScopes: [query('/users'), query('/groups')],
        resourceScopes: [query(`/roleManagement/directory/roleDefinitions/${id}`)],
      },
      null,
    ],
  ])('is left alone where it is %s', (_, scope, enumeration) => {
    expect(readScope(scope, enumeration)).toBeUndefined()
  })
})

describe('who reviews', () => {
  const people = (reviewers: readonly JsonObject[]): Value | undefined =>
    reviewProperties({ ...raw, reviewers }).reviewers

  it('is read of queries', () => {
    expect(
      people([
        query(`/users/${other}`),
        query(`/groups/${id}/transitiveMembers`),
        query('./manager'),
        query('./owners'),
      ]),
    ).toEqual([
      { by: 'user', of: { $ref: 'user', name: other, id: other } },
      { by: 'group', of: group },
      { by: 'manager' },
      { by: 'group owners' },
    ])
    expect(people([])).toEqual([])
  })

  it('are the owners of the group that is reviewed, and of no other', () => {
    expect(people([query(`/groups/${id}/owners`)])).toEqual([{ by: 'group owners' }])
    expect(people([query(`/groups/${other}/owners`)])).toEqual([{ by: 'query', of: `/groups/${other}/owners` }])
  })
})

describe('a new review', () => {
  it('says everything, with notifications', () => {
    const defaults = {
      settings: { mailNotificationsEnabled: true, recurrence: { range: { startDate: '2027-01-04' } } },
    }
    const body = bodyOf(review({ ...declared, reviewers: [{ by: 'manager' }, { by: 'group owners' }] }, { defaults }))
    expect(body.reviewers).toEqual([query('./manager', { queryRoot: 'decisions' }), query(`/groups/${id}/owners`)])
    expect(body.settings).toMatchObject({
      mailNotificationsEnabled: true,
      recurrence: { range: { type: 'endDate', startDate: '2027-01-04', endDate: '2028-01-01' } },
    })
  })

  it('that takes place once ends with its only instance', () => {
    const settings = { instanceDurationInDays: 5, recurrence: { pattern: null, range: { startDate: '2028-02-27' } } }
    expect(bodyOf(review({ ...declared, settings })).settings).toMatchObject({
      recurrence: {
        pattern: null,
        range: { type: 'numbered', numberOfOccurrences: 0, startDate: '2028-02-27', endDate: '2028-03-03' },
      },
    })
  })
})

describe('a changed review', () => {
  const body = bodyOf(review(declared, { defaults: { settings: { mailNotificationsEnabled: true } } }), live())

  it('keeps what the sources don’t say, and how what is as declared is spelled', () => {
    expect(body).toMatchObject({ descriptionForReviewers: 'Look closely', descriptionForAdmins: 'After' })
    expect(body.scope).toEqual(raw.scope)
    expect(body.instanceEnumerationScope).toEqual(raw.instanceEnumerationScope)
    expect(body.reviewers).toEqual(raw.reviewers)
    expect(body.settings).toMatchObject({
      mailNotificationsEnabled: false,
      applyActions: [{ '@odata.type': '#microsoft.graph.disableAndDeleteUserApplyAction' }],
    })
  })

  it('keeps its start when its end changes', () => {
    expect((body.settings as JsonObject).recurrence).toEqual({
      pattern: { type: 'weekly', interval: 1, firstDayOfWeek: 'sunday' },
      range: { type: 'endDate', endDate: '2028-01-01', startDate: '2020-09-15' },
    })
  })

  it('says nothing of what only Graph writes', () => {
    for (const name of ['id', 'status', 'createdBy']) expect(body).not.toHaveProperty(name)
  })

  it('asks for another scope only where it differs', () => {
    const moved = bodyOf(review({ ...declared, scope: { who: 'guests', in: app, inactiveFor: null } }), live())
    expect(moved.instanceEnumerationScope).toBeNull()
    expect(JSON.stringify(moved.scope)).toContain(`/servicePrincipals/${id}`)
  })

  it('asks the owners of the group that it looks at from now on', () => {
    const before = live({ ...raw, reviewers: [query(`/groups/${id}/owners`)] })
    const within: Ref = { $ref: 'group', name: 'G', id: other }
    const scope = { who: 'everyone', in: within, inactiveFor: null }
    const moved = bodyOf(review({ ...declared, scope, reviewers: [{ by: 'group owners' }] }), before)
    expect(moved.reviewers).toEqual([query(`/groups/${other}/owners`)])
  })

  it('is shown by Graph’s own answer', () => {
    const step = { kind: 'access-review', changes: [{ path: 'scope', after: declared.scope as Value }] } as const
    expect(shows(step, raw)).toBe(true)
    expect(shows(step, { ...raw, scope: query(`/groups/${other}/members`) })).toBe(false)
  })

  it('ends by date where Graph writes a number of none', () => {
    const range = { type: 'numbered', numberOfOccurrences: 0, startDate: '2020-09-15', endDate: '2028-01-01' }
    const recurrence = { pattern: { type: 'weekly', interval: 1 }, range }
    expect(reviewProperties({ ...raw, settings: { recurrence } }).settings).toMatchObject({
      recurrence: { range: { type: 'endDate' } },
    })
  })
})

describe('a live review that can’t be understood', () => {
  const matched = (of: JsonObject) => match({ objects: [review(declared)] }, { objects: [live(of)] })

  it.each<[string, JsonObject]>([
    ['its scope', { scope: query('/roleManagement') }],
    ['its reviewers', { reviewers: [query(`/groups/${other}/owners`)] }],
    ['its stand-ins', { fallbackReviewers: [query('/users?$filter=x')] }],
    ['its stages', { stageSettings: [{ stageId: '1', durationInDays: 2 }] }],
  ])('for %s is a question and left alone', (_, part) => {
    const { pairs, missing, blocked, findings } = matched({ ...raw, ...part })
    expect({ pairs, missing }).toEqual({ pairs: [], missing: [] })
    expect([...blocked]).toEqual(['access-review/Guests'])
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['not-understood', 'error']])
  })

  it('is no matter where all of it is understood, whatever the case of its name', () => {
    expect(matched({ ...raw, displayName: 'GUESTS' }).pairs).toHaveLength(1)
  })
})
