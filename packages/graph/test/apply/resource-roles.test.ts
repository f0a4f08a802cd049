import { describe, expect, it } from 'vitest'
import { limited } from '../../src/apply/limited.ts'
import { type RolePlaceholder, roleDirectory } from '../../src/apply/resource-roles.ts'
import { manualClock } from './manual-clock.ts'
import { answer, type Reply, scripted } from './scripted-transport.ts'

const resources = answer(200, {
  value: [
    {
      id: 'r-1',
      originId: 'g-1',
      originSystem: 'AadGroup',
      displayName: 'Engineers',
      scopes: [
        { id: 's-0', originId: 'x', isRootScope: false },
        { id: 's-1', originId: 'g-1', isRootScope: true },
      ],
    },
    { id: 'r-2', originId: 'a-1', originSystem: 'AadApplication', displayName: 'Salesforce', scopes: [] },
  ],
})
const roles = (...names: [string, string, string][]) =>
  answer(200, { value: names.map(([id, displayName, originId]) => ({ id, displayName, originId })) })
const unused = '00000000-0000-0000-0000-000000000000'
const groupRoles = roles([unused, 'Member', 'Member_g-1'], ['role-2', 'Owner', 'Owner_g-1'])

const placeholder = (part: RolePlaceholder['part'], more: Partial<RolePlaceholder> = {}): RolePlaceholder => ({
  role: 'Member',
  catalog: 'catalog/C',
  resource: 'catalog/C/catalog-resource/Engineers',
  part,
  ...more,
})

const directory = (script: readonly Reply[], otherwise?: Reply) => {
  const { transport, sent } = scripted(script, otherwise)
  const waits: number[] = []
  const under = limited(transport, manualClock().clock)
  const known = roleDirectory({
    send: request => under.send(request),
    idOf: address =>
      ({
        'catalog/C': 'c-1',
        'catalog/C/catalog-resource/Engineers': 'r-1',
        'catalog/C/catalog-resource/Salesforce': 'r-2',
      })[address],
    wait: async attempt => waits.push(attempt) > 0,
  })
  return { known, sent: () => sent.map(({ path }) => decodeURIComponent(path)), requests: sent, waits }
}

describe('roleDirectory', () => {
  it('reads the catalog with the filter that Graph demands, once', async () => {
    const { known, sent } = directory([resources, groupRoles])
    await known.load([placeholder('roleId'), placeholder('scopeId')])
    await known.load([placeholder('roleOriginId')])
    const em = '/identityGovernance/entitlementManagement'
    expect(sent()).toEqual([
      `${em}/catalogs/c-1/resources?$expand=scopes`,
      `${em}/catalogs/c-1/resourceRoles?$filter=(originSystem eq 'AadGroup' and resource/id eq 'r-1')&$expand=resource`,
    ])
  })

  it('leaves out the id of a role that no package has used yet', async () => {
    const { known } = directory([resources, groupRoles])
    await known.load([placeholder('roleId')])
    expect(known.part(placeholder('roleId'))).toBeUndefined()
    expect(known.part(placeholder('roleOriginId'))).toBe('Member_g-1')
    expect(known.part(placeholder('roleId', { role: 'Owner' }))).toBe('role-2')
    expect(known.part(placeholder('resourceId'))).toBe('r-1')
    expect(known.part(placeholder('scopeId'))).toBe('s-1')
    expect(known.part(placeholder('scopeOriginId'))).toBe('g-1')
  })

  it('knows the scope of a resource that lists none by its origin', async () => {
    const app = { resource: 'catalog/C/catalog-resource/Salesforce', role: 'Admin' }
    const { known } = directory([resources, roles(['role-9', 'Admin', 'app-role'])])
    await known.load([placeholder('roleId', app)])
    expect(known.part(placeholder('scopeId', app))).toBeUndefined()
    expect(known.part(placeholder('scopeOriginId', app))).toBe('a-1')
  })

  it('reads several resources in one $batch', async () => {
    const both = answer(200, {
      responses: ['1', '2'].map(id => ({
        id,
        status: 200,
        headers: {},
        body: { value: [{ id, displayName: 'Member' }] },
      })),
    })
    const { known, requests } = directory([resources, both])
    await known.load([
      placeholder('roleId'),
      placeholder('roleId', { resource: 'catalog/C/catalog-resource/Salesforce' }),
    ])
    expect(requests.map(({ path }) => path.split('?')[0]?.split('/').at(-1))).toEqual(['resources', '$batch'])
  })

  it('names the roles that there are', async () => {
    const { known } = directory([resources, groupRoles])
    await known.load([placeholder('roleId')])
    expect(() => known.part(placeholder('roleOriginId', { role: 'Mmber' }))).toThrow(
      "Engineers has no role 'Mmber'; it has 'Member', 'Owner'",
    )
  })

  it('takes another case only where there is one such role', async () => {
    const { known } = directory([resources, roles(['1', 'Admin', 'a'], ['2', 'ADMIN', 'b'], ['3', 'Reader', 'c'])])
    await known.load([placeholder('roleId')])
    expect(known.part(placeholder('roleOriginId', { role: 'Admin' }))).toBe('a')
    expect(known.part(placeholder('roleOriginId', { role: 'reader' }))).toBe('c')
    expect(() => known.part(placeholder('roleOriginId', { role: 'admin' }))).toThrow('has no role')
  })

  it('looks again while the resource or its roles are not there yet', async () => {
    const { known, waits } = directory([answer(200, { value: [] }), resources, roles(), resources, groupRoles])
    await known.load([placeholder('roleId')])
    expect(known.part(placeholder('roleOriginId'))).toBe('Member_g-1')
    expect(waits).toEqual([1, 2])
  })

  it('says so where it never comes', async () => {
    const { known, waits } = directory([], answer(200, { value: [] }))
    await known.load([placeholder('roleId')])
    expect(waits).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(() => known.part(placeholder('roleId'))).toThrow("Engineers is not in C yet, or its roles can't be read")
  })
})
