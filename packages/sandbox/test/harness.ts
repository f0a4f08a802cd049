import { openSandbox, type SandboxOptions } from '../src/index.ts'
import type { LocalSandbox } from '../src/memory.ts'

export const em = '/identityGovernance/entitlementManagement'

/** What a response said, for assertions. Bodies are loose on purpose: tests look at single values. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: assertions reach into JSON
  readonly body: any
  readonly headers: Headers
}

/** A clock that stands still until it is moved. */
export function movableClock(start = '2026-06-01T08:00:00Z') {
  let now = Date.parse(start)
  const move = (ms: number) => {
    now += ms
  }
  return { clock: () => new Date(now), move }
}

/** Ids 00000001-…, 00000002-…, in order. */
export function countedIds(): () => string {
  let count = 0
  return () => `${String(++count).padStart(8, '0')}-0000-4000-8000-000000000000`
}

export const directory = {
  users: [
    { userPrincipalName: 'ada@contoso.com', displayName: 'Ada Lovelace' },
    { userPrincipalName: 'bob@contoso.com', displayName: 'Bob Stone', managerUpn: 'ada@contoso.com' },
    { userPrincipalName: 'guest@fabrikam.com', displayName: 'Gus Guest', userType: 'Guest' as const },
  ],
  groups: [
    { displayName: 'Engineering' },
    { displayName: 'Approvers' },
    { displayName: 'Everyone', kind: 'dynamic' as const },
    { displayName: 'Legacy', kind: 'synced' as const },
    { displayName: 'Team Blue', kind: 'microsoft365' as const },
  ],
  apps: [{ displayName: 'Salesforce', roles: ['Standard User', 'Admin'] }, { displayName: 'Wiki' }],
  sites: [{ webUrl: 'https://contoso.sharepoint.com/sites/Partners', displayName: 'Partners' }],
}

/** What opens a sandbox, wherever its documents are. */
export type Open = (options: SandboxOptions) => LocalSandbox

/** A seeded sandbox and a client that has signed in. */
export async function rehearse(options: SandboxOptions = {}, open: Open = openSandbox) {
  const sandbox = open({ ids: countedIds(), ...options })
  sandbox.seed(directory)
  const client = clientOf(sandbox, await signIn(sandbox))
  return { sandbox, ...client }
}

export async function signIn(sandbox: LocalSandbox, fields: Record<string, string> = {}): Promise<string> {
  const form = {
    grant_type: 'client_credentials',
    client_id: 'entitle',
    client_secret: 'sandbox',
    scope: 'https://graph.microsoft.com/.default',
  }
  const body = new URLSearchParams({ ...form, ...fields })
  const url = `https://login.microsoftonline.com/${sandbox.tenant.id}/oauth2/v2.0/token`
  const response = await sandbox.fetch(new Request(url, { method: 'POST', body }))
  return String(((await response.json()) as { access_token?: string }).access_token)
}

export function clientOf(sandbox: LocalSandbox, token: string) {
  const send = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const url = path.startsWith('https:') ? path : `https://graph.microsoft.com/v1.0${path}`
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const response = await sandbox.fetch(
      new Request(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }),
    )
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers }
  }
  const idOf = async (path: string, name: string): Promise<string> => {
    const { body } = await send('GET', `${path}?$filter=displayName eq '${name}'`)
    return body.value[0].id
  }
  const made = async (path: string, body: unknown): Promise<string> => {
    const answer = await send('POST', path, body)
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body.id
  }
  return {
    send,
    idOf,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown) => send('POST', path, body),
    catalog: (displayName = 'Partners') => made(`${em}/catalogs`, { displayName, description: 'For partners' }),
    accessPackage: (catalog: string, displayName = 'Sales') =>
      made(`${em}/accessPackages`, { displayName, description: '', catalog: { id: catalog } }),
    policy: (accessPackage: string, more: object = {}) =>
      made(`${em}/assignmentPolicies`, policyBody(accessPackage, more)),
    resource: (catalog: string, originSystem: string, originId: string) =>
      made(`${em}/resourceRequests`, {
        requestType: 'adminAdd',
        catalog: { id: catalog },
        resource: { originId, originSystem },
      }),
  }
}

/** A tenant with a clock that stands still, in which anyone of the directory can sign in. */
export async function rehearsePeople(options: SandboxOptions = {}, open: Open = openSandbox) {
  const sandbox = open({ ids: countedIds(), ...options, clock: movableClock().clock })
  sandbox.seed(directory)
  sandbox.seed({
    users: [
      { userPrincipalName: 'carl@contoso.com', displayName: 'Carl Catalog' },
      { userPrincipalName: 'rita@contoso.com', displayName: 'Rita Reader', roles: ['Global Reader'] },
      { userPrincipalName: 'zoe@contoso.com', displayName: 'Zoe Zimmer', managerUpn: 'bob@contoso.com' },
    ],
    groups: [
      { displayName: 'Deciders', members: ['ada@contoso.com', 'carl@contoso.com'], owners: ['carl@contoso.com'] },
    ],
  })
  /** Signs in again each time: a token does not outlive a move of the clock. */
  const as = async (name: string, scope = 'https://graph.microsoft.com/.default') =>
    clientOf(
      sandbox,
      await signIn(sandbox, {
        grant_type: 'password',
        username: name.includes('@') ? name : `${name}@contoso.com`,
        password: 'sandbox',
        scope,
      }),
    )
  const admin = () => as('admin')
  const days = (count: number) => sandbox.clock.move(count * 86_400_000)
  const idOf = async (path: string, name: string) => (await admin()).idOf(path, name)
  return { sandbox, as, admin, days, idOf }
}

/** A complete policy body; whatever `more` says comes instead. */
export function policyBody(accessPackage: string, more: object = {}) {
  return {
    displayName: 'All members',
    description: 'Anyone may ask',
    allowedTargetScope: 'allMemberUsers',
    automaticRequestSettings: null,
    specificAllowedTargets: [],
    expiration: { type: 'afterDuration', duration: 'P365D' },
    requestorSettings: { enableTargetsToSelfAddAccess: true },
    requestApprovalSettings: { isApprovalRequiredForAdd: false, isApprovalRequiredForUpdate: false, stages: [] },
    reviewSettings: null,
    questions: [],
    accessPackage: { id: accessPackage },
    ...more,
  }
}

/** An approval stage with every array present. */
export function stage(more: object = {}) {
  return {
    durationBeforeAutomaticDenial: 'P14D',
    isApproverJustificationRequired: true,
    isEscalationEnabled: false,
    durationBeforeEscalation: 'PT0S',
    primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 1 }],
    fallbackPrimaryApprovers: [],
    escalationApprovers: [],
    fallbackEscalationApprovers: [],
    ...more,
  }
}

export const approval = (...stages: object[]) => ({
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  stages,
})

/** An extension for requests; whatever `more` says comes instead. */
export const workflow = (more: object = {}) => ({
  '@odata.type': '#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension',
  displayName: 'Notify',
  description: 'Tells the desk',
  endpointConfiguration: {
    '@odata.type': '#microsoft.graph.logicAppTriggerEndpointConfiguration',
    subscriptionId: 's',
    resourceGroupName: 'r',
    logicAppWorkflowName: 'w',
  },
  authenticationConfiguration: { '@odata.type': '#microsoft.graph.azureAdPopTokenAuthentication' },
  ...more,
})
