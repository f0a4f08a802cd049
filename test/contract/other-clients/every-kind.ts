import { openSandbox } from '@entitle/sandbox'

type Body = Record<string, unknown>

/** A client of Microsoft Graph that isn't ours, as far as every kind needs it. `type` is the OData type of what is sent. */
export interface OtherClient {
  get(path: string): Promise<Body>
  list(path: string): Promise<Body[]>
  create(path: string, type: string, body: Body): Promise<Body>
  update(verb: 'PATCH' | 'PUT', path: string, type: string, body: Body): Promise<void>
  /** References to other objects, `…/$ref`. */
  refer(path: string, to: string): Promise<void>
  remove(path: string): Promise<void>
}

/** A seeded tenant, a `fetch` that answers for Graph, and a token for it. */
export async function tenant() {
  const sandbox = openSandbox()
  sandbox.seed({
    users: [{ userPrincipalName: 'ada@contoso.com' }, { userPrincipalName: 'bob@contoso.com' }],
    groups: [{ displayName: 'Engineering' }],
  })
  const form = { grant_type: 'client_credentials', client_id: 'other', client_secret: 'sandbox', scope: '.default' }
  const url = `https://login.microsoftonline.com/${sandbox.tenant.id}/oauth2/v2.0/token`
  const answer = await sandbox.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(form) }))
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const fetch = (input: string | URL | Request, init?: RequestInit) => sandbox.fetch(new Request(input, init))
  return { sandbox, token, fetch }
}

const em = '/identityGovernance/entitlementManagement'
const graph = 'https://graph.microsoft.com/v1.0'

/** What was listed before, while and after something of a kind was there, by the name that it had then. */
export type Seen = Readonly<Record<string, readonly (readonly unknown[])[]>>

/** Lists, creates, updates and deletes something of every kind, and says what was seen. */
export async function everyKind(client: OtherClient): Promise<Seen> {
  const seen: Record<string, unknown[][]> = {}
  const look = async (kind: string, path: string, property: string) => {
    const found = (await client.list(path)).map(each => each[property])
    seen[kind] = [...(seen[kind] ?? []), found]
  }
  const idOf = async (path: string) => String((await client.list(path))[0]?.id)
  const [ada, bob, group] = [
    await idOf("/users?$filter=userPrincipalName eq 'ada@contoso.com'"),
    await idOf("/users?$filter=userPrincipalName eq 'bob@contoso.com'"),
    await idOf("/groups?$filter=displayName eq 'Engineering'"),
  ]

  await client.update('PATCH', `${em}/settings`, 'entitlementManagementSettings', {
    externalUserLifecycleAction: 'blockSignIn',
  })
  seen.settings = [[(await client.get(`${em}/settings`)).externalUserLifecycleAction]]

  const organizations = `${em}/connectedOrganizations`
  await look('organizations', organizations, 'description')
  const organization = await client.create(organizations, 'connectedOrganization', {
    displayName: 'Fabrikam',
    description: 'Partner',
    identitySources: [
      { '@odata.type': '#microsoft.graph.domainIdentitySource', domainName: 'fabrikam.com', displayName: 'Fabrikam' },
    ],
    state: 'configured',
  })
  await look('organizations', organizations, 'description')
  await client.update('PATCH', `${organizations}/${organization.id}`, 'connectedOrganization', {
    description: 'Friend',
  })
  await look('organizations', organizations, 'description')
  const sponsors = `${organizations}/${organization.id}/internalSponsors`
  await client.refer(`${sponsors}/$ref`, `${graph}/users/${ada}`)
  await look('sponsors', sponsors, 'displayName')
  await client.remove(`${sponsors}/${ada}/$ref`)
  await look('sponsors', sponsors, 'displayName')
  await client.remove(`${organizations}/${organization.id}`)
  await look('organizations', organizations, 'description')

  const catalogs = `${em}/catalogs`
  await look('catalogs', catalogs, 'displayName')
  const catalog = await client.create(catalogs, 'accessPackageCatalog', {
    displayName: 'Partners',
    description: 'For partners',
    state: 'published',
    isExternallyVisible: true,
  })
  await client.update('PATCH', `${catalogs}/${catalog.id}`, 'accessPackageCatalog', { displayName: 'Friends' })
  await look('catalogs', catalogs, 'displayName')

  const roles = '/roleManagement/entitlementManagement/roleAssignments'
  const held = `${roles}?$filter=principalId eq '${bob}'`
  await look('roles', held, 'principalId')
  const role = await client.create(roles, 'unifiedRoleAssignment', {
    principalId: bob,
    roleDefinitionId: '44272f93-9762-48e8-af59-1b5351b1d6b3',
    appScopeId: `/AccessPackageCatalog/${catalog.id}`,
  })
  seen.roles?.push((await client.list(held)).map(each => each.principalId === bob))
  await client.remove(`${roles}/${role.id}`)
  await look('roles', held, 'principalId')

  const resources = `${catalogs}/${catalog.id}/resources`
  await client.create(`${em}/resourceRequests`, 'accessPackageResourceRequest', {
    requestType: 'adminAdd',
    catalog: { id: catalog.id },
    resource: { originId: group, originSystem: 'AadGroup' },
  })
  await look('resources', resources, 'displayName')
  const [resource] = await client.list(`${resources}?$expand=scopes`)
  const [scope] = (resource?.scopes ?? []) as Body[]

  const extensions = `${catalogs}/${catalog.id}/customWorkflowExtensions`
  const workflow = (description: string) => ({
    '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
    displayName: 'Notify',
    description,
    endpointConfiguration: {
      '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
      subscriptionId: 's',
      resourceGroupName: 'r',
      logicAppWorkflowName: 'w',
    },
    authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' },
  })
  await client.create(extensions, 'customCalloutExtension', workflow('Before'))
  const extension = await idOf(extensions)
  await client.update('PUT', `${extensions}/${extension}`, 'customCalloutExtension', workflow('After'))
  await look('workflows', extensions, 'description')
  await client.remove(`${extensions}/${extension}`)
  await look('workflows', extensions, 'description')

  const packages = `${em}/accessPackages`
  const body = (displayName: string) => ({ displayName, description: 'x', catalog: { id: catalog.id } })
  const sales = String((await client.create(packages, 'accessPackage', body('Sales'))).id)
  const other = String((await client.create(packages, 'accessPackage', body('Other'))).id)
  await client.update('PATCH', `${packages}/${sales}`, 'accessPackage', { displayName: 'Selling', isHidden: false })
  await look('packages', packages, 'displayName')

  const grants = async () =>
    ((await client.get(`${packages}/${sales}?$expand=resourceRoleScopes`)).resourceRoleScopes ?? []) as Body[]
  await client.create(`${packages}/${sales}/resourceRoleScopes`, 'accessPackageResourceRoleScope', {
    role: {
      originId: `Member_${group}`,
      originSystem: 'AadGroup',
      displayName: 'Member',
      resource: { id: resource?.id, originId: group, originSystem: 'AadGroup' },
    },
    scope: { id: scope?.id, originId: group, originSystem: 'AadGroup' },
  })
  const granted = await grants()
  await client.remove(`${packages}/${sales}/resourceRoleScopes/${granted[0]?.id}`)
  seen.grants = [granted.map(each => typeof each.id), (await grants()).map(each => typeof each.id)]

  const excluded = `${packages}/${sales}/incompatibleAccessPackages`
  await client.refer(`${excluded}/$ref`, `${graph}${packages}/${other}`)
  await look('incompatibilities', excluded, 'displayName')
  await client.remove(`${excluded}/${other}/$ref`)
  await look('incompatibilities', excluded, 'displayName')

  const policies = `${em}/assignmentPolicies`
  const policyBody = (description: string) => ({
    displayName: 'Members',
    description,
    allowedTargetScope: 'allMemberUsers',
    specificAllowedTargets: [],
    automaticRequestSettings: null,
    expiration: { type: 'noExpiration' },
    requestorSettings: { enableTargetsToSelfAddAccess: true },
    requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, stages: [] },
    accessPackage: { id: sales },
  })
  const policy = String((await client.create(policies, 'accessPackageAssignmentPolicy', policyBody('Before'))).id)
  await client.update('PUT', `${policies}/${policy}`, 'accessPackageAssignmentPolicy', policyBody('After'))
  await look('policies', policies, 'description')

  const requests = `${em}/assignmentRequests`
  const request = 'accessPackageAssignmentRequest'
  await client.create(requests, request, {
    requestType: 'adminAdd',
    justification: 'Joins',
    assignment: { targetId: ada, assignmentPolicyId: policy, accessPackageId: sales },
  })
  const assignments = `${em}/assignments?$filter=accessPackage/id eq '${sales}'`
  const assignment = await idOf(assignments)
  await look('assignments', assignments, 'state')
  await client.create(requests, request, { requestType: 'adminRemove', assignment: { id: assignment } })
  await look('assignments', assignments, 'state')
  for (const { id } of await client.list(requests)) await client.remove(`${requests}/${id}`)
  await look('requests', requests, 'state')

  const reviews = '/identityGovernance/accessReviews/definitions'
  const reviewBody = (descriptionForAdmins: string) => ({
    displayName: 'Engineers',
    descriptionForAdmins,
    scope: {
      '@odata.type': '#microsoft.graph.accessReviewQueryScope',
      query: `/groups/${group}/transitiveMembers`,
      queryType: 'MicrosoftGraph',
    },
    reviewers: [{ query: `/groups/${group}/owners`, queryType: 'MicrosoftGraph' }],
    settings: { instanceDurationInDays: 3, defaultDecision: 'None', mailNotificationsEnabled: false },
  })
  const review = await client.create(reviews, 'accessReviewScheduleDefinition', reviewBody('Before'))
  await client.update('PUT', `${reviews}/${review.id}`, 'accessReviewScheduleDefinition', reviewBody('After'))
  await look('reviews', reviews, 'descriptionForAdmins')
  await client.remove(`${reviews}/${review.id}`)
  await look('reviews', reviews, 'descriptionForAdmins')

  await client.remove(`${policies}/${policy}`)
  await look('policies', policies, 'description')
  for (const id of [sales, other]) await client.remove(`${packages}/${id}`)
  await look('packages', packages, 'displayName')
  await client.create(`${em}/resourceRequests`, 'accessPackageResourceRequest', {
    requestType: 'adminRemove',
    catalog: { id: catalog.id },
    resource: { id: resource?.id },
  })
  await look('resources', resources, 'displayName')
  await client.remove(`${catalogs}/${catalog.id}`)
  await look('catalogs', catalogs, 'displayName')
  return seen
}

/** What every client must see. */
export const expected: Seen = {
  settings: [['blockSignIn']],
  organizations: [[], ['Partner'], ['Friend'], []],
  sponsors: [['Ada'], []],
  catalogs: [['General'], ['General', 'Friends'], ['General']],
  roles: [[], [true], []],
  resources: [['Engineering'], []],
  workflows: [['After'], []],
  packages: [['Selling', 'Other'], []],
  grants: [['string'], []],
  incompatibilities: [['Other'], []],
  policies: [['After'], []],
  assignments: [['delivered'], ['expired']],
  requests: [[]],
  reviews: [['After'], []],
}
