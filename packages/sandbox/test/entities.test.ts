import { describe, expect, it } from 'vitest'
import { em, movableClock, rehearse } from './harness.ts'

describe('catalogs', () => {
  it('belong to their creator, allow equal names, and fill in defaults', async () => {
    const { get, post, catalog } = await rehearse()
    const id = await catalog('Same')
    expect((await post(`${em}/catalogs`, { displayName: 'Same', state: 'Unpublished' })).body).toMatchObject({
      state: 'unpublished',
      catalogType: 'userManaged',
      isExternallyVisible: true,
    })
    const owners = await get(
      `/roleManagement/entitlementManagement/roleAssignments?$filter=appScopeId eq '/AccessPackageCatalog/${id}'&$expand=principal,roleDefinition`,
    )
    expect(owners.body.value).toMatchObject([
      {
        principal: { '@odata.type': '#microsoft.graph.servicePrincipal', appId: 'entitle' },
        roleDefinition: { displayName: 'Catalog owner' },
      },
    ])
  })

  it('are deleted only when empty, and the built-in one never', async () => {
    const { send, get, catalog, accessPackage, idOf } = await rehearse()
    const id = await catalog()
    const inside = await accessPackage(id)
    expect((await send('DELETE', `${em}/catalogs/${id}`)).status).toBe(400)
    expect((await send('DELETE', `${em}/accessPackages/${inside}`)).status).toBe(204)
    expect((await send('DELETE', `${em}/catalogs/${id}`)).status).toBe(204)
    expect((await get(`${em}/catalogs/${id}`)).body.error).toMatchObject({
      code: 'ResourceNotFound',
      message: 'The resource was not found.',
    })
    expect((await get('/roleManagement/entitlementManagement/roleAssignments')).body.value).toEqual([])
    expect((await send('DELETE', `${em}/catalogs/${await idOf(`${em}/catalogs`, 'General')}`)).status).toBe(400)
  })

  it.each([
    [{}, 'displayName'],
    [{ displayName: 'x', colour: 'red' }, "'colour' does not exist"],
    [{ displayName: 5 }, 'Edm.String'],
    [{ displayName: 'x', isExternallyVisible: 'true' }, 'Edm.Boolean'],
    [{ displayName: 'x', state: 'open' }, "'open'"],
    [[], 'JSON object'],
  ])('refuse %j', async (body, words) => {
    const { post } = await rehearse()
    const answer = await post(`${em}/catalogs`, body)
    expect(answer.status).toBe(400)
    expect(answer.body.error.message).toContain(words)
  })
})

describe('access packages', () => {
  it('have a name of their own within the catalog and never leave it', async () => {
    const { post, send, catalog, accessPackage } = await rehearse()
    const [one, two] = [await catalog('One'), await catalog('Two')]
    const id = await accessPackage(one, 'Sales')
    expect((await post(`${em}/accessPackages`, { displayName: 'SALES', catalog: { id: one } })).body.error.code).toBe(
      'DuplicateAccessPackage',
    )
    expect(await accessPackage(two, 'Sales')).toBeTruthy()
    expect((await send('PATCH', `${em}/accessPackages/${id}`, { catalog: { id: two } })).status).toBe(400)
    expect((await send('PATCH', `${em}/accessPackages/${id}`, { displayName: 'Renamed' })).status).toBe(204)
    expect((await post(`${em}/accessPackages`, { displayName: 'x' })).body.error.message).toContain('catalog.id')
    expect((await post(`${em}/accessPackages`, { displayName: 'x', catalog: { id: 'nowhere' } })).status).toBe(404)
  })

  it('are incompatible in one direction', async () => {
    const { get, post, send, catalog, accessPackage, policy, idOf } = await rehearse()
    const id = await catalog()
    const [a, b] = [await accessPackage(id, 'A'), await accessPackage(id, 'B')]
    const reference = { '@odata.id': `https://graph.microsoft.com/v1.0${em}/accessPackages/${b}` }
    expect((await post(`${em}/accessPackages/${a}/incompatibleAccessPackages/$ref`, reference)).status).toBe(204)
    expect((await post(`${em}/accessPackages/${a}/incompatibleAccessPackages/$ref`, reference)).status).toBe(409)
    const listed = async (of: string, part: string) =>
      (await get(`${em}/accessPackages/${of}/${part}`)).body.value.map((found: { id: string }) => found.id)
    expect([
      await listed(a, 'incompatibleAccessPackages'),
      await listed(b, 'incompatibleAccessPackages'),
      await listed(b, 'accessPackagesIncompatibleWith'),
    ]).toEqual([[b], [], [a]])
    const ada = await idOf('/users', 'Ada Lovelace')
    const assign = async (to: string, by: string) =>
      (
        await post(`${em}/assignmentRequests`, {
          requestType: 'adminAdd',
          assignment: { targetId: ada, assignmentPolicyId: by, accessPackageId: to },
        })
      ).status
    expect([await assign(b, await policy(b)), await assign(a, await policy(a))]).toEqual([201, 400])
    expect((await send('DELETE', `${em}/accessPackages/${a}/incompatibleAccessPackages/${b}/$ref`)).status).toBe(204)
    expect(await listed(a, 'incompatibleAccessPackages')).toEqual([])
    expect((await post(`${em}/accessPackages/${a}/incompatibleGroups/$ref`, reference)).status).toBe(400)
  })
})

describe('resources', () => {
  it('are onboarded once, after a while, and only by who may', async () => {
    const { clock, move } = movableClock()
    const { get, post, catalog, idOf } = await rehearse({ clock, resourceDelayMs: 5000 })
    const [id, group] = [await catalog(), await idOf('/groups', 'Engineering')]
    const request = (originId: string, originSystem = 'AadGroup') =>
      post(`${em}/resourceRequests`, { requestType: 'adminAdd', catalog: { id }, resource: { originId, originSystem } })
    expect((await request(group)).body).toMatchObject({ state: 'delivered', requestType: 'adminAdd' })
    const list = async () => (await get(`${em}/catalogs/${id}/resources?$filter=originId eq '${group}'`)).body.value
    expect(await list()).toEqual([])
    move(5000)
    expect(await list()).toMatchObject([{ displayName: 'Engineering', originSystem: 'AadGroup' }])
    expect((await request(group)).body.error.message).toContain('already onboarded to ELM')
    expect((await request('33333333-3333-4333-8333-333333333333')).status).toBe(404)
    expect((await request(await idOf('/groups', 'Legacy'))).body.error.message).toContain('on-premises')
    expect((await request('x', 'AzureResources')).status).toBe(501)
  })

  it('offer the roles of their sort: dynamic groups Owner only, applications only through the catalog', async () => {
    const { get, catalog, resource, idOf } = await rehearse()
    const id = await catalog()
    const offered = async (system: string, origin: string) => {
      const made = await resource(id, system, origin)
      const { body } = await get(`${em}/resourceRequests/${made}?$expand=resource($expand=roles)`)
      const roles = await get(
        `${em}/catalogs/${id}/resourceRoles?$filter=originSystem eq '${system}' and resource/id eq '${body.resource.id}'`,
      )
      const names = (list: { displayName: string }[]) => list.map(role => role.displayName)
      return [names(body.resource.roles), names(roles.body.value)]
    }
    expect(await offered('AadGroup', await idOf('/groups', 'Everyone'))).toEqual([['Owner'], ['Owner']])
    expect(await offered('AadApplication', await idOf('/servicePrincipals', 'Salesforce'))).toEqual([
      [],
      ['Standard User', 'Admin'],
    ])
    expect(await offered('AadApplication', await idOf('/servicePrincipals', 'Wiki'))).toEqual([[], ['Default Access']])
    expect((await offered('SharePointOnline', 'https://contoso.sharepoint.com/sites/Partners'))[1]).toEqual([
      'Partners Owners',
      'Partners Visitors',
      'Partners Members',
    ])
    expect((await get(`${em}/catalogs/${id}/resourceRoles`)).status).toBe(400)
  })

  it('give a role its id when a package first uses it, and stay while used', async () => {
    const { get, post, send, catalog, accessPackage, resource, idOf } = await rehearse()
    const [id, group] = [await catalog(), await idOf('/groups', 'Engineering')]
    const sales = await accessPackage(id)
    await resource(id, 'AadGroup', group)
    const read = async () => (await get(`${em}/catalogs/${id}/resources?$expand=roles,scopes`)).body.value[0]
    const found = await read()
    expect(found.roles[1].id).toBe('00000000-0000-0000-0000-000000000000')
    const body = (role: object) => ({
      role: { originId: `Member_${group}`, originSystem: 'AadGroup', resource: { id: found.id }, ...role },
      scope: { originId: group, originSystem: 'AadGroup' },
    })
    const path = `${em}/accessPackages/${sales}/resourceRoleScopes`
    expect((await post(path, body({ id: '00000000-0000-0000-0000-000000000000' }))).status).toBe(400)
    expect((await post(path, body({ originId: `Nobody_${group}` }))).body.error.code).toBe('RoleNotFound')
    const granted = await post(path, body({}))
    const used = await read()
    expect(granted.body.id).toBe(`${used.roles[1].id}_${used.scopes[0].id}`)
    expect((await post(path, body({}))).status).toBe(409)
    const remove = () =>
      post(`${em}/resourceRequests`, { requestType: 'adminRemove', catalog: { id }, resource: { id: found.id } })
    expect((await remove()).body.error.code).toBe('InvalidDeleteResourceHasEntitlements')
    expect((await send('DELETE', `${path}/${granted.body.id}`)).status).toBe(204)
    expect((await remove()).status).toBe(201)
    expect((await get(`${em}/catalogs/${id}/resources`)).body.value).toEqual([])
  })
})

describe('connected organizations', () => {
  const domain = (domainName: string) => ({
    '@odata.type': '#microsoft.graph.domainIdentitySource',
    domainName,
    displayName: domainName,
  })

  it('are created with exactly one identity source, updated with 202, and keep sponsors', async () => {
    const { get, post, send, idOf } = await rehearse()
    const path = `${em}/connectedOrganizations`
    for (const identitySources of [[], [domain('a.com'), domain('b.com')], [{ domainName: 'a.com' }]]) {
      expect((await post(path, { displayName: 'x', identitySources })).status).toBe(400)
    }
    const { body } = await post(path, { displayName: 'Fabrikam', identitySources: [domain('fabrikam.com')] })
    expect(body).toMatchObject({
      state: 'configured',
      identitySources: [{ '@odata.type': '#microsoft.graph.domainIdentitySource' }],
    })
    const changed = await send('PATCH', `${path}/${body.id}`, {
      identitySources: [domain('fabrikam.com'), domain('fabrikam.net')],
    })
    expect([changed.status, changed.body.identitySources.length, changed.body.displayName]).toEqual([
      202,
      2,
      'Fabrikam',
    ])
    const ada = await idOf('/users', 'Ada Lovelace')
    const sponsors = `${path}/${body.id}/internalSponsors`
    expect(
      (await post(`${sponsors}/$ref`, { '@odata.id': `https://graph.microsoft.com/v1.0/users/${ada}` })).status,
    ).toBe(204)
    expect((await get(sponsors)).body.value).toMatchObject([{ '@odata.type': '#microsoft.graph.user', id: ada }])
    expect(
      (await post(`${sponsors}/$ref`, { '@odata.id': 'https://graph.microsoft.com/v1.0/users/nobody' })).status,
    ).toBe(400)
    expect((await send('DELETE', `${sponsors}/${ada}/$ref`)).status).toBe(204)
    expect((await send('DELETE', `${path}/${body.id}`)).status).toBe(204)
  })
})

describe('assignments', () => {
  async function assigned(policyMore: object = {}, options: object = {}) {
    const tenant = await rehearse(options)
    const catalog = await tenant.catalog()
    const sales = await tenant.accessPackage(catalog)
    const policy = await tenant.policy(sales, policyMore)
    const add = (assignment: object, more: object = {}) =>
      tenant.post(`${em}/assignmentRequests`, {
        requestType: 'AdminAdd',
        assignment: { assignmentPolicyId: policy, accessPackageId: sales, ...assignment },
        ...more,
      })
    const list = async () =>
      (await tenant.get(`${em}/assignments?$filter=accessPackage/id eq '${sales}'&$expand=target`)).body.value
    return { ...tenant, sales, policy, add, list }
  }

  it('are delivered and removed after a while, and guard what they hang on', async () => {
    const { clock, move } = movableClock()
    const { add, list, idOf, send, post, get, sales, policy } = await assigned({}, { clock, assignmentDelayMs: 1000 })
    const targetId = await idOf('/users', 'Ada Lovelace')
    const request = await add({ targetId })
    expect(request.body).toMatchObject({ state: 'submitted', status: 'Accepted', requestType: 'adminAdd' })
    expect(await list()).toMatchObject([{ state: 'delivering', target: { objectId: targetId } }])
    move(1000)
    expect(await list()).toMatchObject([{ state: 'delivered' }])
    expect((await get(`${em}/assignmentRequests/${request.body.id}`)).body).toMatchObject({
      state: 'delivered',
      completedDateTime: '2026-06-01T08:00:01Z',
    })
    expect((await add({ targetId })).body.error.code).toBe('ExistingGrant')
    expect((await send('DELETE', `${em}/accessPackages/${sales}`)).status).toBe(400)
    expect((await send('DELETE', `${em}/assignmentPolicies/${policy}`)).status).toBe(400)
    await post(`${em}/assignmentRequests`, { requestType: 'adminRemove', assignment: { id: (await list())[0].id } })
    expect((await send('DELETE', `${em}/assignmentPolicies/${policy}`)).status).toBe(400)
    move(1000)
    expect(await list()).toMatchObject([{ state: 'expired' }])
    expect((await send('DELETE', `${em}/assignmentPolicies/${policy}`)).status).toBe(204)
    expect((await send('DELETE', `${em}/accessPackages/${sales}`)).status).toBe(204)
  })

  it('end when their time is up, and can be canceled before they begin', async () => {
    const { clock, move } = movableClock()
    const { add, list, idOf, send, post } = await assigned(
      { expiration: { type: 'afterDuration', duration: 'P2D' } },
      { clock, auth: 'off' },
    )
    await add({ targetId: await idOf('/users', 'Ada Lovelace') })
    move(2 * 86_400_000)
    expect(await list()).toMatchObject([{ state: 'expired', expiredDateTime: '2026-06-03T08:00:00Z' }])
    const later = await add(
      { targetId: await idOf('/users', 'Bob Stone') },
      { schedule: { startDateTime: '2026-07-01T00:00:00Z' } },
    )
    expect((await post(`${em}/assignmentRequests/${later.body.id}/cancel`, undefined)).status).toBe(204)
    expect((await list()).map((found: { state: string }) => found.state)).toEqual(['expired', 'expired'])
    expect((await send('DELETE', `${em}/assignmentRequests/${later.body.id}`)).status).toBe(204)
  })

  it('get other dates by a request, as long as they last', async () => {
    const { clock, move } = movableClock()
    const { add, list, idOf, post } = await assigned({}, { clock, assignmentDelayMs: 1000, auth: 'off' })
    const day = 86_400_000
    const end = (endDateTime: string) => ({ expiration: { type: 'afterDateTime', endDateTime } })
    const update = async (more: object) =>
      post(`${em}/assignmentRequests`, {
        requestType: 'adminUpdate',
        assignment: { id: (await list())[0].id },
        ...more,
      })
    const startDateTime = '2026-06-11T00:00:00Z'
    await add({ targetId: await idOf('/users', 'Ada Lovelace') }, { schedule: { startDateTime } })
    expect((await update({})).body.error.message).toContain('schedule field is required')
    expect((await update({ schedule: end('') })).status).toBe(400)
    expect((await update({ schedule: end('2026-06-20T00:00:00Z') })).body).toMatchObject({ requestType: 'adminUpdate' })
    expect(await list()).toMatchObject([{ schedule: { startDateTime, ...end('2026-06-20T00:00:00Z') } }])
    await update({ schedule: { startDateTime: '2026-06-05T00:00:00Z' } })
    move(5 * day)
    expect(await list()).toMatchObject([{ state: 'delivered', schedule: end('2026-06-20T00:00:00Z') }])
    await update({ schedule: end('2026-06-08T00:00:00Z') })
    move(5 * day)
    expect(await list()).toMatchObject([{ state: 'expired', expiredDateTime: '2026-06-08T00:00:00Z' }])
    expect((await update({ schedule: end('2026-06-30T00:00:00Z') })).body.error.message).toContain('already expired')
    const gone = { requestType: 'adminUpdate', assignment: { id: 'f3d0a5b6-0000-4000-8000-000000000000' } }
    expect((await post(`${em}/assignmentRequests`, { ...gone, schedule: {} })).status).toBe(404)
  })

  it('go only to whom the policy admits', async () => {
    const { add, idOf } = await assigned()
    expect((await add({ targetId: await idOf('/users', 'Gus Guest') })).body.error.message).toContain(
      "don't meet policy requirements",
    )
    expect((await add({ target: { email: 'new@fabrikam.com' } })).status).toBe(400)
    expect((await add({ targetId: 'nobody' })).body.error.code).toBe('InvalidModel')
    const outside = await assigned({ allowedTargetScope: 'allExternalUsers' })
    expect((await outside.add({ target: { email: 'new@fabrikam.com' } })).status).toBe(201)
    expect(await outside.list()).toMatchObject([
      { target: { email: 'new@fabrikam.com', subjectLifecycle: 'governed' } },
    ])
  })
})
