import { describe, expect, it } from 'vitest'
import { type NameQuery, nameRequest } from '../../src/read/name-request.ts'
import { suggestNames } from '../../src/read/suggest-names.ts'
import { answering, list } from '../worlds/answering.ts'

const pathOf = (query: NameQuery) => decodeURIComponent(nameRequest(query).path)
const user = 'id,displayName,userPrincipalName,mail'
const group = 'id,displayName,mail,groupTypes,securityEnabled,onPremisesSyncEnabled'
const app = 'id,displayName,appId'

describe('the request', () => {
  it.each<[NameQuery, string]>([
    [
      { kind: 'user', prefix: 'an' },
      `/users?$search="displayName:an" OR "userPrincipalName:an" OR "mail:an"&$select=${user}&$top=20`,
    ],
    [
      { kind: 'group', prefix: ' Sales & Co ' },
      `/groups?$search="displayName:Sales & Co" OR "mail:Sales & Co"&$select=${group}&$top=20`,
    ],
    [
      { kind: 'servicePrincipal', prefix: 'a"b\\c', limit: 5 },
      `/servicePrincipals?$search="displayName:a\\"b\\\\c"&$select=${app}&$top=5`,
    ],
    [{ kind: 'group', prefix: '' }, `/groups?$select=${group}&$top=20`],
    [{ kind: 'group', prefix: ' – "' }, `/groups?$select=${group}&$top=20`],
    [{ kind: 'site', prefix: '' }, '/sites?search=*&$select=id,displayName,name,webUrl&$top=20'],
    [{ kind: 'site', prefix: 'Sales "EU' }, '/sites?search=Sales EU*&$select=id,displayName,name,webUrl&$top=20'],
    [
      { kind: 'site', prefix: 'https://contoso.sharepoint.com/sites/fin' },
      '/sites?search=fin*&$select=id,displayName,name,webUrl&$top=20',
    ],
    [{ kind: 'site', prefix: 'https://con' }, '/sites?search=*&$select=id,displayName,name,webUrl&$top=20'],
    [
      { kind: 'role', of: "O'Hara & Sons", prefix: 'x' },
      "/servicePrincipals?$filter=displayName eq 'O''Hara & Sons'&$select=id,appRoles",
    ],
  ])('%o', (query, path) => {
    expect(pathOf(query)).toBe(path)
  })

  it('leaves nothing of what is typed outside its place in the address', () => {
    const { path } = nameRequest({ kind: 'group', prefix: '&$top=999#x?' })
    expect(path.split('&')).toHaveLength(3)
    expect(path).not.toContain('#')
  })

  it('asks for eventual consistency only where it searches', () => {
    expect(nameRequest({ kind: 'user', prefix: 'a' }).headers).toEqual({ ConsistencyLevel: 'eventual' })
    expect(nameRequest({ kind: 'user', prefix: '' }).headers).toBeUndefined()
    expect(nameRequest({ kind: 'site', prefix: 'a' }).headers).toBeUndefined()
  })
})

const suggested = (query: NameQuery, body: object) =>
  suggestNames(answering({ [pathOf(query)]: body as ReturnType<typeof list> }), query)

describe('the names', () => {
  it('of users are their principal names, called by their display names', async () => {
    const query = { kind: 'user', prefix: 'a' } as const
    const answer = await suggested(
      query,
      list(
        { id: '2', displayName: 'Bo', userPrincipalName: 'bo@contoso.com', mail: 'bo.b@contoso.com' },
        { id: '1', displayName: 'Ana', userPrincipalName: 'ana@contoso.com', mail: 'Ana@contoso.com' },
        { id: '3', displayName: null, userPrincipalName: 'cy@contoso.com', mail: null },
        { id: '4', displayName: 'Nobody' },
      ),
    )
    expect(answer).toEqual({
      complete: true,
      names: [
        { name: 'ana@contoso.com', label: 'Ana', detail: 'ana@contoso.com', about: '', id: '1', shared: false },
        {
          name: 'bo@contoso.com',
          label: 'Bo',
          detail: 'bo@contoso.com',
          about: 'bo.b@contoso.com',
          id: '2',
          shared: false,
        },
        {
          name: 'cy@contoso.com',
          label: 'cy@contoso.com',
          detail: 'cy@contoso.com',
          about: '',
          id: '3',
          shared: false,
        },
      ],
    })
  })

  it('of groups say of which sort they are, and tell those of one name apart', async () => {
    const query = { kind: 'group', prefix: 'sales' } as const
    const answer = await suggested(
      query,
      list(
        { id: 'g1', displayName: 'Sales', mail: null, groupTypes: [], securityEnabled: true },
        { id: 'g2', displayName: 'SALES', mail: 's@contoso.com', groupTypes: ['Unified'], securityEnabled: false },
        { id: 'g3', displayName: 'Sales EU', mail: null, groupTypes: ['DynamicMembership'], securityEnabled: true },
        { id: 'g4', displayName: 'Sales US', mail: 'u@contoso.com', groupTypes: [], securityEnabled: false },
        { id: 'g5', displayName: 'Sales X', groupTypes: [], securityEnabled: true, onPremisesSyncEnabled: true },
        { id: 'g1', displayName: 'Sales', mail: null, groupTypes: [], securityEnabled: true },
      ),
    )
    if (!('names' in answer)) throw new Error('it failed')
    expect(answer.names.map(({ name, detail, about, shared }) => [name, detail, about, shared])).toEqual([
      ['Sales', 'g1', 'security group', true],
      ['SALES', 's@contoso.com', 'Microsoft 365 group', true],
      ['Sales EU', '', 'security group, its members follow a rule', false],
      ['Sales US', 'u@contoso.com', 'distribution list', false],
      ['Sales X', '', 'security group, synchronized from on-premises', false],
    ])
  })

  it('of applications come with their ids, those of sites are their addresses', async () => {
    const apps = await suggested(
      { kind: 'servicePrincipal', prefix: 'c' },
      list({ id: 'a', displayName: 'CRM', appId: 'x' }),
    )
    expect(apps).toMatchObject({ names: [{ name: 'CRM', detail: 'x', id: 'a' }] })
    const webUrl = 'https://contoso.sharepoint.com/sites/fin'
    const sites = await suggested({ kind: 'site', prefix: 'fin' }, list({ id: 's', displayName: 'Finance', webUrl }))
    expect(sites).toMatchObject({ names: [{ name: webUrl, label: 'Finance', detail: webUrl }] })
  })

  it('of roles are those that people can have', async () => {
    const role = (displayName: string, more: object = {}) => ({
      displayName,
      value: `v.${displayName}`,
      description: 'd',
      isEnabled: true,
      allowedMemberTypes: ['User'],
      ...more,
    })
    const query = { kind: 'role', of: 'CRM', prefix: 'ADM' } as const
    const answer = await suggested(
      query,
      list({
        id: 'a',
        appRoles: [
          role('Admin'),
          role('Reader'),
          role('Admin of old', { isEnabled: false }),
          role('Admin daemon', { allowedMemberTypes: ['Application'] }),
        ],
      }),
    )
    expect(answer).toEqual({
      complete: true,
      names: [{ name: 'Admin', label: 'Admin', detail: 'v.Admin', about: 'd', id: '', shared: false }],
    })
    const none = { kind: 'role', of: 'CRM', prefix: '' } as const
    expect(await suggested(none, list({ id: 'a', appRoles: [] }))).toMatchObject({
      names: [{ name: 'Default Access' }],
    })
    expect(await suggested(none, list())).toEqual({ complete: true, names: [] })
  })

  it('are not all, where others follow or the limit is reached', async () => {
    const query = { kind: 'servicePrincipal', prefix: 'c', limit: 1 } as const
    const [one, two] = [
      { id: '1', displayName: 'C1' },
      { id: '2', displayName: 'C2' },
    ]
    expect(await suggested(query, list(one))).toMatchObject({ complete: true })
    expect(await suggested(query, { ...list(one), '@odata.nextLink': 'https://x' })).toMatchObject({ complete: false })
    expect(await suggested(query, list(one, two))).toMatchObject({ complete: false, names: [{ name: 'C1' }] })
  })

  it('that may not be read are a failure, and nothing is asked twice', async () => {
    const query = { kind: 'user', prefix: 'a' } as const
    const graph = answering({ [pathOf(query)]: { $status: 403 } })
    expect(await suggestNames(graph, query)).toMatchObject({ failure: { status: 403 } })
    expect(graph.sent).toHaveLength(1)
  })

  it('are not asked for once that is cancelled', async () => {
    const graph = answering({})
    await expect(suggestNames(graph, { kind: 'user', prefix: 'a' }, AbortSignal.abort())).rejects.toThrow('aborted')
    expect(graph.sent).toEqual([])
  })
})
