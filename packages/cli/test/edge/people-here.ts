import { NotSentError } from '@entitle/graph'
import { type DirectorySeed, openSandbox, type RequestRecord } from '@entitle/sandbox'
import { desk, tenantId } from './real-tenants.ts'

const em = '/identityGovernance/entitlementManagement'
const owner = 'ae79f266-94d4-4dab-b730-feca7e132178'

/** What whoever deploys what these tests declare has agreed to. */
export const scopes = 'EntitlementManagement.ReadWrite.All GroupMember.Read.All User.Read'

export const people: DirectorySeed = {
  users: [
    { userPrincipalName: 'carl@contoso.com', displayName: 'Carl Catalog' },
    { userPrincipalName: 'rita@contoso.com', displayName: 'Rita Reader', roles: ['Global Reader'] },
    { userPrincipalName: 'greta@contoso.com', roles: ['Identity Governance Administrator'] },
    { userPrincipalName: 'gus@contoso.com', roles: ['Groups Administrator'] },
  ],
  groups: [
    { displayName: 'Desk' },
    { displayName: 'Alpine', owners: ['carl@contoso.com'] },
    { displayName: 'Borealis' },
    { displayName: 'Owners', members: ['carl@contoso.com', 'gus@contoso.com'] },
  ],
}

/** Who signs in: a person with these delegated permissions, or an application with those of its own. */
export type Who =
  | { readonly person: string; readonly scopes: string }
  | { readonly application: string; readonly roles: string }

/** A tenant behind real HTTP in which people sign in, and a folder with sources from which `entitle` runs as one of them. */
export async function contoso(sources: string) {
  const sandbox = openSandbox({ tenant: { id: tenantId, displayName: 'Contoso', domain: 'contoso.com' } })
  sandbox.seed(people)
  const served = await sandbox.serve()
  let who: Who = { person: 'admin@contoso.com', scopes: '.default' }
  const signIn = async (as: Who): Promise<string> => {
    const grant =
      'person' in as
        ? { grant_type: 'password', username: as.person, password: 'sandbox', scope: as.scopes, client_id: 'tools' }
        : {
            grant_type: 'client_credentials',
            client_id: as.application,
            client_secret: 'sandbox',
            scope: '.default',
            sandbox_roles: as.roles,
          }
    const body = new URLSearchParams(grant)
    const answer = await fetch(`${served.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body })
    const read = (await answer.json()) as { access_token?: string; error_description?: string }
    if (read.access_token === undefined) throw new NotSentError(String(read.error_description))
    return read.access_token
  }
  const at = desk(
    sources,
    async () => signIn(who),
    () => served.url,
  )
  /** A request as an administrator sends it, answered by the body. */
  const admin = async (
    method: string,
    path: string,
    body?: object,
  ): Promise<{ id: string; value: { id: string }[] }> => {
    const token = await signIn({ person: 'admin@contoso.com', scopes: '.default' })
    const answer = await fetch(`${served.url}/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json() as Promise<{ id: string; value: { id: string }[] }>
  }
  const idOf = async (list: string, name: string): Promise<string> =>
    (await admin('GET', `${list}?$filter=displayName eq '${name}'`)).value[0]?.id ?? ''
  return {
    sandbox,
    said: at.said,
    folder: at.folder,
    /** From now on this one signs in. */
    be: (as: Who) => {
      who = as
      at.said.out = ''
      at.said.err = ''
    },
    /** Runs a command, with the requests to Graph that it sent. */
    async entitle(...argv: string[]) {
      const before = sandbox.requests.length
      const code = await at.entitle(...argv)
      const sent = sandbox.requests.slice(before).filter(({ path }) => path.startsWith('/v1.0'))
      return { code, sent, writes: sent.flatMap(writesIn) }
    },
    admin,
    /** The catalog Partners, with the group Alpine in it where `filled`, and its owners. */
    async partners(owners: readonly { readonly id: string }[], filled = false) {
      const catalog = await admin('POST', `${em}/catalogs`, {
        displayName: 'Partners',
        description: '',
        state: 'published',
      })
      for (const { id } of owners)
        await admin('POST', '/roleManagement/entitlementManagement/roleAssignments', {
          principalId: id,
          roleDefinitionId: owner,
          appScopeId: `/AccessPackageCatalog/${catalog.id}`,
        })
      if (filled)
        await admin('POST', `${em}/resourceRequests`, {
          requestType: 'adminAdd',
          catalog: { id: catalog.id },
          resource: { originSystem: 'AadGroup', originId: await idOf('/groups', 'Alpine') },
        })
      return catalog.id
    },
    user: async (name: string) => ({ id: (await admin('GET', `/users/${name}@contoso.com`)).id }),
    group: async (name: string) => ({ id: await idOf('/groups', name) }),
    application: async (name: string) => {
      await signIn({ application: name, roles: '' })
      return { id: await idOf('/servicePrincipals', `Client ${name}`) }
    },
    async [Symbol.asyncDispose]() {
      at[Symbol.dispose]()
      await served.close()
      sandbox.close()
    },
  }
}

const reading = /\/\$batch$|\/getByIds$/

/** Requests that write, also those in a `$batch`. */
const writesIn = ({ method, path, batch = [] }: RequestRecord): readonly string[] => [
  ...(method === 'GET' || reading.test(path) ? [] : [`${method} ${path}`]),
  ...batch.filter(each => each.method !== 'GET' && !reading.test(each.path)).map(each => `${each.method} ${each.path}`),
]
