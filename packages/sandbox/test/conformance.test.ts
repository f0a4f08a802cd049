import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadSchema, type Schema, schemaFolder, validateExchange } from '../../../test/contract/schema-validator.ts'
import type { RequestRecord } from '../src/index.ts'
import { approval, em, policyBody, rehearse, rehearsePeople, stage, workflow } from './harness.ts'

const schema = loadSchema()

function findings(known: Schema, requests: readonly RequestRecord[]): string[] {
  return requests.flatMap(record => validateExchange(known, record))
}

describe.skipIf(!schema)('conformance with the published schema (skipped where ../shared/graph is missing)', () => {
  it('sends and accepts nothing in a whole session that the schema does not declare', async () => {
    const { sandbox, get, post, send, idOf, ...make } = await rehearse()
    const [ada, group, dynamic] = [
      await idOf('/users', 'Ada Lovelace'),
      await idOf('/groups', 'Engineering'),
      await idOf('/groups', 'Everyone'),
    ]
    const app = await idOf('/servicePrincipals', 'Salesforce')
    await send('PATCH', `${em}/settings`, {
      externalUserLifecycleAction: 'blockSignIn',
      durationUntilExternalUserDeletedAfterBlocked: 'P14D',
    })
    await get(`${em}/settings`)
    const organization = await post(`${em}/connectedOrganizations`, {
      displayName: 'Fabrikam',
      description: 'Partner',
      identitySources: [
        { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: 'fabrikam.com', displayName: 'Fabrikam' },
      ],
    })
    const org = organization.body.id
    await send('PATCH', `${em}/connectedOrganizations/${org}`, { description: 'Better partner' })
    await post(`${em}/connectedOrganizations/${org}/internalSponsors/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${ada}`,
    })
    await get(`${em}/connectedOrganizations/${org}?$expand=internalSponsors,externalSponsors`)
    const catalog = await make.catalog()
    await send('PATCH', `${em}/catalogs/${catalog}`, { isExternallyVisible: false })
    const [sales, other] = [await make.accessPackage(catalog), await make.accessPackage(catalog, 'Other')]
    for (const [system, origin] of [
      ['AadGroup', group],
      ['AadGroup', dynamic],
      ['AadApplication', app],
      ['SharePointOnline', 'https://contoso.sharepoint.com/sites/Partners'],
    ] as const) {
      await make.resource(catalog, system, origin)
    }
    const resources = await get(`${em}/catalogs/${catalog}/resources?$expand=roles,scopes`)
    for (const resource of resources.body.value) {
      const filter = `originSystem eq '${resource.originSystem}' and resource/id eq '${resource.id}'`
      const roles = await get(`${em}/catalogs/${catalog}/resourceRoles?$filter=${filter}&$expand=resource`)
      const {
        id: _unused,
        resource: { attributes: _a, ...of },
        ...role
      } = roles.body.value[0]
      const added = await post(`${em}/accessPackages/${sales}/resourceRoleScopes`, {
        role: { ...role, resource: { id: of.id, originId: of.originId, originSystem: of.originSystem } },
        scope: resource.scopes[0],
      })
      expect(added.status).toBe(201)
    }
    await get(
      `${em}/accessPackages/${sales}?$expand=resourceRoleScopes($expand=role($expand=resource),scope),catalog,assignmentPolicies`,
    )
    const extension = await post(`${em}/catalogs/${catalog}/customWorkflowExtensions`, workflow())
    expect(extension.status).toBe(201)
    const policy = await make.policy(sales, {
      requestApprovalSettings: approval(
        stage({ approverInformationVisibility: 'visible' }),
        stage({ primaryApprovers: [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: group }] }),
      ),
      reviewSettings: {
        isEnabled: true,
        isSelfReview: true,
        schedule: {
          startDateTime: '2026-07-01T00:00:00Z',
          expiration: { type: 'afterDuration', duration: 'P14D' },
          recurrence: {
            pattern: { type: 'absoluteMonthly', interval: 3, month: 0, dayOfMonth: 0, daysOfWeek: [] },
            range: { type: 'noEnd', numberOfOccurrences: 0 },
          },
        },
        primaryReviewers: [],
        fallbackReviewers: [],
      },
      questions: [
        {
          '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
          sequence: 1,
          text: 'Why?',
          localizations: [{ languageCode: 'de', text: 'Warum?' }],
        },
        {
          '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
          sequence: 2,
          text: 'Where?',
          choices: [{ actualValue: 'CH', text: 'Bern' }],
        },
      ],
      customExtensionStageSettings: [
        {
          stage: 'assignmentRequestCreated',
          customExtension: {
            '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
            id: extension.body.value.id,
          },
        },
      ],
    })
    await get(
      `${em}/assignmentPolicies?$expand=accessPackage,catalog,questions,customExtensionStageSettings($expand=customExtension)`,
    )
    await send(
      'PUT',
      `${em}/assignmentPolicies/${policy}`,
      policyBody(sales, { notificationSettings: { isAssignmentNotificationDisabled: true } }),
    )
    await post(`${em}/accessPackages/${sales}/incompatibleAccessPackages/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0${em}/accessPackages/${other}`,
    })
    await post(`${em}/accessPackages/${sales}/incompatibleGroups/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/groups/${group}`,
    })
    for (const part of ['incompatibleAccessPackages', 'incompatibleGroups', 'accessPackagesIncompatibleWith'])
      await get(`${em}/accessPackages/${sales}/${part}`)
    await post(`${em}/assignmentRequests`, {
      requestType: 'adminAdd',
      justification: 'Joins',
      assignment: { targetId: ada, assignmentPolicyId: policy, accessPackageId: sales },
    })
    const held = await get(`${em}/assignments?$expand=target,accessPackage,assignmentPolicy`)
    await post(`${em}/assignmentRequests`, { requestType: 'adminRemove', assignment: { id: held.body.value[0].id } })
    await get(`${em}/assignmentRequests?$expand=requestor,accessPackage,assignment($expand=target)`)
    await get(`${em}/subjects(objectId='${ada}')`)
    await get(`${em}/resourceRequests?$expand=catalog,resource`)
    await get('/roleManagement/entitlementManagement/roleDefinitions')
    await get('/roleManagement/entitlementManagement/roleAssignments?$expand=principal,roleDefinition')
    for (const path of [
      '/users',
      '/groups',
      '/servicePrincipals',
      '/sites?search=*',
      `/directoryObjects/${ada}`,
      '/sites/contoso.sharepoint.com:/sites/Partners',
    ])
      await get(path)
    await post('/directoryObjects/getByIds', { ids: [ada, group, app], types: ['user', 'group'] })
    await post('/$batch', {
      requests: [
        { id: '1', method: 'GET', url: `${em}/catalogs?$expand=accessPackages` },
        { id: '2', method: 'GET', url: `${em}/nowhere` },
      ],
    })
    expect(sandbox.requests.filter(record => record.status >= 400)).toEqual([])
    expect(sandbox.requests.length).toBeGreaterThan(50)
    expect(findings(schema as Schema, sandbox.requests)).toEqual([])
  })

  it('nor in what people ask for, decide and review while time passes', async () => {
    const { sandbox, as, admin, days, idOf } = await rehearsePeople()
    const first = await admin()
    const accessPackage = await first.accessPackage(await first.catalog())
    const bob = { '@odata.type': '#microsoft.graph.singleUser', userId: await idOf('/users', 'Bob Stone') }
    const policy = await first.policy(accessPackage, {
      requestApprovalSettings: approval(stage({ primaryApprovers: [bob] })),
      questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', sequence: 1, text: 'Why?' }],
      reviewSettings: {
        isEnabled: true,
        isSelfReview: true,
        primaryReviewers: [],
        fallbackReviewers: [],
        schedule: {
          startDateTime: '2026-06-10T00:00:00Z',
          expiration: { type: 'afterDuration', duration: 'P5D' },
          recurrence: { pattern: { type: 'weekly', interval: 1 }, range: { type: 'noEnd' } },
        },
      },
    })
    const ada = await as('ada')
    await ada.get(`${em}/accessPackages/filterByCurrentUser(on='allowedRequestor')`)
    await ada.post(`${em}/accessPackages/${accessPackage}/getApplicablePolicyRequirements`, {})
    const request = await ada.post(`${em}/assignmentRequests`, {
      requestType: 'userAdd',
      assignment: { accessPackageId: accessPackage, assignmentPolicyId: policy },
    })
    const approvals = `${em}/accessPackageAssignmentApprovals`
    const approver = await as('bob')
    const waiting = await approver.get(`${approvals}/filterByCurrentUser(on='approver')?$expand=stages`)
    const [of] = waiting.body.value
    await approver.get(`${approvals}/${of.id}`)
    await approver.get(`${approvals}/${of.id}/stages`)
    await approver.send('PATCH', `${approvals}/${of.id}/stages/${of.stages[0].id}`, {
      reviewResult: 'Approve',
      justification: 'Yes',
    })
    await ada.get(`${em}/assignmentRequests/filterByCurrentUser(on='target')?$expand=assignment,accessPackage`)
    await (await admin()).get(`${em}/assignmentRequests/${request.body.id}`)
    days(10)
    const reviews = '/identityGovernance/accessReviews/definitions'
    const reviewer = await as('ada')
    const [series] = (await reviewer.get(`${reviews}/filterByCurrentUser(on='reviewer')?$expand=instances`)).body.value
    const instance = `${reviews}/${series.id}/instances/${series.instances[0].id}`
    await reviewer.get(`${reviews}/${series.id}/instances`)
    for (const part of ['', '/decisions', '/stages', '/contactedReviewers']) await reviewer.get(`${instance}${part}`)
    const [item] = (await reviewer.get(`${instance}/decisions/filterByCurrentUser(on='reviewer')`)).body.value
    await reviewer.send('PATCH', `${instance}/decisions/${item.id}`, { decision: 'Approve', justification: 'Needed' })
    await reviewer.get(`${instance}/decisions/${item.id}`)
    days(6)
    await (await admin()).get(`${instance}?$expand=decisions`)
    expect(sandbox.requests.filter(record => record.status >= 400)).toEqual([])
    expect(findings(schema as Schema, sandbox.requests)).toEqual([])
  })
})

interface Example {
  readonly page: string
  readonly title: string
  readonly request: { readonly method: string; readonly url: string; readonly body?: Record<string, unknown> }
  readonly response?: { readonly status: number; readonly body?: Record<string, unknown> } | null
  readonly lint?: readonly string[]
}

const examplesFile = join(schemaFolder, 'examples.json')

/** Lists the names that every object of an example's answer has, so that the sandbox's can be held against them. */
const namesIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value).filter(name => !name.includes('@')) : []

describe.skipIf(!existsSync(examplesFile))("Microsoft's examples (skipped where ../shared/graph is missing)", () => {
  const examples: Example[] = existsSync(examplesFile) ? JSON.parse(readFileSync(examplesFile, 'utf8')) : []
  const betaNames = (example: Example) =>
    example.lint?.some(
      sentence =>
        sentence.startsWith('request.') &&
        /: not in v1\.0|: JSON str/.test(sentence) &&
        !/assignment\.(targetId|assignmentPolicyId|accessPackageId):/.test(sentence),
    )
  const writes = examples.filter(
    ({ request, response, ...example }) =>
      /\/v1\.0\/(identityGovernance\/entitlementManagement|roleManagement\/entitlementManagement)\//.test(
        request.url,
      ) &&
      request.body &&
      response &&
      !betaNames({ request, response, ...example }) &&
      /POST|PUT|PATCH/.test(request.method) &&
      !/reprocess|refresh|resume|Approvals|uploadSessions|accessPackageResourceRoleScopes/.test(request.url),
  )

  it('finds examples to replay', () => expect(writes.length).toBeGreaterThanOrEqual(12))

  it.each(writes.map(example => [`${example.page}: ${example.title}`, example] as const))(
    '%s',
    async (_name, example) => {
      const tenant = await stageFor(example)
      const { request, response } = example
      const answer = await tenant.send(request.method, tenant.path, tenant.body)
      expect([answer.status, answer.body?.error]).toEqual([response?.status, undefined])
      const beta = (name: string) => example.lint?.some(sentence => sentence.startsWith(`response.${name}:`))
      const promised = namesIn(response?.body).filter(name => !beta(name))
      expect(namesIn(answer.body)).toEqual(expect.arrayContaining(promised))
    },
  )

  /** One example says backupReviewers, a name of the beta version. */
  const series = examples.filter(
    ({ request }) =>
      request.method === 'POST' &&
      /\/v1\.0\/identityGovernance\/accessReviews\/definitions$/.test(request.url) &&
      !('backupReviewers' in (request.body ?? {})),
  )

  it.each(series.map(example => [`${example.page}: ${example.title}`, example] as const))(
    '%s (a series of reviews)',
    async (_name, { request }) => {
      const { sandbox, post, get } = await rehearse()
      const made = await post('/identityGovernance/accessReviews/definitions', request.body)
      expect([made.status, made.body.error]).toEqual([201, undefined])
      await get(`/identityGovernance/accessReviews/definitions/${made.body.id}?$expand=instances`)
      if (schema) expect(findings(schema, sandbox.requests.slice(-1))).toEqual([])
    },
  )

  it('finds series to replay', () => expect(series.length).toBeGreaterThanOrEqual(3))

  it.each(
    examples
      .filter(
        ({ request, lint }) =>
          request.method === 'GET' &&
          !lint &&
          /\/v1\.0\/(identityGovernance|roleManagement)\/entitlementManagement\/(catalogs|accessPackages|assignmentPolicies|settings|role)/.test(
            request.url,
          ),
      )
      .map(example => [`${example.page}: ${example.title}`, example] as const),
  )('%s (read)', async (_name, example) => {
    const tenant = await stageFor(example)
    const answer = await tenant.send('GET', tenant.path)
    expect(answer.status).toBe(200)
    const { value } = (example.response?.body ?? {}) as { value?: unknown[] }
    const [promised, given] = value ? [value[0], answer.body.value[0]] : [example.response?.body, answer.body]
    if (given) expect(namesIn(given)).toEqual(expect.arrayContaining(namesIn(promised)))
  })
})

/** A tenant in which what an example refers to exists, with the example's ids mapped to the sandbox's own. */
async function stageFor(example: Example) {
  const tenant = await rehearse()
  const { sandbox, idOf, ...make } = tenant
  const text = JSON.stringify(example.request)
  const userIds = [...text.matchAll(/"(?:userId|targetId|principalId)":"([^"]+)"/g)].map(found => String(found[1]))
  sandbox.seed({ users: userIds.map(id => ({ id, userPrincipalName: `${id}@contoso.com` })) })
  const groupIds = [...text.matchAll(/"(?:groupId|originId)":"([0-9a-f-]{36})"|\/groups\/([0-9a-f-]{36})/g)].map(
    found => String(found[1] ?? found[2]),
  )
  sandbox.seed({
    groups: groupIds.map((id, index) => ({ displayName: `Example ${index}`, id })),
    sites: [{ webUrl: 'https://microsoft.sharepoint.com/sites/Example' }],
  })
  const catalog = await make.catalog('Example catalog')
  const accessPackage = await make.accessPackage(catalog, 'Example package')
  const other = await make.accessPackage(catalog, 'Other package')
  const policy = await make.policy(accessPackage, { displayName: 'Example policy' })
  const group = await idOf('/groups', 'Engineering')
  const resourceOrigin = groupIds.find(id => text.includes(`Member_${id}`)) ?? group
  if (!/resourceRequests/.test(example.request.url) || text.includes('adminRemove'))
    await make.resource(catalog, 'AadGroup', resourceOrigin)
  const isApp = /"AadApplication"/.test(text)
  const app = await idOf('/servicePrincipals', 'Salesforce')
  const appRole = (await make.get(`/servicePrincipals/${app}`)).body.appRoles[0].id
  if (isApp) await make.resource(catalog, 'AadApplication', app)
  const listed = (await make.get(`${em}/catalogs/${catalog}/resources?$expand=scopes`)).body.value
  const resource = listed.at(-1)
  const ada = await idOf('/users', 'Ada Lovelace')
  if (text.includes('adminRemove') && /assignmentRequests/.test(example.request.url)) {
    await make.post(`${em}/assignmentRequests`, {
      requestType: 'adminAdd',
      assignment: { targetId: ada, assignmentPolicyId: policy, accessPackageId: accessPackage },
    })
  }
  const assignment = (await make.get(`${em}/assignments`)).body.value[0]?.id
  let path = decodeURIComponent(example.request.url.replace('https://graph.microsoft.com/v1.0', ''))
  path = path
    .replace(/catalogs\/[^/?]+/, `catalogs/${catalog}`)
    .replace(/accessPackages\/[^/?]+/, `accessPackages/${accessPackage}`)
  path = path
    .replace(/assignmentPolicies\/[^/?]+/, `assignmentPolicies/${policy}`)
    .replace(/AccessPackageCatalog\/[^'"]+/, `AccessPackageCatalog/${catalog}`)
  path = path.replace('{resourceId}', resource?.id ?? '')
  const body = example.request.body && mapped(structuredClone(example.request.body))
  return { ...tenant, path, body }

  function mapped(whole: Record<string, unknown>): Record<string, unknown> {
    if (whole.catalog) whole.catalog = { id: catalog }
    if (whole.accessPackage) whole.accessPackage = { id: accessPackage }
    if (whole.requestType === 'adminAdd' && whole.assignment) {
      whole.assignment = { ...(whole.assignment as object), assignmentPolicyId: policy, accessPackageId: accessPackage }
    }
    if (whole.appScopeId) whole.appScopeId = `/AccessPackageCatalog/${catalog}`
    if (whole.requestType === 'adminRemove' && whole.resource) whole.resource = { id: resource.id }
    if (whole.requestType === 'adminRemove' && whole.assignment) whole.assignment = { id: assignment }
    if (whole['@odata.id'])
      whole['@odata.id'] = String(whole['@odata.id']).replace(/accessPackages\/.*/, `accessPackages/${other}`)
    if (whole.role) {
      const role = whole.role as Record<string, unknown>
      const scope = whole.scope as Record<string, unknown>
      delete role.id
      role.resource = { id: resource.id, originId: resource.originId, originSystem: resource.originSystem }
      if (isApp) role.originId = appRole
      whole.scope = { ...scope, id: resource.scopes[0].id, originId: resource.originId }
    }
    return whole
  }
}
