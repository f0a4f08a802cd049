import { describe, expect, it } from 'vitest'
import { approval, em, rehearsePeople, stage } from './harness.ts'

const requests = `${em}/assignmentRequests`
const approvals = `${em}/accessPackageAssignmentApprovals`
const week = { type: 'afterDuration', duration: 'P7D' }
const user = (userId: string) => ({ '@odata.type': '#microsoft.graph.singleUser', userId })
const group = (groupId: string) => ({ '@odata.type': '#microsoft.graph.groupMembers', groupId })
const everything = {
  enableTargetsToSelfAddAccess: true,
  enableTargetsToSelfUpdateAccess: true,
  enableTargetsToSelfRemoveAccess: true,
}

/** A package that people can ask for, and a short way to ask. */
async function offered(more: object = {}, catalogMore: object = {}) {
  const tenant = await rehearsePeople()
  const admin = await tenant.admin()
  const catalog = await admin.catalog()
  await admin.send('PATCH', `${em}/catalogs/${catalog}`, catalogMore)
  const accessPackage = await admin.accessPackage(catalog)
  const policy = await admin.policy(accessPackage, { expiration: week, requestorSettings: everything, ...more })
  const ask = async (who: string, also: object = {}) =>
    (await tenant.as(who)).post(requests, {
      requestType: 'userAdd',
      assignment: { accessPackageId: accessPackage, assignmentPolicyId: policy },
      ...also,
    })
  const read = async (id: string) =>
    (await (await tenant.admin()).get(`${requests}/${id}?$expand=requestor,assignment`)).body
  const held = async () =>
    (await (await tenant.admin()).get(`${em}/assignments?$expand=target&$filter=state eq 'delivered'`)).body.value
  return { ...tenant, signedIn: tenant.admin, admin, catalog, accessPackage, policy, ask, read, held }
}

describe('people', () => {
  it('ask for access, get it, see it end', async () => {
    const { ask, held, days, as, read } = await offered()
    const answer = await ask('ada')
    expect(answer.status).toBe(201)
    expect(await read(answer.body.id)).toMatchObject({
      requestType: 'userAdd',
      state: 'delivered',
      requestor: { displayName: 'Ada Lovelace' },
      schedule: { expiration: week },
      assignment: { state: 'delivered' },
    })
    expect(await held()).toMatchObject([{ target: { displayName: 'Ada Lovelace' } }])
    const mine = (await as('ada')).get(`${em}/assignments/filterByCurrentUser(on='target')`)
    expect((await mine).body.value).toHaveLength(1)
    expect((await (await as('bob')).get(`${em}/assignments/filterByCurrentUser(on='target')`)).body.value).toEqual([])
    expect((await ask('ada')).body.error.code).toBe('ExistingGrant')
    days(7)
    expect(await held()).toEqual([])
    expect((await ask('ada')).status).toBe(201)
  })

  it('extend and give up what they have', async () => {
    const { ask, held, days, as } = await offered()
    await ask('ada')
    days(5)
    const [assignment] = await held()
    const say = async (who: string, requestType: string) =>
      (await as(who)).post(requests, { requestType, assignment: { id: assignment.id } })
    expect((await say('bob', 'userUpdate')).status).toBe(403)
    expect((await say('ada', 'userUpdate')).status).toBe(201)
    days(5)
    expect(await held()).toHaveLength(1)
    expect((await say('ada', 'userRemove')).body).toMatchObject({ requestType: 'userRemove' })
    expect(await held()).toEqual([])
    expect((await say('ada', 'userRemove')).body.error.message).toContain('already expired')
  })

  it('ask for their reports where the policy lets managers', async () => {
    const settings = {
      enableOnBehalfRequestorsToAddAccess: true,
      onBehalfRequestors: [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 }],
    }
    const { as, idOf, accessPackage, policy, held } = await offered({ requestorSettings: settings })
    const forBob = {
      targetId: await idOf('/users', 'Bob Stone'),
      accessPackageId: accessPackage,
      assignmentPolicyId: policy,
    }
    const ask = async (who: string, requestType: string) =>
      (await as(who)).post(requests, { requestType, assignment: forBob })
    expect((await ask('carl', 'onBehalfAdd')).body.error.code).toBe('PolicyRequirementsNotMet')
    expect((await ask('ada', 'userAdd')).status).toBe(403)
    expect((await ask('ada', 'onBehalfAdd')).status).toBe(201)
    expect(await held()).toMatchObject([{ target: { displayName: 'Bob Stone' } }])
    const view = async (who: string, on: string) =>
      (await (await as(who)).get(`${requests}/filterByCurrentUser(on='${on}')`)).body.value.length
    expect([
      await view('ada', 'requestForOthers'),
      await view('ada', 'createdBy'),
      await view('bob', 'target'),
    ]).toEqual([1, 1, 1])
    expect([
      await view('bob', 'createdBy'),
      await view('ada', 'targetManager'),
      await view('zoe', 'targetOrRequestor'),
    ]).toEqual([0, 1, 0])
  })

  it.each<[string, object, object, RegExp]>([
    ['who is not admitted', { allowedTargetScope: 'allExternalUsers' }, {}, /policy requirements/],
    ['where asking is off', { requestorSettings: {} }, {}, /policy requirements/],
    [
      'without a reason where one is asked for',
      { requestApprovalSettings: { isRequestorJustificationRequired: true, stages: [] } },
      {},
      /justification/,
    ],
    [
      'for dates of their own',
      {},
      { schedule: { startDateTime: '2027-01-01T00:00:00Z' } },
      /custom assignment schedule/,
    ],
    [
      'for longer than the policy allows',
      { requestorSettings: { ...everything, allowCustomAssignmentSchedule: true } },
      { schedule: { expiration: { type: 'afterDuration', duration: 'P8D' } } },
      /longer than the policy allows/,
    ],
    [
      'without answering',
      {
        questions: [
          {
            '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
            text: 'Why?',
            sequence: 1,
            isRequired: true,
          },
        ],
      },
      {},
      /'Why\?' must be answered/,
    ],
  ])('are refused %s', async (_, policyMore, requestMore, message) => {
    const { ask, held } = await offered(policyMore)
    const { status, body } = await ask('ada', requestMore)
    expect([status, body.error.message]).toEqual([400, expect.stringMatching(message)])
    expect(await held()).toEqual([])
  })

  it('are refused where the catalog is unpublished, or a group excludes them', async () => {
    const closed = await offered({}, { state: 'unpublished' })
    expect((await closed.ask('ada')).body.error.code).toBe('PolicyRequirementsNotMet')
    const { ask, admin, accessPackage, idOf } = await offered()
    await admin.post(`${em}/accessPackages/${accessPackage}/incompatibleGroups/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/groups/${await idOf('/groups', 'Deciders')}`,
    })
    expect((await ask('ada')).body.error.code).toBe('IncompatibleGroup')
    expect((await ask('bob')).status).toBe(201)
  })

  it('answer questions by choice and pattern', async () => {
    const questions = [
      {
        '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
        text: 'Cost?',
        sequence: 1,
        regexPattern: '[0-9]+',
      },
      {
        '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
        text: 'Where?',
        sequence: 2,
        choices: [{ actualValue: 'CH', text: 'Bern' }],
      },
    ]
    const { ask, admin, policy } = await offered({ questions })
    const { body } = await admin.get(`${em}/assignmentPolicies/${policy}?$expand=questions`)
    const answer = (place: number, value: string) => ({
      answers: [
        {
          '@odata.type': '#microsoft.graph.accessPackageAnswerString',
          value,
          answeredQuestion: { id: body.questions[place].id },
        },
      ],
    })
    expect((await ask('ada', answer(0, 'x1'))).body.error.message).toContain('does not match [0-9]+')
    expect((await ask('ada', answer(1, 'DE'))).body.error.message).toContain("'DE' is no choice")
    const made = await ask('ada', answer(1, 'CH'))
    expect(made.body.answers).toMatchObject([{ value: 'CH' }])
  })

  it('see what they may ask for, and what it takes', async () => {
    const { as, accessPackage, admin } = await offered({ requestApprovalSettings: approval(stage()) })
    const list = async (who: string) =>
      (await (await as(who)).get(`${em}/accessPackages/filterByCurrentUser(on='allowedRequestor')`)).body.value
    expect(await list('ada')).toMatchObject([{ id: accessPackage }])
    expect(await list('guest@fabrikam.com')).toEqual([])
    const ada = await as('ada', 'EntitlementMgmt-SubjectAccess.ReadWrite')
    const needs = await ada.post(`${em}/accessPackages/${accessPackage}/getApplicablePolicyRequirements`, {})
    expect(needs.body.value).toMatchObject([{ policyDisplayName: 'All members', isApprovalRequiredForAdd: true }])
    await admin.send('PATCH', `${em}/accessPackages/${accessPackage}`, { isHidden: true })
    expect(await list('ada')).toEqual([])
  })
})

describe('approval', () => {
  async function asked(...stages: ((id: (name: string) => Promise<string>) => Promise<object>)[]) {
    const before = await rehearsePeople()
    const made = await Promise.all(
      stages.map(each => each(name => before.idOf(name === 'Deciders' ? '/groups' : '/users', name))),
    )
    const tenant = await offered({ requestApprovalSettings: approval(...made) })
    const request = (await tenant.ask('zoe')).body
    const stagesOf = async (who: string) =>
      (await (await tenant.as(who)).get(`${approvals}/${request.id}/stages`)).body.value
    const decide = async (who: string, place: number, reviewResult: string, justification = 'Because') => {
      const [client, all] = [await tenant.as(who), await stagesOf('admin')]
      return client.send('PATCH', `${approvals}/${request.id}/stages/${all[place].id}`, { reviewResult, justification })
    }
    const waiting = async (who: string) =>
      (await (await tenant.as(who)).get(`${approvals}/filterByCurrentUser(on='approver')`)).body.value.length
    return { ...tenant, request, stagesOf, decide, waiting }
  }
  const byManager = async () => stage({ fallbackPrimaryApprovers: [], isApproverJustificationRequired: false })
  const byGroup = async (id: (name: string) => Promise<string>) =>
    stage({ primaryApprovers: [group(await id('Deciders'))] })

  it('goes through its stages, each decided once by one who may', async () => {
    const { request, decide, waiting, read, held, stagesOf } = await asked(byManager, byGroup)
    expect(request).toMatchObject({ state: 'pendingApproval', status: 'PendingApproval' })
    expect(await held()).toEqual([])
    expect([await waiting('bob'), await waiting('ada'), await waiting('zoe')]).toEqual([1, 0, 0])
    expect((await decide('ada', 0, 'Approve')).status).toBe(403)
    expect((await decide('bob', 0, 'Maybe')).status).toBe(400)
    expect((await decide('bob', 0, 'Approve', '')).status).toBe(204)
    expect((await decide('bob', 0, 'Deny')).status).toBe(409)
    expect(await waiting('ada')).toBe(1)
    expect(await stagesOf('ada')).toMatchObject([
      { status: 'Completed', reviewResult: 'Approve', reviewedBy: { displayName: 'Bob Stone' }, assignedToMe: false },
      { status: 'InProgress', reviewResult: 'NotReviewed', reviewedBy: null, assignedToMe: true },
    ])
    expect((await decide('carl', 1, 'Approve', ' ')).body.error.message).toContain('justification')
    expect((await decide('carl', 1, 'approve')).status).toBe(204)
    expect(await read(request.id)).toMatchObject({ state: 'delivered' })
    expect(await held()).toMatchObject([{ target: { displayName: 'Zoe Zimmer' } }])
  })

  it('ends with the first denial', async () => {
    const { request, decide, read, held, ask } = await asked(byManager, byGroup)
    await decide('bob', 0, 'Deny')
    expect(await read(request.id)).toMatchObject({ state: 'denied', completedDateTime: '2026-06-01T08:00:00Z' })
    expect((await decide('carl', 1, 'Approve')).status).toBe(400)
    expect(await held()).toEqual([])
    expect((await ask('zoe')).status).toBe(201)
  })

  it('is denied when nobody decides in time', async () => {
    const { request, days, read, decide } = await asked(byManager)
    days(13)
    expect(await read(request.id)).toMatchObject({ state: 'pendingApproval' })
    days(1)
    expect(await read(request.id)).toMatchObject({ state: 'denied', completedDateTime: '2026-06-15T08:00:00Z' })
    expect((await decide('bob', 0, 'Approve')).status).toBe(409)
  })

  it('is passed on to alternate approvers, whom the first ones may still forestall', async () => {
    const escalated = async (id: (name: string) => Promise<string>) =>
      stage({
        isEscalationEnabled: true,
        durationBeforeEscalation: 'P8D',
        escalationApprovers: [user(await id('Carl Catalog'))],
      })
    const { request, days, read, waiting, decide } = await asked(escalated)
    expect(await waiting('carl')).toBe(0)
    days(8)
    expect([await waiting('bob'), await waiting('carl')]).toEqual([1, 1])
    expect(await read(request.id)).toMatchObject({ state: 'pendingApproval', status: 'PendingApprovalEscalated' })
    expect((await decide('carl', 0, 'Approve')).status).toBe(204)
    expect(await read(request.id)).toMatchObject({ state: 'delivered' })
  })

  it('falls back where there is no manager, and never to oneself', async () => {
    const fallback = async (id: (name: string) => Promise<string>) =>
      stage({
        primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 2 }],
        fallbackPrimaryApprovers: [user(await id('Carl Catalog')), user(await id('Ada Lovelace'))],
      })
    const { waiting, ask } = await asked(fallback)
    expect([await waiting('ada'), await waiting('carl')]).toEqual([1, 0])
    await ask('ada')
    expect([await waiting('ada'), await waiting('carl')]).toEqual([1, 1])
  })

  it('can be forestalled by who asked, and only by them', async () => {
    const { request, as, read, waiting, sandbox } = await asked(byManager)
    const cancel = async (who: string) => (await as(who)).post(`${requests}/${request.id}/cancel`, undefined)
    expect((await cancel('bob')).status).toBe(403)
    expect((await cancel('zoe')).status).toBe(204)
    expect((await cancel('zoe')).status).toBe(400)
    expect([(await read(request.id)).state, await waiting('bob')]).toEqual(['canceled', 0])
    sandbox.clock.move(30 * 86_400_000)
    expect((await read(request.id)).state).toBe('canceled')
  })

  it('is asked for again to extend, where the policy says so', async () => {
    const settings = {
      ...approval(stage({ isApproverJustificationRequired: false })),
      isApprovalRequiredForUpdate: true,
    }
    const { ask, as, admin, held, days, read } = await offered({
      requestApprovalSettings: { ...settings, isApprovalRequiredForAdd: false },
    })
    await ask('zoe')
    const [assignment] = await held()
    const extension = await (await as('zoe')).post(requests, {
      requestType: 'userUpdate',
      assignment: { id: assignment.id },
    })
    expect(extension.body.state).toBe('pendingApproval')
    const stages = (await admin.get(`${approvals}/${extension.body.id}/stages`)).body.value
    days(3)
    await (await as('bob')).send('PATCH', `${approvals}/${extension.body.id}/stages/${stages[0].id}`, {
      reviewResult: 'Approve',
    })
    days(5)
    expect(await held()).toHaveLength(1)
    days(2)
    expect(await held()).toEqual([])
    expect((await read(extension.body.id)).state).toBe('delivered')
  })

  it('comes to nothing where the access has ended meanwhile', async () => {
    const { ask, as, admin, held, days, read } = await offered({
      requestApprovalSettings: {
        ...approval(stage()),
        isApprovalRequiredForAdd: false,
        isApprovalRequiredForUpdate: true,
      },
    })
    await ask('zoe')
    const [assignment] = await held()
    const extension = await (await as('zoe')).post(requests, {
      requestType: 'userUpdate',
      assignment: { id: assignment.id },
    })
    const stages = (await admin.get(`${approvals}/${extension.body.id}/stages`)).body.value
    days(8)
    const path = `${approvals}/${extension.body.id}/stages/${stages[0].id}`
    await (await as('bob')).send('PATCH', path, { reviewResult: 'Approve', justification: 'Late' })
    expect((await read(extension.body.id)).state).toBe('deliveryFailed')
  })

  it('is nobody else’s business', async () => {
    const { request, as } = await asked(byManager)
    expect((await (await as('carl')).get(`${approvals}/${request.id}`)).status).toBe(403)
    expect((await (await as('rita')).get(`${approvals}/${request.id}?$expand=stages`)).body.stages).toHaveLength(1)
    expect((await (await as('bob')).get(`${approvals}/11111111-1111-4111-8111-111111111111`)).status).toBe(404)
  })
})

describe('guests', () => {
  async function guest(settings: object) {
    const tenant = await offered({ allowedTargetScope: 'allExternalUsers', expiration: week })
    await tenant.admin.send('PATCH', `${em}/settings`, settings)
    expect((await tenant.ask('guest@fabrikam.com')).status).toBe(201)
    const found = async () =>
      (await (await tenant.signedIn()).get("/users?$filter=userType eq 'Guest'")).body.value.map(
        (user: { accountEnabled: boolean }) => user.accountEnabled,
      )
    return { ...tenant, found }
  }

  it.each([
    ['nothing', { externalUserLifecycleAction: 'none' }, [true], [true]],
    ['blocked', { externalUserLifecycleAction: 'blockSignIn' }, [false], [false]],
    [
      'blocked and deleted',
      { externalUserLifecycleAction: 'blockSignInAndDelete', durationUntilExternalUserDeletedAfterBlocked: 'P30D' },
      [false],
      [],
    ],
  ])('who lose their last access are %s', async (_, settings, soon, later) => {
    const { found, days } = await guest(settings)
    expect(await found()).toEqual([true])
    days(7)
    expect(await found()).toEqual(soon)
    days(30)
    expect(await found()).toEqual(later)
  })

  it('stay when they get access again in time', async () => {
    const { found, days, signedIn, accessPackage, policy } = await guest({
      externalUserLifecycleAction: 'blockSignInAndDelete',
    })
    days(10)
    const admin = await signedIn()
    const targetId = await admin.idOf('/users', 'Gus Guest')
    await admin.post(requests, {
      requestType: 'adminAdd',
      assignment: { targetId, accessPackageId: accessPackage, assignmentPolicyId: policy },
      schedule: { expiration: { type: 'noExpiration' } },
    })
    days(60)
    expect(await found()).toEqual([true])
  })

  it('of organizations that nobody configured have them proposed', async () => {
    const { admin } = await guest({})
    expect((await admin.get(`${em}/connectedOrganizations`)).body.value).toMatchObject([
      { displayName: 'fabrikam.com', state: 'proposed' },
    ])
    const of = await admin.get(`${em}/assignments?$expand=target($expand=connectedOrganization)`)
    expect(of.body.value).toMatchObject([{ target: { connectedOrganization: { displayName: 'fabrikam.com' } } }])
  })
})
