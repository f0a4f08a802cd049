import { describe, expect, it } from 'vitest'
import { nextOccurrence, occurrence } from '../src/reviews/recurrence.ts'
import { em, rehearsePeople } from './harness.ts'

const path = '/identityGovernance/accessReviews/definitions'
const day = 86_400_000

describe('a recurrence', () => {
  const start = Date.parse('2026-01-31T09:00:00Z')
  const series = (pattern: object | null, range: object = { type: 'noEnd' }) => ({
    start,
    recurrence: JSON.parse(JSON.stringify({ pattern, range })),
  })
  const days = (given: ReturnType<typeof series>, count = 4) =>
    [...Array(count).keys()].map(n => {
      const at = occurrence(given, n)
      return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10)
    })

  it.each<[string, object | null, object | undefined, (string | undefined)[]]>([
    ['weekly', { type: 'weekly', interval: 2 }, undefined, ['2026-01-31', '2026-02-14', '2026-02-28', '2026-03-14']],
    [
      'on the last days of short months',
      { type: 'absoluteMonthly', interval: 1, dayOfMonth: 0 },
      undefined,
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'quarterly on a day',
      { type: 'absoluteMonthly', interval: 3, dayOfMonth: 5 },
      undefined,
      ['2026-01-05', '2026-04-05', '2026-07-05', '2026-10-05'],
    ],
    ['once', null, undefined, ['2026-01-31', undefined, undefined, undefined]],
    [
      'so many times',
      { type: 'weekly', interval: 1 },
      { type: 'numbered', numberOfOccurrences: 2 },
      ['2026-01-31', '2026-02-07', undefined, undefined],
    ],
    [
      'until a day, which still counts',
      { type: 'weekly', interval: 1 },
      { type: 'endDate', endDate: '2026-02-14' },
      ['2026-01-31', '2026-02-07', '2026-02-14', undefined],
    ],
  ])('happens %s', (_, pattern, range, expected) => {
    expect(days(series(pattern, range))).toEqual(expected)
  })

  it('goes on from today when it began long ago, and does not begin again when it is over', () => {
    const weekly = series({ type: 'weekly', interval: 1 })
    expect(nextOccurrence(weekly, start + 15 * day)).toEqual({ n: 3, at: start + 21 * day })
    expect(nextOccurrence(weekly, start + 14 * day + 3_600_000)).toEqual({ n: 2, at: start + 14 * day })
    const over = series({ type: 'weekly', interval: 1 }, { type: 'numbered', numberOfOccurrences: 2 })
    expect(nextOccurrence(over, start + 30 * day)).toBeUndefined()
    expect(nextOccurrence(series(null), start + 900 * day)).toEqual({ n: 0, at: start })
  })
})

async function ofGroup(settings: object = {}, more: object = {}) {
  const tenant = await rehearsePeople()
  const group = await tenant.idOf('/groups', 'Deciders')
  const admin = await tenant.admin()
  const made = await admin.post(path, {
    displayName: 'Deciders',
    scope: {
      '@odata.type': '#microsoft.graph.accessReviewQueryScope',
      query: `/groups/${group}/transitiveMembers`,
      queryType: 'MicrosoftGraph',
    },
    reviewers: [{ query: `/groups/${group}/owners`, queryType: 'MicrosoftGraph' }],
    settings: {
      instanceDurationInDays: 5,
      recurrence: { pattern: { type: 'weekly', interval: 2 }, range: { type: 'noEnd', startDate: '2026-06-03' } },
      ...settings,
    },
    ...more,
  })
  const series = `${path}/${made.body.id}`
  const read = async (rest: string, who = 'admin') => (await (await tenant.as(who)).get(`${series}/${rest}`)).body
  const instances = async () => (await read('instances')).value
  const running = async () => `instances/${(await instances()).at(-1).id}`
  const decisions = async (who = 'admin') => (await read(`${await running()}/decisions`, who)).value
  const members = async () =>
    (await (await tenant.admin()).get(`/groups/${group}/members`)).body.value.map(
      (user: { displayName: string }) => user.displayName,
    )
  const decide = async (who: string, name: string, decision: string, justification = 'Because') => {
    const all = await decisions()
    const item = all.find((each: { principal: { displayName: string } }) => each.principal.displayName === name)
    return (await tenant.as(who)).send('PATCH', `${series}/${await running()}/decisions/${item.id}`, {
      decision,
      justification,
    })
  }
  const act = async (action: string, who = 'admin', body: object | undefined = undefined) =>
    (await (await tenant.as(who)).post(`${series}/${await running()}/${action}`, body)).status
  return { ...tenant, made, read, instances, decisions, decide, members, act, series }
}

describe('a review of a group', () => {
  it('opens on its day, and again; is decided by its reviewers', async () => {
    const { days, instances, decisions, decide, read, made, as } = await ofGroup({
      justificationRequiredOnApproval: true,
    })
    expect(made.body.status).toBe('NotStarted')
    expect(await instances()).toEqual([])
    days(2)
    expect(await instances()).toMatchObject([
      { status: 'InProgress', startDateTime: '2026-06-03T00:00:00Z', endDateTime: '2026-06-08T00:00:00Z' },
    ])
    expect((await read('')).status).toBe('InProgress')
    expect(await decisions()).toMatchObject([
      {
        decision: 'NotReviewed',
        applyResult: 'New',
        recommendation: 'Approve',
        principal: { displayName: 'Ada Lovelace' },
      },
      { principal: { displayName: 'Carl Catalog' }, resource: { type: 'group', displayName: 'Deciders' } },
    ])
    expect((await decide('bob', 'Ada Lovelace', 'Deny')).status).toBe(403)
    expect((await decide('admin', 'Ada Lovelace', 'Deny')).status).toBe(403)
    expect((await decide('carl', 'Ada Lovelace', 'Perhaps')).status).toBe(400)
    expect((await decide('carl', 'Ada Lovelace', 'Approve', '')).status).toBe(400)
    expect((await decide('carl', 'Ada Lovelace', 'Deny')).status).toBe(204)
    expect((await decisions('carl'))[0]).toMatchObject({
      decision: 'Deny',
      reviewedBy: { displayName: 'Carl Catalog' },
    })
    expect((await (await as('bob')).get(`${path}/${made.body.id}/instances`)).body.value).toEqual([])
    const mine = async (who: string) =>
      (await (await as(who)).get(`${path}/filterByCurrentUser(on='reviewer')`)).body.value.length
    expect([await mine('carl'), await mine('bob')]).toEqual([1, 0])
    days(14)
    expect((await instances()).map((each: { status: string }) => each.status)).toEqual(['Completed', 'InProgress'])
  })

  it('applies by itself what was decided, and the default where nothing was', async () => {
    const { days, decide, members, decisions } = await ofGroup({
      autoApplyDecisionsEnabled: true,
      defaultDecisionEnabled: true,
      defaultDecision: 'Deny',
    })
    days(2)
    await decide('carl', 'Carl Catalog', 'Approve')
    expect(await members()).toEqual(['Ada Lovelace', 'Carl Catalog'])
    days(6)
    expect(await members()).toEqual(['Carl Catalog'])
    expect(await decisions()).toMatchObject([
      { decision: 'Deny', applyResult: 'AppliedSuccessfully' },
      { decision: 'Approve', applyResult: 'AppliedSuccessfully' },
    ])
  })

  it('waits to be applied where it does not by itself, and can be stopped early', async () => {
    const { days, decide, members, act, instances } = await ofGroup()
    days(2)
    await decide('carl', 'Ada Lovelace', 'Deny')
    expect(await act('applyDecisions')).toBe(400)
    expect([await act('stop', 'bob'), await act('stop'), await act('stop')]).toEqual([403, 204, 400])
    expect((await decide('carl', 'Carl Catalog', 'Approve')).status).toBe(400)
    expect(await members()).toHaveLength(2)
    expect(await act('applyDecisions')).toBe(204)
    expect([await members(), (await instances())[0].status]).toEqual([['Carl Catalog'], 'Applied'])
  })

  it('is decided in bulk, taken back, and by its recommendations', async () => {
    const { days, decisions, act, decide } = await ofGroup()
    days(2)
    const state = async () => (await decisions()).map((each: { decision: string }) => each.decision)
    expect(await act('batchRecordDecisions', 'carl', { decision: 'Deny', justification: 'All' })).toBe(204)
    expect(await state()).toEqual(['Deny', 'Deny'])
    expect([await act('resetDecisions'), await state()]).toEqual([204, ['NotReviewed', 'NotReviewed']])
    await decide('carl', 'Ada Lovelace', 'DontKnow')
    expect([await act('acceptRecommendations', 'carl'), await state()]).toEqual([204, ['DontKnow', 'Approve']])
    expect([await act('sendReminder'), await act('frobnicate')]).toEqual([204, 501])
  })

  it('goes through stages, each with its own reviewers', async () => {
    const { days, read, instances, decide } = await ofGroup(
      {},
      {
        stageSettings: [
          { stageId: '1', durationInDays: 2, recommendationsEnabled: true, dependsOn: [], reviewers: [] },
          {
            stageId: '2',
            durationInDays: 3,
            recommendationsEnabled: true,
            dependsOn: ['1'],
            reviewers: [{ query: './manager', queryRoot: 'decisions', queryType: 'MicrosoftGraph' }],
            fallbackReviewers: [
              {
                query: `/users/${await (await rehearsePeople()).idOf('/users', 'Bob Stone')}`,
                queryType: 'MicrosoftGraph',
              },
            ],
          },
        ],
      },
    )
    days(2)
    const stages = async () =>
      (await read(`instances/${(await instances())[0].id}/stages`)).value.map((each: { status: string }) => each.status)
    expect(await stages()).toEqual(['InProgress', 'NotStarted'])
    expect((await decide('carl', 'Ada Lovelace', 'Deny')).status).toBe(403)
    expect((await decide('ada', 'Ada Lovelace', 'Approve')).status).toBe(204)
    days(2)
    expect(await stages()).toEqual(['Completed', 'InProgress'])
    expect((await decide('bob', 'Ada Lovelace', 'Deny')).status).toBe(204)
    const instance = (await instances())[0]
    const contacted = await read(`instances/${instance.id}/contactedReviewers`)
    expect(contacted.value).toMatchObject([{ displayName: 'Bob Stone' }])
    expect(instance.endDateTime).toBe('2026-06-08T00:00:00Z')
  })

  it('is over for good when the series is deleted, or has come to its end', async () => {
    const once = await ofGroup({ recurrence: { pattern: null, range: { type: 'noEnd', startDate: '2026-06-02' } } })
    once.days(8)
    expect([(await once.read('')).status, (await once.instances()).length]).toEqual(['Completed', 1])
    const { days, admin, series, sandbox } = await ofGroup()
    days(2)
    expect((await (await admin()).send('DELETE', series)).status).toBe(204)
    days(60)
    expect(sandbox.export().documents.filter(({ kind }) => kind.startsWith('accessReview'))).toEqual([])
  })

  it('does not open again when its series is replaced while it runs', async () => {
    const replaced = async (settings: object) => {
      const { days, admin, series, instances } = await ofGroup(settings)
      days(2)
      const client = await admin()
      const { id: _id, '@odata.context': _context, ...body } = (await client.get(series)).body
      expect((await client.send('PUT', series, { ...body, displayName: 'Renamed' })).status).toBe(204)
      return { days, count: async () => (await instances()).length }
    }
    const weekly = await replaced({})
    expect(await weekly.count()).toBe(1)
    weekly.days(14)
    expect(await weekly.count()).toBe(2)
    const once = await replaced({ recurrence: null })
    once.days(60)
    expect(await once.count()).toBe(1)
  })

  it('is of every group that it enumerates', async () => {
    const { idOf, days, read, instances } = await ofGroup(
      {},
      {
        scope: {
          '@odata.type': '#microsoft.graph.accessReviewQueryScope',
          query: './members',
          queryType: 'MicrosoftGraph',
        },
        instanceEnumerationScope: {
          '@odata.type': '#microsoft.graph.accessReviewQueryScope',
          query: "/groups?$filter=startswith(displayName,'Dec') or displayName eq 'Team Blue'",
          queryType: 'MicrosoftGraph',
        },
      },
    )
    days(2)
    const blue = await idOf('/groups', 'Team Blue')
    expect((await instances()).map((each: { scope: { query: string } }) => each.scope.query)).toContain(
      `/groups/${blue}/members`,
    )
    expect(
      (await read('instances?$expand=decisions')).value.map((each: { decisions: object[] }) => each.decisions.length),
    ).toEqual([0, 2])
  })
})

describe("a policy's review", () => {
  async function reviewed(more: object) {
    const tenant = await rehearsePeople()
    const admin = await tenant.admin()
    const accessPackage = await admin.accessPackage(await admin.catalog())
    const bob = { '@odata.type': '#microsoft.graph.singleUser', userId: await admin.idOf('/users', 'Bob Stone') }
    const reviewSettings = {
      isEnabled: true,
      expirationBehavior: 'removeAccess',
      isReviewerJustificationRequired: false,
      schedule: {
        startDateTime: '2026-06-10T00:00:00Z',
        expiration: { type: 'afterDuration', duration: 'P5D' },
        recurrence: { pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 0 }, range: { type: 'noEnd' } },
      },
      primaryReviewers: [bob],
      fallbackReviewers: [],
      ...more,
    }
    const policy = await admin.policy(accessPackage, { reviewSettings, expiration: { type: 'noExpiration' } })
    for (const name of ['Ada Lovelace', 'Carl Catalog'])
      await admin.post(`${em}/assignmentRequests`, {
        requestType: 'adminAdd',
        assignment: {
          targetId: await admin.idOf('/users', name),
          assignmentPolicyId: policy,
          accessPackageId: accessPackage,
        },
      })
    const series = async () => (await (await tenant.admin()).get(`${path}?$expand=instances`)).body.value
    const held = async () =>
      (
        await (await tenant.admin()).get(`${em}/assignments?$expand=target&$filter=state eq 'delivered'`)
      ).body.value.map((each: { target: { displayName: string } }) => each.target.displayName)
    const decide = async (who: string, name: string, decision: string) => {
      const [{ id, instances }] = await series()
      const client = await tenant.as(who)
      const place = `${path}/${id}/instances/${instances.at(-1).id}/decisions`
      const all = (await (await tenant.admin()).get(place)).body.value
      const item = all.find((each: { principal: { displayName: string } }) => each.principal.displayName === name)
      return (await client.send('PATCH', `${place}/${item.id}`, { decision })).status
    }
    return { ...tenant, policy, accessPackage, reviewSettings, series, held, decide }
  }

  it('begins on its day, and takes away what nobody approved', async () => {
    const { days, series, held, decide, admin } = await reviewed({})
    expect(await series()).toEqual([])
    days(10)
    expect(await series()).toMatchObject([
      {
        displayName: 'Sales: All members',
        status: 'InProgress',
        settings: { defaultDecision: 'Deny', autoApplyDecisionsEnabled: true },
      },
    ])
    expect(await decide('carl', 'Carl Catalog', 'Approve')).toBe(403)
    expect(await decide('bob', 'Carl Catalog', 'Approve')).toBe(204)
    const [{ id }] = await series()
    const refused = await (await admin()).send('DELETE', `${path}/${id}`)
    expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringContaining('by their policy')])
    days(5)
    expect(await held()).toEqual(['Carl Catalog'])
    days(28)
    expect((await series())[0].instances).toHaveLength(2)
    days(5)
    expect(await held()).toEqual([])
  })

  it.each([
    ['keepAccess', ['Ada Lovelace', 'Carl Catalog']],
    ['acceptAccessRecommendation', ['Ada Lovelace', 'Carl Catalog']],
    ['removeAccess', []],
  ])('ends by %s where nobody decides', async (expirationBehavior, left) => {
    const { days, held } = await reviewed({ expirationBehavior, isSelfReview: true, primaryReviewers: [] })
    days(16)
    expect(await held()).toEqual(left)
  })

  it('stops when the policy no longer says so, and begins anew when it does', async () => {
    const { days, series, held, admin, policy, accessPackage, reviewSettings } = await reviewed({
      expirationBehavior: 'keepAccess',
    })
    const put = async (settings: object | null) => {
      const client = await admin()
      const body = (await client.get(`${em}/assignmentPolicies/${policy}`)).body
      const { '@odata.context': _context, ...read } = body
      const sent = { ...read, accessPackage: { id: accessPackage }, reviewSettings: settings, questions: [] }
      return (await client.send('PUT', `${em}/assignmentPolicies/${policy}`, sent)).status
    }
    days(10)
    expect(await put(null)).toBe(200)
    days(40)
    expect((await series())[0].instances).toHaveLength(1)
    expect(await put(reviewSettings)).toBe(200)
    days(31)
    expect((await series())[0].instances).toHaveLength(2)
    expect(await held()).toHaveLength(2)
  })
})
