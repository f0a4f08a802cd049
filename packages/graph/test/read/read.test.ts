import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/kinds/digest.ts'
import type { Json, JsonObject } from '../../src/model/json.ts'
import type { ReadScope } from '../../src/model/scope.ts'
import { read } from '../../src/read/read.ts'
import { type Answers, answering, list } from '../worlds/answering.ts'

const em = '/identityGovernance/entitlementManagement'
const scope: ReadScope = { settings: false, organizations: 'none', catalogs: [{ names: ['Partners'] }] }
const policiesPath = `${em}/assignmentPolicies?$expand=accessPackage,questions,customExtensionStageSettings($expand=customExtension)&$top=100`
const packagesPath = `${em}/accessPackages?$filter=catalog/id eq 'c1'&$expand=resourceRoleScopes($expand=role,scope)`
const rolesPath = `/roleManagement/entitlementManagement/roleAssignments?$filter=appScopeId eq '/AccessPackageCatalog/c1'&$expand=principal`
const workflowsPath = `${em}/catalogs/c1/customWorkflowExtensions`
const byNames = (path: string, ...names: readonly string[]) =>
  `${em}/${path}?$filter=${names.map(name => `tolower(displayName) eq '${name}'`).join(' or ')}`
const forbidden = { $status: 403, $body: { error: { code: 'UnAuthorized', message: 'No.' } } }

const policy: JsonObject = {
  id: 'a1',
  displayName: 'Suppliers',
  description: null,
  allowedTargetScope: 'specificDirectoryUsers',
  specificAllowedTargets: [
    { '@odata.type': '#microsoft.graph.groupMembers', groupId: 'g1', description: 'Purchasing' },
    { '@odata.type': 'microsoft.graph.somethingNew', weight: 3 },
  ],
  expiration: { type: 'afterDuration', duration: 'PT2160H', endDateTime: null },
  requestApprovalSettings: {
    isApprovalRequiredForAdd: true,
    stages: [
      {
        durationBeforeAutomaticDenial: 'P14D',
        primaryApprovers: [{ '@odata.type': '#microsoft.graph.singleUser', userId: 'u1' }],
      },
    ],
  },
  reviewSettings: null,
  automaticRequestSettings: null,
  surprise: { kept: true },
  questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id: 'q1', text: 'Why?' }],
  customExtensionStageSettings: [
    {
      id: 's1',
      stage: 'assignmentRequestCreated',
      customExtension: { '@odata.type': '#microsoft.graph.x', id: 'e1', modifiedDateTime: 'z' },
    },
  ],
  accessPackage: { id: 'p1', displayName: 'Alpine', modifiedDateTime: 'z' },
}

const answers: Answers = {
  [byNames('catalogs', 'partners')]: list({
    id: 'c1',
    displayName: 'Partners',
    description: 'x',
    state: 'published',
    isExternallyVisible: true,
    catalogType: 'userManaged',
  }),
  [rolesPath]: list(
    {
      id: 'r1',
      principalId: 'u1',
      roleDefinitionId: 'AE79F266-94d4-4dab-b730-feca7e132178',
      principal: {
        '@odata.type': '#microsoft.graph.user',
        id: 'u1',
        displayName: 'Ada',
        userPrincipalName: 'ada@contoso.com',
      },
    },
    { id: 'r2', principalId: 'x9', roleDefinitionId: 'e2182095-804a-4656-ae11-64734e9b7ae5' },
  ),
  [`${em}/catalogs/c1/resources`]: list(
    { id: 'x1', displayName: 'Purchasing', originId: 'g1', originSystem: 'AadGroup' },
    {
      id: 'x2',
      displayName: 'Alpine',
      originId: 'https://c.sharepoint.com/sites/alpine',
      originSystem: 'SharePointOnline',
    },
    { id: 'x3', displayName: 'Reader', originId: 'd1', originSystem: 'DirectoryRole' },
  ),
  [workflowsPath]: list({
    '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
    id: 'e1',
    displayName: 'Badge',
    description: null,
    createdBy: 'Ada',
    createdDateTime: '2026-01-01T00:00:00Z',
    lastModifiedBy: 'Ada',
    lastModifiedDateTime: '2026-01-01T00:00:00Z',
    endpointConfiguration: {
      '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
      subscriptionId: 's1',
      resourceGroupName: 'rg',
      logicAppWorkflowName: 'badge',
      url: 'https://prod-31.example.com/workflows/1?sig=hidden',
    },
    authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' },
    clientConfiguration: { maximumRetries: 1 },
    surprise: { kept: true },
  }),
  [packagesPath]: list({
    id: 'p1',
    displayName: 'Alpine / Nord',
    description: null,
    isHidden: false,
    resourceRoleScopes: [
      {
        id: 'ro_sc',
        role: { displayName: 'Member', originId: 'Member_g1', originSystem: 'AadGroup' },
        scope: { originId: 'g1', originSystem: 'AadGroup', isRootScope: true },
      },
    ],
  }),
  [`${em}/accessPackages/p1/incompatibleAccessPackages`]: list({ id: 'p9', displayName: 'Elsewhere' }),
  [`${em}/accessPackages/p1/incompatibleGroups`]: list({ id: 'g2', displayName: 'Auditors' }),
  [policiesPath]: list(policy, { id: 'a9', displayName: 'Of another catalog', accessPackage: { id: 'p77' } }),
  '/directoryObjects/getByIds': list({
    '@odata.type': '#microsoft.graph.user',
    id: 'u1',
    userPrincipalName: 'ada@contoso.com',
  }),
}

const addresses = async (table: Answers, wanted = scope) => {
  const { tenant } = await read(answering(table), wanted)
  return tenant.objects.map(({ address }) => address)
}

describe('reading', () => {
  it('reads a catalog with everything in it, in a few requests', async () => {
    const graph = answering(answers)
    const { tenant, findings, unread, requests, objects } = await read(graph, scope)
    expect(findings).toEqual([])
    expect(unread).toEqual([])
    expect(requests).toBe(4)
    expect(objects).toBe(tenant.objects.length)
    expect(tenant.objects.map(({ address }) => address)).toEqual([
      'catalog/Partners',
      'catalog/Partners/catalog-role/Access package assignment manager x9',
      'catalog/Partners/catalog-role/Catalog owner ada@contoso.com',
      'catalog/Partners/catalog-resource/Purchasing',
      'catalog/Partners/catalog-resource/Reader',
      'catalog/Partners/catalog-resource/https:%2F%2Fc.sharepoint.com%2Fsites%2Falpine',
      'catalog/Partners/custom-workflow-extension/Badge',
      'catalog/Partners/access-package/Alpine %2F Nord',
      'catalog/Partners/access-package/Alpine %2F Nord/resource-role-scope/Member of Purchasing',
      'catalog/Partners/access-package/Alpine %2F Nord/assignment-policy/Suppliers',
      'catalog/Partners/access-package/Alpine %2F Nord/incompatible-package/Elsewhere',
      'catalog/Partners/access-package/Alpine %2F Nord/incompatible-group/Auditors',
    ])
  })

  it('reads workflows without what the service says of them, and without the address of the Logic App', async () => {
    const { tenant } = await read(answering(answers), scope)
    const workflow = tenant.objects.find(({ kind }) => kind === 'custom-workflow-extension')
    const endpointConfiguration = {
      '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
      subscriptionId: 's1',
      resourceGroupName: 'rg',
      logicAppWorkflowName: 'badge',
    }
    expect(workflow?.properties).toEqual({
      '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
      displayName: 'Badge',
      description: '',
      endpointConfiguration,
    })
    expect(workflow?.raw).toEqual({
      '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
      id: 'e1',
      displayName: 'Badge',
      description: null,
      endpointConfiguration,
      authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' },
      clientConfiguration: { maximumRetries: 1 },
      surprise: { kept: true },
    })
  })

  it('asks in the order of their sequence', async () => {
    const asked = (text: string, sequence: number) => ({ '@odata.type': '#q', text, sequence })
    const questions = [asked('Second', 2), asked('First', 1), asked('Third', 7)]
    const table = { ...answers, [policiesPath]: list({ ...policy, questions }) }
    const { tenant } = await read(answering(table), scope)
    const found = tenant.objects.find(({ kind }) => kind === 'assignment-policy')?.properties.questions
    expect((found as readonly { text: string }[]).map(({ text }) => text)).toEqual(['First', 'Second', 'Third'])
  })

  it('reads the same from whatever order questions and calls come in', async () => {
    const question = (text: string, sequence: number) => ({ '@odata.type': '#q', text, sequence })
    const call = (stage: string) => ({ stage, customExtension: { '@odata.type': '#x', id: 'e1' } })
    const questions = [question('First', 1), question('Second', 2)]
    const customExtensionStageSettings = [call('assignmentRequestCreated'), call('assignmentRequestGranted')]
    const digest = async (more: JsonObject) => {
      const { tenant } = await read(answering({ ...answers, [policiesPath]: list({ ...policy, ...more }) }), scope)
      const found = tenant.objects.find(({ kind }) => kind === 'assignment-policy')
      return found === undefined ? undefined : digestOf(found)
    }
    const turned = {
      questions: questions.toReversed(),
      customExtensionStageSettings: customExtensionStageSettings.toReversed(),
    }
    expect(await digest(turned)).toBe(await digest({ questions, customExtensionStageSettings }))
    expect(await digest({ ...turned, questions: [] })).not.toBe(await digest(turned))
  })

  it('normalises policies, and keeps all that it does not know', async () => {
    const { tenant } = await read(answering(answers), scope)
    const read_ = tenant.objects.find(({ kind }) => kind === 'assignment-policy')
    expect(read_?.properties).toEqual({
      displayName: 'Suppliers',
      description: '',
      allowedTargetScope: 'specificDirectoryUsers',
      specificAllowedTargets: [
        {
          '@odata.type': '#microsoft.graph.groupMembers',
          groupId: { $ref: 'group', name: 'Purchasing', id: 'g1' },
          description: 'Purchasing',
        },
        { '@odata.type': '#microsoft.graph.somethingNew', weight: 3 },
      ],
      expiration: { type: 'afterDuration', duration: 'P90D', endDateTime: null },
      requestApprovalSettings: {
        isApprovalRequiredForAdd: true,
        stages: [
          {
            durationBeforeAutomaticDenial: 'P14D',
            primaryApprovers: [
              {
                '@odata.type': '#microsoft.graph.singleUser',
                userId: { $ref: 'user', name: 'ada@contoso.com', id: 'u1' },
              },
            ],
          },
        ],
      },
      reviewSettings: null,
      automaticRequestSettings: null,
      questions: [{ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id: 'q1', text: 'Why?' }],
      customExtensionStageSettings: [
        {
          stage: 'assignmentRequestCreated',
          customExtension: {
            '@odata.type': '#microsoft.graph.x',
            id: {
              $ref: 'custom-workflow-extension',
              name: 'Badge',
              id: 'e1',
              address: 'catalog/Partners/custom-workflow-extension/Badge',
            },
          },
        },
      ],
    })
    expect(read_?.raw).toMatchObject({
      surprise: { kept: true },
      questions: policy.questions as Json[],
      accessPackage: { id: 'p1' },
      customExtensionStageSettings: [
        { stage: 'assignmentRequestCreated', customExtension: { '@odata.type': '#microsoft.graph.x', id: 'e1' } },
      ],
    })
  })

  it('gives the same tenant whatever the order of the answers', async () => {
    const turned = Object.fromEntries(
      Object.entries(answers).map(([path, answer]) => [
        path,
        { value: [...(answer as unknown as { value: Json[] }).value].reverse() },
      ]),
    )
    expect(await addresses(turned)).toEqual(await addresses(answers))
  })

  it('follows pages to the end', async () => {
    const next = `https://graph.microsoft.com/v1.0${em}/catalogs/c1/resources?$skiptoken=2`
    const paged: Answers = {
      ...answers,
      [`${em}/catalogs/c1/resources`]: {
        value: [{ id: 'x1', displayName: 'Purchasing', originId: 'g1', originSystem: 'AadGroup' }],
        '@odata.nextLink': next,
      },
      [`${em}/catalogs/c1/resources?$skiptoken=2`]: list({
        id: 'x2',
        displayName: 'Sales',
        originId: 'g5',
        originSystem: 'AadGroup',
      }),
    }
    expect((await addresses(paged)).filter(address => address.includes('catalog-resource'))).toHaveLength(2)
  })

  it('does not follow pages in a circle', async () => {
    const path = `${em}/catalogs/c1/resources`
    const { findings } = await read(
      answering({ ...answers, [path]: { value: [], '@odata.nextLink': `https://graph.microsoft.com/v1.0${path}` } }),
      scope,
    )
    expect(findings.map(({ rule }) => rule)).toEqual(['not-readable'])
  })

  it.each([
    ['catalog', byNames('catalogs', 'partners'), undefined],
    ['catalog-role', rolesPath, 'catalog/Partners'],
    ['catalog-resource', `${em}/catalogs/c1/resources`, 'catalog/Partners'],
    ['custom-workflow-extension', workflowsPath, 'catalog/Partners'],
    ['access-package', packagesPath, 'catalog/Partners'],
    [
      'incompatible-package',
      `${em}/accessPackages/p1/incompatibleAccessPackages`,
      'catalog/Partners/access-package/Alpine %2F Nord',
    ],
    [
      'incompatible-group',
      `${em}/accessPackages/p1/incompatibleGroups`,
      'catalog/Partners/access-package/Alpine %2F Nord',
    ],
  ])('says that it could not read %s, and never takes it for absent', async (kind, path, parent) => {
    for (const failure of [
      forbidden,
      { $status: 500 },
      { $status: 500, $body: list() },
      'no object',
      { value: 'no list' },
    ]) {
      const { findings, unread } = await read(answering({ ...answers, [path]: failure }), scope)
      expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['not-readable', 'error']])
      expect(unread).toEqual([{ kind, ...(parent === undefined ? {} : { parent }), finding: findings[0] }])
    }
  })

  it('reads policies through packages where the list of all is forbidden', async () => {
    const through = `${em}/accessPackages?$filter=catalog/id eq 'c1'&$expand=assignmentPolicies($expand=questions,customExtensionStageSettings($expand=customExtension))`
    const { accessPackage: _package, ...alone } = policy
    const table = { ...answers, [policiesPath]: forbidden, [through]: list({ id: 'p1', assignmentPolicies: [alone] }) }
    expect(await addresses(table)).toEqual(await addresses(answers))
    const { findings, unread } = await read(
      answering({ ...answers, [policiesPath]: forbidden, [through]: forbidden }),
      scope,
    )
    expect(findings).toHaveLength(1)
    expect(unread).toEqual([{ kind: 'assignment-policy', finding: findings[0] }])
  })

  it('reads grants package by package where the list does not expand them', async () => {
    const whole = answers[packagesPath] as unknown as { value: JsonObject[] }
    const [{ resourceRoleScopes, ...bare } = {}] = whole.value
    const alone = `${em}/accessPackages/p1?$expand=resourceRoleScopes($expand=role,scope)`
    const table: Answers = {
      ...answers,
      [packagesPath]: { $status: 400 },
      [`${em}/accessPackages?$filter=catalog/id eq 'c1'`]: list(bare),
      [alone]: { id: 'p1', resourceRoleScopes: resourceRoleScopes ?? [] },
    }
    expect(await addresses(table)).toEqual(await addresses(answers))
    const { unread } = await read(answering({ ...table, [alone]: forbidden }), scope)
    expect(unread.map(({ kind }) => kind)).toEqual(['resource-role-scope'])
  })

  it('reads every catalog where the filter is not understood, or there are many names', async () => {
    const catalogs = list({ id: 'c1', displayName: 'PARTNERS' }, { id: 'c2', displayName: 'Not declared' })
    const table: Answers = {
      ...answers,
      [byNames('catalogs', 'partners')]: { $status: 400 },
      [`${em}/catalogs`]: catalogs,
    }
    expect((await addresses(table)).filter(address => !address.includes('/', 8))).toEqual(['catalog/PARTNERS'])
    const many = {
      ...scope,
      catalogs: [{ names: ['Partners'] }, ...Array.from({ length: 20 }, (_, at) => ({ names: [`N${at}`] }))],
    }
    const graph = answering(table)
    await read(graph, many)
    expect(graph.asked).toContain(`${em}/catalogs?$expand=resources,customWorkflowExtensions`)
  })

  it('asks for a name beyond ASCII both folded and as it is, with quotes doubled', async () => {
    const graph = answering({})
    await read(graph, { ...scope, catalogs: [{ names: ["L'Été"] }] })
    expect(graph.asked).toContain(`${em}/catalogs?$filter=tolower(displayName) eq 'l''été' or displayName eq 'L''Été'`)
  })

  it('reads pinned objects by id, and takes one that is not there for absent', async () => {
    const pinned: ReadScope = { ...scope, catalogs: [{ names: ['New name'], id: 'c1' }] }
    const none = { [byNames('catalogs', 'new name')]: list() }
    const there = { ...answers, ...none, [`${em}/catalogs/c1`]: { id: 'c1', displayName: 'Partners' } }
    expect((await addresses(there, pinned))[0]).toBe('catalog/Partners')
    expect(await addresses({ ...answers, ...none }, pinned)).toEqual([])
    const { unread } = await read(answering({ ...answers, ...none, [`${em}/catalogs/c1`]: forbidden }), pinned)
    expect(unread).toMatchObject([{ kind: 'catalog', finding: { rule: 'not-readable' } }])
  })

  it('reads settings and organizations with their sponsors', async () => {
    const table: Answers = {
      [`${em}/settings`]: {
        id: 'singleton',
        externalUserLifecycleAction: 'blockSignIn',
        durationUntilExternalUserDeletedAfterBlocked: 'PT720H',
      },
      [byNames('connectedOrganizations', 'fabrikam')]: list({
        id: 'o1',
        displayName: 'Fabrikam',
        description: null,
        state: 'configured',
        identitySources: [
          {
            '@odata.type': '#microsoft.graph.domainIdentitySource',
            domainName: 'fabrikam.com',
            displayName: 'Fabrikam',
          },
        ],
      }),
      [`${em}/connectedOrganizations/o1/internalSponsors`]: list({
        '@odata.type': '#microsoft.graph.group',
        id: 'g1',
        displayName: 'Purchasing',
      }),
      [`${em}/connectedOrganizations/o1/externalSponsors`]: list(),
    }
    const { tenant } = await read(answering(table), {
      settings: true,
      organizations: [{ names: ['Fabrikam'] }],
      catalogs: [],
    })
    expect(tenant.objects.map(({ address, properties }) => [address, properties])).toMatchObject([
      ['settings/settings', { durationUntilExternalUserDeletedAfterBlocked: 'P30D' }],
      ['connected-organization/Fabrikam', { description: '', state: 'configured' }],
      [
        'connected-organization/Fabrikam/sponsor/internal Purchasing',
        { principal: { $ref: 'group', name: 'Purchasing', id: 'g1' } },
      ],
    ])
  })

  it('tells objects of one name apart by their ids', async () => {
    const twins = list({ id: 'c1', displayName: 'Partners' }, { id: 'c2', displayName: 'Partners' })
    const table = { ...answers, [byNames('catalogs', 'partners')]: twins }
    const { tenant } = await read(answering(table), scope)
    expect(tenant.objects.filter(({ kind }) => kind === 'catalog').map(({ address, id }) => [address, id])).toEqual([
      ['catalog/Partners (c1)', 'c1'],
      ['catalog/Partners (c2)', 'c2'],
    ])
  })

  it('asks for nothing where nothing is declared', async () => {
    const graph = answering({})
    const { requests } = await read(graph, { settings: false, organizations: 'none', catalogs: [] })
    expect([requests, graph.sent]).toEqual([0, []])
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    await expect(read(answering(answers), scope, { signal: stop.signal })).rejects.toThrow('stopped')
  })

  it('says how far it is', async () => {
    const seen: number[] = []
    await read(answering(answers), scope, {
      onProgress: ({ requests, objects }) => seen.push(requests * 100 + objects),
    })
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(412)
  })
})

describe('assignments', () => {
  const asked = (person: string) =>
    `${em}/assignments?$filter=accessPackage/id eq 'p1' and target/objectId eq '${person}'&$expand=target,assignmentPolicy`
  const held = (id: string, state: string, more: JsonObject = {}): JsonObject => ({
    id,
    state,
    status: state,
    expiredDateTime: null,
    schedule: { startDateTime: '2026-11-22T08:00:00.1234567Z', expiration: { type: 'noExpiration' } },
    target: { id: 's1', objectId: 'u1', principalName: 'kim@contoso.com' },
    assignmentPolicy: { id: 'a1' },
    ...more,
  })
  const of = (targets: readonly string[], name = 'alpine / NORD'): ReadScope => ({
    ...scope,
    assignments: [{ package: { names: [name] }, targets }],
  })
  const found = async (within: ReadScope, more: Answers = {}) => {
    const transport = answering({ ...answers, ...more })
    const result = await read(transport, within)
    return { ...result, asked: transport.asked.filter(path => path.startsWith(`${em}/assignments?`)) }
  }

  it('are read of the people that are named, each once, and only in their package', async () => {
    const more = { [asked('u1')]: list(held('x1', 'delivered')), [asked('u2')]: list() }
    expect((await found(scope, more)).asked).toEqual([])
    expect((await found(of(['u1'], 'Another'), more)).asked).toEqual([])
    const { asked: paths, tenant, findings } = await found(of(['u2', 'u1', 'U1']), more)
    expect(paths.toSorted()).toEqual([asked('u1'), asked('u2')])
    expect(findings).toEqual([])
    expect(tenant.objects.filter(({ kind }) => kind === 'assignment')).toMatchObject([
      {
        parent: 'catalog/Partners/access-package/Alpine %2F Nord/assignment-policy/Suppliers',
        id: 'x1',
        properties: {
          target: { $ref: 'user', id: 'u1' },
          schedule: { startDateTime: '2026-11-22T08:00:00Z', expiration: { type: 'noExpiration' } },
        },
      },
    ])
  })

  it('that have ended are not there, and how far one has come is no part of it', async () => {
    const digest = async (...all: JsonObject[]) => {
      const { tenant } = await found(of(['u1']), { [asked('u1')]: list(...all) })
      return tenant.objects.filter(({ kind }) => kind === 'assignment').map(digestOf)
    }
    const delivering = await digest(held('x0', 'expired'), held('x1', 'delivering'))
    expect(delivering).toHaveLength(1)
    expect(await digest(held('x1', 'Delivered'))).toEqual(delivering)
    expect(await digest(held('x1', 'Expired'))).toEqual([])
    expect(await digest(held('x1', 'delivered', { assignmentPolicy: null }))).toEqual([])
  })

  it('that cannot be read are an error, and not absent', async () => {
    const { findings, unread } = await found(of(['u1']), { [asked('u1')]: forbidden })
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('Who has access through Alpine / Nord'),
    ])
    expect(unread).toEqual([{ kind: 'assignment', finding: findings[0] }])
  })
})
