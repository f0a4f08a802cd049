import { describe, expect, it } from 'vitest'
import { approval, em, policyBody, rehearse, stage, workflow } from './harness.ts'

async function packaged() {
  const tenant = await rehearse()
  const catalog = await tenant.catalog()
  const sales = await tenant.accessPackage(catalog)
  const [ada, group] = [await tenant.idOf('/users', 'Ada Lovelace'), await tenant.idOf('/groups', 'Approvers')]
  const people = {
    user: { '@odata.type': '#microsoft.graph.singleUser', userId: ada },
    group: { '@odata.type': 'microsoft.graph.groupMembers', groupId: group },
  }
  const create = (more: object) => tenant.post(`${em}/assignmentPolicies`, policyBody(sales, more))
  return { ...tenant, catalog, sales, people, create }
}

const review = (more: object = {}, pattern: object = { type: 'absoluteMonthly', interval: 3, dayOfMonth: 1 }) => ({
  isEnabled: true,
  isSelfReview: true,
  schedule: {
    expiration: { type: 'afterDuration', duration: 'P14D' },
    recurrence: { pattern, range: { type: 'noEnd' } },
  },
  ...more,
})

/** A package, and an extension of its catalog that policies may call. */
async function calling() {
  const world = await packaged()
  const answer = await world.post(`${em}/catalogs/${world.catalog}/customWorkflowExtensions`, workflow())
  return { ...world, extension: answer.body.value }
}

describe('assignment policies', () => {
  it('fill in what the service fills in, and read canonical', async () => {
    const { create, people } = await packaged()
    const { status, body } = await create({
      allowedTargetScope: 'SpecificDirectoryUsers',
      specificAllowedTargets: [people.user, people.group],
      expiration: { type: 'afterDuration', duration: 'PT48H' },
      requestApprovalSettings: approval(
        stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager' }] }),
      ),
      reviewSettings: review(),
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [
        { '@odata.type': '#microsoft.graph.singleUser', description: null },
        { '@odata.type': '#microsoft.graph.groupMembers' },
      ],
      expiration: { type: 'afterDuration', duration: 'P2D', endDateTime: null },
      automaticRequestSettings: null,
      requestApprovalSettings: {
        stages: [{ primaryApprovers: [{ managerLevel: 1 }], approverInformationVisibility: 'default' }],
      },
      reviewSettings: {
        isRecommendationEnabled: true,
        isReviewerJustificationRequired: true,
        expirationBehavior: 'keepAccess',
      },
      notificationSettings: { isAssignmentNotificationDisabled: false },
    })
    expect(body).not.toHaveProperty('questions')
    expect(body).not.toHaveProperty('accessPackage')
  })

  it('are replaced by PUT: what is not said is reset, ids of questions are kept', async () => {
    const { create, get, send, sales } = await packaged()
    const question = { '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', sequence: 1, text: 'Why?' }
    const { body } = await create({
      questions: [question],
      reviewSettings: review(),
      notificationSettings: { isAssignmentNotificationDisabled: true },
    })
    const path = `${em}/assignmentPolicies/${body.id}`
    const read = async () => (await get(`${path}?$expand=questions`)).body
    const kept = (await read()).questions[0]
    await send('PUT', path, policyBody(sales, { questions: [{ ...kept, text: 'Why now?' }] }))
    expect((await read()).questions).toMatchObject([{ id: kept.id, text: 'Why now?' }])
    const { reviewSettings: _r, questions: _q, ...rest } = policyBody(sales)
    expect((await send('PUT', path, rest)).status).toBe(200)
    expect(await read()).toMatchObject({
      id: body.id,
      reviewSettings: null,
      questions: [],
      notificationSettings: { isAssignmentNotificationDisabled: false },
    })
  })

  it.each([
    'displayName',
    'description',
    'allowedTargetScope',
    'automaticRequestSettings',
    'specificAllowedTargets',
    'expiration',
    'requestorSettings',
    'requestApprovalSettings',
    'accessPackage',
  ])('want %s in a PUT', async name => {
    const { create, send, sales } = await packaged()
    const { body } = await create({})
    const answer = await send('PUT', `${em}/assignmentPolicies/${body.id}`, { ...policyBody(sales), [name]: undefined })
    expect([answer.status, answer.body.error.code]).toEqual([400, 'InvalidModel'])
    expect(answer.body.error.message).toContain(name)
  })

  it('have a name of their own within the package', async () => {
    const { create } = await packaged()
    await create({})
    const again = await create({})
    expect([again.status, again.body.error]).toMatchObject([
      409,
      { code: 'DuplicateKey', message: 'There is already a duplicated entity' },
    ])
  })

  it('call extensions of their catalog at fitting stages', async () => {
    const { create, send, get, catalog, extension: body } = await calling()
    const path = `${em}/catalogs/${catalog}/customWorkflowExtensions`
    const call = (stageName: string, id = body.id) =>
      create({
        customExtensionStageSettings: [
          {
            stage: stageName,
            customExtension: { '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension', id },
          },
        ],
      })
    expect((await call('assignmentOneDayBeforeExpiration')).status).toBe(400)
    expect((await call('assignmentRequestCreated', 'elsewhere')).status).toBe(400)
    const policy = await call('assignmentRequestCreated')
    const read = await get(
      `${em}/assignmentPolicies/${policy.body.id}?$expand=customExtensionStageSettings($expand=customExtension)`,
    )
    expect(read.body.customExtensionStageSettings).toMatchObject([
      { stage: 'assignmentRequestCreated', customExtension: { displayName: 'Notify' } },
    ])
    expect((await send('DELETE', `${path}/${body.id}`)).status).toBe(400)
    expect((await send('DELETE', `${em}/assignmentPolicies/${policy.body.id}`)).status).toBe(204)
    expect((await send('DELETE', `${path}/${body.id}`)).status).toBe(204)
  })

  it('let go of what they call when their package goes', async () => {
    const { create, send, catalog, sales, extension } = await calling()
    const { '@odata.type': type, id } = extension
    const stages = [{ stage: 'assignmentRequestCreated', customExtension: { '@odata.type': type, id } }]
    expect((await create({ customExtensionStageSettings: stages })).status).toBe(201)
    const path = `${em}/catalogs/${catalog}/customWorkflowExtensions/${id}`
    expect((await send('DELETE', path)).body.error.code).toBe('InvalidDeleteCustomExtensionInUse')
    expect((await send('DELETE', `${em}/accessPackages/${sales}`)).status).toBe(204)
    expect((await send('DELETE', path)).status).toBe(204)
  })

  it('keep the ids of questions, and show them only to who expands them', async () => {
    const { create, send, get } = await packaged()
    const short = {
      '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
      text: 'Which order?',
      sequence: 1,
    }
    const made = await create({ questions: [short] })
    const path = `${em}/assignmentPolicies/${made.body.id}`
    expect(made.body.questions).toBeUndefined()
    expect((await get(path)).body.questions).toBeUndefined()
    const first = await get(`${path}?$expand=questions,accessPackage`)
    const [question] = first.body.questions
    expect(question).toMatchObject({ ...short, isRequired: false, localizations: [], regexPattern: null })
    const { questions: _questions, accessPackage, ...rest } = first.body
    const put = (questions: readonly object[]) =>
      send('PUT', path, { ...rest, questions, accessPackage: { id: accessPackage.id } })
    expect(
      (
        await put([
          { ...question, isRequired: true },
          { ...short, text: 'Why?' },
        ])
      ).status,
    ).toBe(200)
    const [kept, added] = (await get(`${path}?$expand=questions`)).body.questions
    expect(kept).toMatchObject({ id: question.id, isRequired: true })
    expect(added.id).not.toBe(question.id)
    const other = { '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', text: 'Which order?' }
    const choices = [{ actualValue: 'a', text: 'A' }]
    expect((await put([{ ...other, choices, id: question.id }])).status).toBe(400)
    expect((await put([{ ...other, choices: [{ text: 'A' }] }])).status).toBe(400)
    expect((await put([{ ...other, choices }])).status).toBe(200)
  })

  it.each([
    ['user.department -eq "Sales"', 201],
    ['(user.department -eq "Sales) (") and (user.accountEnabled -eq true)', 201],
    ['user.proxyAddresses -any (_ -contains "contoso")', 201],
    ['(user.department -eq "Sales"', 400],
    ['user.department -eq "Sales', 400],
    ['user.department) -eq ("Sales"', 400],
    ['everybody', 400],
    ['', 400],
  ])('assign by the rule %s: %i', async (membershipRule, status) => {
    const { create } = await packaged()
    const answer = await create({
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.attributeRuleMembers', membershipRule }],
      automaticRequestSettings: { requestAccessForAllowedTargets: true },
    })
    expect(answer.status).toBe(status)
  })

  const escalating = (timeout: string, wait: string, people: { user: object }) =>
    approval(
      stage({
        durationBeforeAutomaticDenial: timeout,
        isEscalationEnabled: true,
        durationBeforeEscalation: wait,
        escalationApprovers: [people.user],
      }),
    )

  it.each([
    ['P14D', 'P7D', 400],
    ['P14D', 'P8D', 201],
    ['P14D', 'P13D', 201],
    ['P14D', 'P14D', 400],
    ['P4D', 'P3D', 201],
    ['P3D', 'P2D', 400],
  ])('escalate, with a timeout of %s, after %s: %i', async (timeout, wait, status) => {
    const { create, people } = await packaged()
    expect((await create({ requestApprovalSettings: escalating(timeout, wait, people) })).status).toBe(status)
  })

  const rule = {
    '@odata.type': '#microsoft.graph.attributeRuleMembers',
    membershipRule: '(user.department -eq "x")',
    description: 'x',
  }
  const nobody = '44444444-4444-4444-8444-444444444444'

  it.each<[string, object, string]>([
    ['four stages', { requestApprovalSettings: approval(stage(), stage(), stage(), stage()) }, 'at most 3'],
    ['approval without a stage', { requestApprovalSettings: approval() }, 'no approval stage'],
    [
      'a stage without its arrays',
      { requestApprovalSettings: approval({ ...stage(), escalationApprovers: undefined }) },
      'escalationApprovers',
    ],
    [
      'a stage without approvers',
      { requestApprovalSettings: approval(stage({ primaryApprovers: [] })) },
      'no approver',
    ],
    [
      'a stage without timeout',
      { requestApprovalSettings: approval(stage({ durationBeforeAutomaticDenial: undefined })) },
      'durationBeforeAutomaticDenial',
    ],
    [
      'a manager too high',
      {
        requestApprovalSettings: approval(
          stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 3 }] }),
        ),
      },
      'managerLevel',
    ],
    [
      'sponsors for insiders',
      {
        requestApprovalSettings: approval(
          stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.internalSponsors' }] }),
        ),
      },
      'internalSponsors',
    ],
    [
      'an abstract approver',
      { requestApprovalSettings: approval(stage({ primaryApprovers: [{ userId: nobody }] })) },
      "'@odata.type' is required",
    ],
    [
      'a foreign approver',
      {
        requestApprovalSettings: approval(
          stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.domainIdentitySource' }] }),
        ),
      },
      'not a valid',
    ],
    [
      'an unknown user',
      {
        allowedTargetScope: 'specificDirectoryUsers',
        specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', userId: nobody }],
      },
      nobody,
    ],
    [
      'an unknown organization',
      {
        allowedTargetScope: 'specificConnectedOrganizationUsers',
        specificAllowedTargets: [
          { '@odata.type': '#microsoft.graph.connectedOrganizationMembers', connectedOrganizationId: nobody },
        ],
      },
      nobody,
    ],
    [
      'insiders among outsiders',
      {
        allowedTargetScope: 'specificConnectedOrganizationUsers',
        specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', userId: nobody }],
      },
      'does not fit',
    ],
    [
      'targets where the scope says all',
      { specificAllowedTargets: [{ '@odata.type': '#microsoft.graph.singleUser', userId: nobody }] },
      'does not fit',
    ],
    [
      'a rule without automatic assignment',
      { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [rule] },
      'automaticRequestSettings',
    ],
    [
      'automatic assignment without a rule',
      { automaticRequestSettings: { requestAccessForAllowedTargets: true } },
      'attributeRuleMembers',
    ],
    ['a duration in years', { expiration: { type: 'afterDuration', duration: 'P1Y' } }, 'Edm.Duration'],
    ['no duration', { expiration: { type: 'afterDuration' } }, 'duration is required'],
    ['no end', { expiration: { type: 'afterDateTime' } }, 'endDateTime is required'],
    ['a duration that never counts', { expiration: { type: 'noExpiration', duration: 'P1D' } }, 'does not go with'],
    [
      'a yearly review',
      { reviewSettings: review({}, { type: 'absoluteYearly', interval: 1 }) },
      'weekly or absoluteMonthly',
    ],
    ['a review without reviewers', { reviewSettings: review({ isSelfReview: false }) }, 'no primary reviewer'],
    [
      'a review by managers alone',
      {
        reviewSettings: review({
          isSelfReview: false,
          primaryReviewers: [{ '@odata.type': '#microsoft.graph.requestorManager' }],
        }),
      },
      'fallback',
    ],
    [
      'a review without duration',
      { reviewSettings: review({ schedule: { recurrence: { pattern: { type: 'weekly', interval: 1 } } } }) },
      'duration of each review',
    ],
    [
      'a question without text',
      { questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion' }] },
      'text',
    ],
    [
      'text for a number',
      { questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', text: 'x', sequence: '1' }] },
      'Edm.Int32',
    ],
    ['beta names', { accessReviewSettings: null }, 'accessReviewSettings'],
    ['no description', { description: null }, 'description'],
  ])('refuse %s', async (_name, more, words) => {
    const { create } = await packaged()
    const { status, body } = await create(more)
    expect(status).toBe(400)
    expect(body.error.message).toContain(words)
  })

  it('assign automatically by one membership rule', async () => {
    const { create } = await packaged()
    const { status, body } = await create({
      allowedTargetScope: undefined,
      specificAllowedTargets: [rule],
      automaticRequestSettings: { requestAccessForAllowedTargets: true, gracePeriodBeforeAccessRemoval: 'P7D' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      allowedTargetScope: 'specificDirectoryUsers',
      automaticRequestSettings: { removeAccessWhenTargetLeavesAllowedTargets: false },
    })
  })
})
