import { describe, expect, it } from 'vitest'
import { openSandbox } from '../src/index.ts'
import { clientOf, em, movableClock, rehearse, signIn } from './harness.ts'

describe('signing in', () => {
  it('takes only tokens of its own, and only while they last', async () => {
    const { clock, move } = movableClock()
    const { sandbox, get } = await rehearse({ clock })
    expect((await clientOf(sandbox, 'a.b.c').get(`${em}/catalogs`)).body.error.code).toBe('InvalidAuthenticationToken')
    expect((await clientOf(sandbox, '').get('/nowhere')).status).toBe(401)
    expect((await get(`${em}/catalogs`)).status).toBe(200)
    move(3600_000)
    expect((await get(`${em}/catalogs`)).status).toBe(401)
    const elsewhere = openSandbox({ tenant: { id: '22222222-2222-4222-8222-222222222222' } })
    expect((await clientOf(elsewhere, await signIn(sandbox)).get(`${em}/catalogs`)).status).toBe(401)
  })

  it('issues readable claims and refuses wrong secrets', async () => {
    const sandbox = openSandbox()
    const claims = JSON.parse(Buffer.from(String((await signIn(sandbox)).split('.')[1]), 'base64url').toString())
    expect(claims).toMatchObject({
      tid: sandbox.tenant.id,
      appid: 'entitle',
      roles: expect.arrayContaining(['EntitlementManagement.ReadWrite.All']),
    })
    expect(claims.exp - claims.iat).toBe(3599)
    expect(await signIn(sandbox, { client_secret: 'guess' })).toBe('undefined')
    expect(await signIn(sandbox, { grant_type: 'password' })).toBe('undefined')
    expect(JSON.stringify(sandbox.requests)).not.toContain('guess')
  })

  it('lets a reader read and nothing more', async () => {
    const { sandbox } = await rehearse()
    const reader = clientOf(
      sandbox,
      await signIn(sandbox, { client_id: 'reader', sandbox_roles: 'EntitlementManagement.Read.All' }),
    )
    expect((await reader.get(`${em}/catalogs`)).status).toBe(200)
    const refused = await reader.post(`${em}/catalogs`, { displayName: 'x' })
    expect([refused.status, refused.body.error.code]).toEqual([403, 'Authorization_RequestDenied'])
    expect((await reader.get('/users')).status).toBe(403)
  })

  it('lets the owner of one catalog work in it without any permission', async () => {
    const { sandbox, catalog, accessPackage, get, post } = await rehearse()
    const [mine, theirs] = [await catalog('Mine'), await catalog('Theirs')]
    const foreign = await accessPackage(theirs)
    const token = await signIn(sandbox, { client_id: 'owner', sandbox_roles: '' })
    const owner = clientOf(sandbox, token)
    expect((await owner.get(`${em}/catalogs`)).status).toBe(403)
    const principal = (await get("/servicePrincipals?$filter=appId eq 'owner'")).body.value[0].id
    await post('/roleManagement/entitlementManagement/roleAssignments', {
      principalId: principal,
      roleDefinitionId: 'ae79f266-94d4-4dab-b730-feca7e132178',
      appScopeId: `/AccessPackageCatalog/${mine}`,
    })
    expect((await owner.get(`${em}/catalogs`)).body.value).toMatchObject([{ displayName: 'Mine' }])
    const made = await owner.accessPackage(mine)
    expect(await owner.policy(made)).toBeTruthy()
    expect((await owner.get(`${em}/accessPackages?$expand=assignmentPolicies`)).body.value).toHaveLength(1)
    expect((await owner.get(`${em}/accessPackages/${foreign}`)).body.error.code).toBe('UnAuthorized')
    expect((await owner.get(`${em}/assignmentPolicies`)).status).toBe(403)
    expect((await owner.get(`${em}/assignments`)).status).toBe(403)
    expect((await owner.get(`${em}/assignments?$filter=accessPackage/id eq '${made}'`)).status).toBe(200)
    expect((await owner.post(`${em}/accessPackages`, { displayName: 'x', catalog: { id: theirs } })).status).toBe(403)
    expect((await owner.post(`${em}/catalogs`, { displayName: 'x' })).status).toBe(403)
  })

  it('describes itself and works without tokens when told to', async () => {
    const sandbox = openSandbox({ auth: 'off' })
    const known = await sandbox.fetch(
      new Request(`https://login/${sandbox.tenant.id}/v2.0/.well-known/openid-configuration`),
    )
    expect(await known.json()).toMatchObject({ token_endpoint: `https://login/${sandbox.tenant.id}/oauth2/v2.0/token` })
    expect((await sandbox.fetch(new Request(`https://graph/v1.0${em}/catalogs`))).status).toBe(200)
  })
})

describe('$batch', () => {
  it('judges each request by itself, and fails what depends on a failure', async () => {
    const { sandbox, post } = await rehearse()
    const json = { 'Content-Type': 'application/json' }
    const { status, body } = await post('/$batch', {
      requests: [
        { id: 'a', method: 'GET', url: `${em}/catalogs/00000000-0000-4000-8000-000000000000` },
        { id: 'b', method: 'POST', url: `${em}/catalogs`, headers: json, body: { displayName: 'B' }, dependsOn: ['a'] },
        { id: 'c', method: 'POST', url: `${em}/catalogs`, headers: json, body: { displayName: 'C' } },
        { id: 'd', method: 'DELETE', url: `${em}/accessPackages/x`, dependsOn: ['c'] },
      ],
    })
    expect(status).toBe(200)
    const answers = Object.fromEntries(
      body.responses.map((one: { id: string; status: number }) => [one.id, one.status]),
    )
    expect(answers).toEqual({ a: 404, b: 424, c: 201, d: 404 })
    expect(sandbox.requests.at(-1)?.batch).toHaveLength(3)
  })

  it('runs independent writes in parallel, so that one catalog takes only one of them; dependsOn makes them wait', async () => {
    const { post, catalog, get } = await rehearse()
    const id = await catalog()
    const create = (name: string, dependsOn?: string[]) => ({
      id: name,
      method: 'POST',
      url: `${em}/accessPackages`,
      headers: { 'content-type': 'application/json' },
      body: { displayName: name, catalog: { id } },
      ...(dependsOn ? { dependsOn } : {}),
    })
    const parallel = await post('/$batch', { requests: [create('1'), create('2')] })
    expect(parallel.body.responses.map((one: { status: number }) => one.status).sort()).toEqual([201, 409])
    const serial = await post('/$batch', { requests: [create('3'), create('4', ['3']), create('5', ['4'])] })
    expect(serial.body.responses.map((one: { status: number }) => one.status)).toEqual([201, 201, 201])
    expect((await get(`${em}/accessPackages`)).body.value).toHaveLength(4)
  })

  it.each([
    [
      { requests: Array.from({ length: 21 }, (_, index) => ({ id: String(index), method: 'GET', url: '/users' })) },
      'maximum value of 20',
    ],
    [{ requests: [{ id: '1', method: 'GET', url: 'https://graph.microsoft.com/v1.0/users' }] }, 'relative'],
    [{ requests: [{ id: '1', method: 'GET', url: '/users', dependsOn: ['2'] }] }, 'dependsOn'],
    [{ requests: [{ id: '1', method: 'POST', url: '/users', body: {} }] }, 'Content-Type'],
    [{}, 'requests'],
  ])('refuses a malformed one: %#', async (body, words) => {
    const { post } = await rehearse()
    const answer = await post('/$batch', body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toContain(words)
  })
})

describe('habits of the service', () => {
  it('refuses parallel writes within a catalog with 409 and takes them across catalogs', async () => {
    const { catalog, accessPackage, post } = await rehearse({ latencyMs: 5 })
    const [one, two] = [await catalog('One'), await catalog('Two')]
    const create = (id: string, displayName: string) => post(`${em}/accessPackages`, { displayName, catalog: { id } })
    const same = await Promise.all([create(one, 'a'), create(one, 'b')])
    expect(same.map(answer => answer.body.error?.code ?? answer.status).sort()).toEqual([201, 'DuplicateKey'])
    const across = await Promise.all([create(one, 'c'), create(two, 'c')])
    expect(across.map(answer => answer.status)).toEqual([201, 201])
    expect(await accessPackage(one, 'd')).toBeTruthy()
  })

  it('hides what was written until the read delay has passed: from reads, lists and references', async () => {
    const { clock, move } = movableClock()
    const { get, post, send, catalog } = await rehearse({ clock, readDelayMs: 3000 })
    const id = await catalog()
    expect((await get(`${em}/catalogs/${id}`)).status).toBe(404)
    expect((await get(`${em}/catalogs`)).body.value).toHaveLength(1)
    expect((await post(`${em}/accessPackages`, { displayName: 'a', catalog: { id } })).status).toBe(404)
    move(3000)
    expect((await get(`${em}/catalogs/${id}`)).status).toBe(200)
    await send('PATCH', `${em}/catalogs/${id}`, { displayName: 'Renamed' })
    expect((await get(`${em}/catalogs/${id}`)).body.displayName).toBe('Partners')
    move(3000)
    expect((await get(`${em}/catalogs/${id}`)).body.displayName).toBe('Renamed')
    await send('DELETE', `${em}/catalogs/${id}`)
    expect((await get(`${em}/catalogs/${id}`)).status).toBe(200)
    move(3000)
    expect((await get(`${em}/catalogs/${id}`)).status).toBe(404)
  })

  it('throttles by requests per second', async () => {
    const { clock, move } = movableClock()
    const { get } = await rehearse({ clock, throttle: { requestsPerSecond: 3 } })
    await get(`${em}/catalogs`)
    await get(`${em}/catalogs`)
    const refused = await get(`${em}/catalogs`)
    expect([refused.status, refused.body.error.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'TooManyRequests',
      '1',
    ])
    move(1000)
    expect((await get(`${em}/catalogs`)).status).toBe(200)
  })

  it('names what it does not do, and what is not routed', async () => {
    const { get, post, send } = await rehearse()
    const unknown = await get(`${em}/accessPackageSuggestions`)
    expect([unknown.status, unknown.body.error.code]).toEqual([501, 'NotImplemented'])
    const unrouted = await post(`${em}/accessPackages/x/assignmentPolicies`, {})
    expect(unrouted.body.error.message).toContain('No HTTP resource was found that matches the request URI')
    expect((await send('PATCH', `${em}/assignmentPolicies/x`, {})).status).toBe(405)
  })
})

describe('faults', () => {
  const create = { displayName: 'Lost' }
  const names = async (get: (path: string) => Promise<{ body: { value: { displayName: string }[] } }>) =>
    (await get(`${em}/catalogs?$filter=displayName eq 'Lost'`)).body.value.length

  it.each([
    [{ kind: 'status', status: 503, retryAfter: 7 }, 503, 0],
    [{ kind: 'challenge', claims: { access_token: { acrs: { essential: true, value: 'c1' } } } }, 401, 0],
    [{ kind: 'cut' }, 'fetch failed', 0],
    [{ kind: 'hang', ms: 1 }, 'fetch failed', 0],
    [{ kind: 'commit-then-cut' }, 'fetch failed', 1],
    [{ kind: 'commit-then-status', status: 504 }, 504, 1],
    [{ kind: 'late', ms: 1 }, 201, 1],
  ] as const)('%o', async (fault, outcome, left) => {
    const { sandbox, get, post } = await rehearse()
    sandbox.faults.add({ method: 'post', path: /\/catalogs$/, do: fault })
    const answer = await post(`${em}/catalogs`, create).catch((error: TypeError) => error)
    if (answer instanceof TypeError) expect(answer.message).toBe(outcome)
    else {
      expect(answer.status).toBe(outcome)
      if ('claims' in fault)
        expect(answer.headers.get('www-authenticate')).toMatch(
          /^Bearer .*error="insufficient_claims", claims="[\w+/=]+"$/,
        )
      if ('retryAfter' in fault) expect(answer.headers.get('retry-after')).toBe('7')
    }
    expect(sandbox.requests.at(-1)?.status).toBe(typeof outcome === 'number' ? outcome : 0)
    expect(await names(get)).toBe(left)
    expect((await post(`${em}/catalogs`, { displayName: 'Next' })).status).toBe(201)
  })

  it('lets the client give up waiting', async () => {
    const { sandbox } = await rehearse()
    sandbox.faults.add({ do: { kind: 'hang', ms: 60_000 } })
    const request = new Request(`https://graph.microsoft.com/v1.0${em}/settings`, { signal: AbortSignal.timeout(5) })
    await expect(sandbox.fetch(request)).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('strikes the nth request, as often as told, and requests within a batch', async () => {
    const { sandbox, get, post } = await rehearse()
    sandbox.faults.add({ nth: 2, times: 2, do: { kind: 'status', status: 500 } })
    const statuses = []
    for (let turn = 0; turn < 5; turn++) statuses.push((await get(`${em}/settings`)).status)
    expect(statuses).toEqual([200, 500, 500, 200, 200])
    sandbox.faults.add({ batch: true, path: '/users', do: { kind: 'status', status: 429, retryAfter: 3 } })
    const { body } = await post('/$batch', {
      requests: [
        { id: '1', method: 'GET', url: '/users' },
        { id: '2', method: 'GET', url: '/groups' },
      ],
    })
    expect(body.responses).toContainEqual(
      expect.objectContaining({ id: '1', status: 429, headers: expect.objectContaining({ 'Retry-After': '3' }) }),
    )
    expect(body.responses).toContainEqual(expect.objectContaining({ id: '2', status: 200 }))
    sandbox.faults.add({ do: { kind: 'cut' } })
    sandbox.faults.clear()
    expect((await get(`${em}/settings`)).status).toBe(200)
  })
})
