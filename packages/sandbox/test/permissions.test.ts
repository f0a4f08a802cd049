import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { schemaFolder } from '../../../test/contract/schema-validator.ts'
import type { Route } from '../src/http/call.ts'
import { routes } from '../src/http/routes.ts'
import { clientOf, em, rehearse, rehearsePeople, signIn } from './harness.ts'

type Listed = { readonly least: readonly string[]; readonly higher: readonly string[] } | 'not supported'
interface Row {
  readonly application: Listed
  readonly delegated: Listed
}

const file = join(schemaFolder, 'em-permissions.json')
const table: Record<string, Record<string, Row>> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).paths : {}

/** A path as Microsoft's list of permissions writes it. */
const listedPath = (route: Route): string =>
  route.path
    .replace(/:\w+\{(\w+)\\\([^}]*\}/, (_, name) =>
      name === 'additionalAccess'
        ? 'additionalAccess(accessPackageId={value},incompatibleAccessPackageId={value})'
        : `${name}(on={value})`,
    )
    .replaceAll(/:\w+/g, '{id}')
    .replace(/\/\$ref$/, '')

const anId = '11111111-1111-4111-8111-111111111111'
/** A path that a client could send. */
const concretePath = (route: Route): string =>
  route.path
    .replace(/:\w+\{(\w+)\\\([^}]*\}/, (whole, name) => {
      if (name === 'additionalAccess')
        return `additionalAccess(accessPackageId='${anId}',incompatibleAccessPackageId='x')`
      if (name === 'subjects') return `subjects(objectId='${anId}')`
      return `${name}(on='${/on='(\w+)'/.exec(whole)?.[1] ?? 'target'}')`
    })
    .replaceAll(/:\w+/g, anId)

const named = (listed: Listed): readonly string[] =>
  listed === 'not supported' ? [] : [...listed.least, ...listed.higher]

/** The list names a permission to read for this POST, as no other write has it; its row for the later name has not. */
const oddity = 'POST /identityGovernance/entitlementManagement/catalogs/{id}/customWorkflowExtensions'

const known = routes.flatMap(route => {
  const row = table[listedPath(route)]?.[route.method]
  return row ? [{ name: `${route.method} ${listedPath(route)}`, route, row }] : []
})

const all = [
  'AccessReview.Read.All',
  'AccessReview.ReadWrite.All',
  'EntitlementManagement.Read.All',
  'EntitlementManagement.ReadWrite.All',
  'EntitlementMgmt-SubjectAccess.ReadWrite',
  'RoleManagement.Read.All',
  'RoleManagement.Read.Directory',
  'RoleManagement.ReadWrite.Directory',
  'User.Read.All',
]

describe.skipIf(!existsSync(file))(
  "each route is opened by the permissions of Microsoft's list and by no other (skipped where ../shared/graph is missing)",
  () => {
    it('knows of most routes', () => expect(known.length).toBeGreaterThan(75))

    it.each(known.filter(({ name }) => name !== oddity))('$name', async ({ route, row }) => {
      const { sandbox, as } = await rehearsePeople()
      const opens = async (client: ReturnType<typeof clientOf>) => {
        const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {}
        const answer = await client.send(route.method, concretePath(route), body)
        return answer.body?.error?.code !== 'Authorization_RequestDenied'
      }
      const application: string[] = []
      const delegated: string[] = []
      for (const permission of all) {
        if (await opens(clientOf(sandbox, await signIn(sandbox, { sandbox_roles: permission }))))
          application.push(permission)
        if (await opens(await as('admin', permission))) delegated.push(permission)
      }
      expect(application.sort()).toEqual([...named(row.application)].sort())
      expect(delegated.sort()).toEqual([...named(row.delegated)].sort())
    })

    it('says of every other route of entitlement management why it is not listed', () => {
      const listed = new Set(known.map(({ route }) => route))
      const rest = routes.filter(
        route => !listed.has(route) && /^\/(identityGovernance|roleManagement)/.test(route.path),
      )
      expect(rest.map(route => `${route.method} ${route.path.replace(em, '')}`)).toEqual([
        // Not in the list, or under another name.
        'GET /catalogs/:id/accessPackages',
        'PUT /catalogs/:id/customWorkflowExtensions/:extension',
        'DELETE /catalogs/:id/customWorkflowExtensions/:extension',
        'GET /resourceRequests/:id',
        'DELETE /accessPackages/:id/resourceRoleScopes/:roleScope',
        // Not routed by the service.
        'POST /accessPackages/:id/assignmentPolicies',
        'POST /catalogs/:id/accessPackages/:package/assignmentPolicies',
        // Not in the list.
        "GET /:subject{subjects\\(objectId='[^']+'\\)}",
        "PATCH /:subject{subjects\\(objectId='[^']+'\\)}",
        'GET /catalogs/:id/resources/:resource/uploadSessions',
        'POST /catalogs/:id/resources/:resource/uploadSessions',
        'GET /controlConfigurations/endUserSettings',
        'PUT /controlConfigurations/endUserSettings',
        'PATCH /identityGovernance/accessReviews/definitions/:id/instances/:instance',
        'POST /identityGovernance/accessReviews/definitions/:id/stop',
      ])
    })
  },
)

describe('whoever signs in', () => {
  it('may do what the directory roles allow, and no more', async () => {
    const { as } = await rehearsePeople()
    const [nobody, reader, admin] = [await as('ada'), await as('rita'), await as('admin')]
    for (const path of [`${em}/catalogs`, `${em}/settings`, '/identityGovernance/accessReviews/definitions']) {
      expect([
        (await nobody.get(path)).status,
        (await reader.get(path)).status,
        (await admin.get(path)).status,
      ]).toEqual([403, 200, 200])
    }
    const create = (client: typeof reader) => client.post(`${em}/catalogs`, { displayName: 'x' })
    expect((await create(reader)).body.error.code).toBe('UnAuthorized')
    expect((await create(admin)).status).toBe(201)
    expect((await nobody.get('/users')).status).toBe(200)
  })

  it('may do in a catalog what the roles there allow', async () => {
    const { as, idOf } = await rehearsePeople()
    const admin = await as('admin')
    const [mine, other] = [await admin.catalog('Mine'), await admin.catalog('Other')]
    await admin.post('/roleManagement/entitlementManagement/roleAssignments', {
      principalId: await idOf('/users', 'Carl Catalog'),
      roleDefinitionId: 'ae79f266-94d4-4dab-b730-feca7e132178',
      appScopeId: `/AccessPackageCatalog/${mine}`,
    })
    const carl = await as('carl')
    const create = (catalog: string) =>
      carl.post(`${em}/accessPackages`, { displayName: 'P', catalog: { id: catalog } })
    expect([(await create(mine)).status, (await create(other)).status]).toEqual([201, 403])
    expect((await carl.get(`${em}/catalogs`)).body.value).toMatchObject([{ displayName: 'Mine' }])
  })

  it('assigns others only where that is their role', async () => {
    const { as, idOf } = await rehearsePeople()
    const admin = await as('admin')
    const catalog = await admin.catalog()
    const accessPackage = await admin.accessPackage(catalog)
    const policy = await admin.policy(accessPackage)
    const targetId = await idOf('/users', 'Zoe Zimmer')
    const assign = async (who: string) =>
      (await as(who)).post(`${em}/assignmentRequests`, {
        requestType: 'adminAdd',
        assignment: { targetId, assignmentPolicyId: policy, accessPackageId: accessPackage },
      })
    expect([(await assign('carl')).status, (await assign('rita')).status]).toEqual([403, 403])
    await admin.post('/roleManagement/entitlementManagement/roleAssignments', {
      principalId: await idOf('/users', 'Carl Catalog'),
      roleDefinitionId: 'e2182095-804a-4656-ae11-64734e9b7ae5',
      appScopeId: `/AccessPackageCatalog/${catalog}`,
    })
    expect((await assign('carl')).status).toBe(201)
    expect(await (await as('carl')).accessPackage(catalog, 'Other').catch((error: Error) => error.message)).toContain(
      '403',
    )
  })

  it('lends an application no more than the scopes that it asks for', async () => {
    const { as } = await rehearsePeople()
    const admin = await as('admin', 'openid profile https://graph.microsoft.com/EntitlementManagement.Read.All')
    expect((await admin.get(`${em}/catalogs`)).status).toBe(200)
    expect((await admin.post(`${em}/catalogs`, { displayName: 'x' })).body.error.code).toBe(
      'Authorization_RequestDenied',
    )
    expect((await admin.get('/users')).status).toBe(403)
  })

  it('lets a person look users up by their basic profile with User.ReadBasic.All, and nothing more', async () => {
    const { as } = await rehearsePeople()
    const basic = await as('admin', 'https://graph.microsoft.com/User.ReadBasic.All')
    const ada = `$filter=${encodeURIComponent("userPrincipalName in ('ada@contoso.com')")}`
    const { status, body } = await basic.get(`/users?${ada}&$select=id,userPrincipalName`)
    expect([status, body.value.length]).toEqual([200, 1])
    const id = body.value[0].id
    expect((await basic.get(`/users/${id}?$select=displayName`)).status).toBe(200)
    for (const path of [
      `/users?$filter=userType eq 'Guest'`,
      '/users?$select=id,accountEnabled',
      '/users?$expand=sponsors',
      `/users/${id}?$select=id,userType`,
      `/users/${id}/manager`,
    ])
      expect([path, (await basic.get(path)).status]).toEqual([path, 403])
    expect((await basic.get(`/users?$filter=displayName eq 'userType'`)).status).toBe(200)
  })

  it('does not let an application look users up with User.ReadBasic.All', async () => {
    const { sandbox } = await rehearse()
    const sees = async (roles: string) =>
      (await clientOf(sandbox, await signIn(sandbox, { sandbox_roles: roles })).get('/users')).status
    expect(await sees('User.ReadBasic.All')).toBe(403)
    expect(await sees('User.Read.All')).toBe(200)
  })

  it('needs the password, an account, and one that is not blocked', async () => {
    const { sandbox } = await rehearse()
    const ask = async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ grant_type: 'password', client_id: 'x', scope: '.default', ...fields })
      const url = `https://login.microsoftonline.com/${sandbox.tenant.id}/oauth2/v2.0/token`
      const response = await sandbox.fetch(new Request(url, { method: 'POST', body }))
      return ((await response.json()) as { error_description?: string }).error_description?.slice(0, 12)
    }
    expect(await ask({ username: 'ada@contoso.com', password: 'wrong' })).toBe('AADSTS50126:')
    expect(await ask({ username: 'nobody@contoso.com', password: 'sandbox' })).toBe('AADSTS50034:')
    expect(await ask({ username: 'ada@contoso.com', password: 'sandbox' })).toBeUndefined()
    expect(await ask({ username: 'ada@contoso.com', password: 'sandbox', scope: '' })).toBe('AADSTS900144')
  })
})

describe('a device code', () => {
  async function codes() {
    const { sandbox } = await rehearsePeople()
    const post = async (path: string, form: Record<string, string>) => {
      const url = `http://127.0.0.1:1/${path}`
      const response = await sandbox.fetch(new Request(url, { method: 'POST', body: new URLSearchParams(form) }))
      const text = await response.text()
      const said = (): Record<string, string> => JSON.parse(text)
      return { status: response.status, text, said }
    }
    const start = await post('common/oauth2/v2.0/devicecode', {
      client_id: 'cli',
      scope: 'EntitlementManagement.Read.All',
    })
    const { device_code = '', user_code = '' } = start.said()
    const poll = () =>
      post('common/oauth2/v2.0/token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        client_id: 'cli',
        device_code,
      })
    return { sandbox, post, start, poll, user_code }
  }

  it('is waited for until somebody signs in on its page, and serves once', async () => {
    const { sandbox, post, start, poll, user_code } = await codes()
    expect(start.said()).toMatchObject({ verification_uri: 'http://127.0.0.1:1/devicelogin', interval: 1 })
    expect((await poll()).said().error).toBe('authorization_pending')
    const page = await sandbox.fetch(new Request('http://127.0.0.1:1/devicelogin'))
    expect(await page.text()).toContain('<option>rita@contoso.com</option>')
    expect((await post('devicelogin', { code: 'WRONG', username: 'rita@contoso.com' })).status).toBe(400)
    expect((await post('devicelogin', { code: user_code, username: '<b>@contoso.com' })).text).toContain('&lt;b&gt;')
    const signed = await post('devicelogin', { code: user_code.toLowerCase(), username: 'rita@contoso.com' })
    expect(signed.text).toContain('Rita Reader is signed in.')
    const client = clientOf(sandbox, String((await poll()).said().access_token))
    expect((await client.get(`${em}/catalogs`)).status).toBe(200)
    expect((await client.post(`${em}/catalogs`, { displayName: 'x' })).status).toBe(403)
    expect((await poll()).said().error).toBe('bad_verification_code')
    expect(JSON.stringify([sandbox.requests, sandbox.export()])).not.toContain(user_code)
  })

  it('expires', async () => {
    const { sandbox, poll, post, user_code } = await codes()
    sandbox.clock.move(901_000)
    expect((await post('devicelogin', { code: user_code, username: 'rita@contoso.com' })).status).toBe(400)
    expect((await poll()).said().error).toBe('expired_token')
  })
})
