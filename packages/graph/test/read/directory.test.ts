import { describe, expect, it } from 'vitest'
import type { Ref, Tenant } from '../../src/model/tenant.ts'
import { bind, resolveDirectory } from '../../src/read/directory.ts'
import { answering, list } from '../worlds/answering.ts'
import {
  accessPackage,
  catalog,
  declared,
  grant,
  group,
  policy,
  resource,
  role,
  tenant,
  user,
} from '../worlds/tenants.ts'

const shop = catalog('Shop')
const ask = (refs: readonly Ref[]) => tenant(shop, ...refs.map(ref => resource(shop, ref)))
const usersPath = (...names: readonly string[]) =>
  `/users?$filter=userPrincipalName in (${names.map(name => `'${name}'`).join(',')})&$select=id,userPrincipalName`
const groupsPath = (...names: readonly string[]) =>
  `/groups?$filter=displayName in (${names.map(name => `'${name}'`).join(',')})&$select=id,displayName`

const idsIn = ({ objects }: Tenant) => objects.slice(1).map(({ properties }) => (properties.resource as Ref).id)

describe('looking up directory objects', () => {
  it('finds users by user principal name and groups by display name, together', async () => {
    const graph = answering({
      [usersPath("o''hara@contoso.com", 'g_x.com#EXT#@contoso.com')]: list(
        { id: 'u2', userPrincipalName: 'G_x.com#EXT#@contoso.com' },
        { id: 'u1', userPrincipalName: "o'hara@contoso.com" },
      ),
      [groupsPath('A & B')]: list({ id: 'g1', displayName: 'A & B' }),
    })
    const desired = ask([user("o'hara@contoso.com"), user('g_x.com#EXT#@contoso.com'), group('A & B')])
    const { directory, findings } = await resolveDirectory(graph, desired)
    expect(findings).toEqual([])
    expect(graph.sent).toHaveLength(1)
    const bound = bind(desired, directory)
    expect(idsIn(bound)).toEqual(['u1', 'u2', 'g1'])
  })

  it('looks each one up once, fifteen in a filter', async () => {
    const names = Array.from({ length: 31 }, (_, at) => `G${at}`)
    const graph = answering({})
    await resolveDirectory(graph, ask([...names, ...names].map(name => group(name))))
    expect(graph.asked).toHaveLength(3)
  })

  it('says where the sources name something that is not there', async () => {
    const graph = answering({ [groupsPath('Ghosts')]: list() })
    const { findings } = await resolveDirectory(
      graph,
      tenant(shop, resource(shop, group('Ghosts')), grant(accessPackage(shop, 'A'), 'Member', group('ghosts'))),
    )
    expect(findings).toMatchObject([
      {
        rule: 'not-in-directory',
        severity: 'error',
        place: { kind: 'source', range: { uri: 'file:///w/a.entitle' } },
        related: [{ message: 'also needed here' }],
      },
    ])
    expect(findings[0]?.message).toContain('no group called Ghosts')
  })

  it('points at the property that names it', async () => {
    const graph = answering({ [groupsPath('Ghosts')]: list() })
    const at = { uri: 'file:///w/a.entitle', start: { line: 7, character: 2 }, end: { line: 7, character: 9 } }
    const terms = policy(accessPackage(shop, 'A'), 'All', {
      requestApprovalSettings: { stages: [{ primaryApprovers: [{ groupId: group('Ghosts') }] }] },
    })
    const range = terms.origin?.range
    if (range === undefined) throw new Error('A declared object has an origin.')
    const placed = { ...terms, origin: { range, properties: { requestApprovalSettings: at } } }
    const { findings } = await resolveDirectory(graph, tenant(placed))
    expect(findings[0]?.place).toEqual({ kind: 'source', range: at })
  })

  it('asks where two have the name, with both ids', async () => {
    const graph = answering({
      [groupsPath('Twins')]: list({ id: 'g2', displayName: 'twins' }, { id: 'g1', displayName: 'Twins' }),
    })
    const desired = ask([group('Twins')])
    const { directory, findings } = await resolveDirectory(graph, desired)
    expect(findings).toMatchObject([{ rule: 'ambiguous-name' }])
    expect(findings[0]?.message).toContain('g1, g2')
    expect(idsIn(bind(desired, directory))).toEqual([undefined])
  })

  it('takes a pinned id if it is there and of that sort', async () => {
    const graph = answering({
      '/directoryObjects/getByIds': list(
        { '@odata.type': '#microsoft.graph.group', id: 'g1', displayName: 'Another name' },
        { '@odata.type': '#microsoft.graph.user', id: 'u1', userPrincipalName: 'x' },
      ),
    })
    const desired = ask([group('Pinned', 'G1'), group('Wrong sort', 'u1'), user('gone@contoso.com', 'u9')])
    const { directory, findings } = await resolveDirectory(graph, desired)
    expect(idsIn(bind(desired, directory))).toEqual(['g1', undefined, undefined])
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('no group with the id u1'),
      expect.stringContaining('no user with the id u9'),
    ])
  })

  it('finds sites by address, and takes the address that Graph has', async () => {
    const graph = answering({
      '/sites/c.sharepoint.com:/sites/My Site': { webUrl: 'https://c.sharepoint.com/sites/My%20Site' },
      '/sites/c.sharepoint.com': { webUrl: 'https://c.sharepoint.com' },
    })
    const site = (name: string): Ref => ({ $ref: 'site', name })
    const desired = ask([
      site('https://C.sharepoint.com/sites/My%20Site/'.replace('C.', 'c.')),
      site('https://c.sharepoint.com/'),
      site('https://c.sharepoint.com/sites/gone'),
      site('no address'),
    ])
    const { directory, findings } = await resolveDirectory(graph, desired)
    expect(idsIn(bind(desired, directory))).toEqual([
      'https://c.sharepoint.com/sites/My%20Site',
      'https://c.sharepoint.com',
      undefined,
      undefined,
    ])
    expect(findings.map(({ rule }) => rule)).toEqual(['not-in-directory', 'not-in-directory'])
  })

  it('never takes for absent what it may not read', async () => {
    const graph = answering({ [usersPath('ada@contoso.com', 'bob@contoso.com')]: { $status: 403 } })
    const { findings } = await resolveDirectory(graph, ask([user('ada@contoso.com'), user('bob@contoso.com')]))
    expect(findings).toMatchObject([{ rule: 'directory-not-readable', severity: 'error' }])
    expect(findings[0]?.message).toContain('ada@contoso.com, bob@contoso.com')
    expect(findings[0]?.help).toContain('User.Read.All')
  })

  it('looks at apps by display name', async () => {
    const path = "/servicePrincipals?$filter=displayName in ('Payroll')&$select=id,displayName"
    const app: Ref = { $ref: 'servicePrincipal', name: 'Payroll' }
    const { directory } = await resolveDirectory(
      answering({ [path]: list({ id: 's1', displayName: 'Payroll' }) }),
      ask([app]),
    )
    expect([...directory.ids.values()]).toEqual(['s1'])
  })

  it('leaves references to declared objects alone', async () => {
    const other: Ref = { $ref: 'access-package', name: 'B', address: 'catalog/Shop/access-package/B' }
    const desired = tenant(
      shop,
      declared('incompatible-package', 'B', { package: other }, accessPackage(shop, 'A')),
      role(shop, 'Catalog owner', user('a')),
    )
    const { directory } = await resolveDirectory(
      answering({ [usersPath('a')]: list({ id: 'u', userPrincipalName: 'a' }) }),
      desired,
    )
    expect(bind(desired, directory).objects[1]?.properties.package).toEqual(other)
  })
})
