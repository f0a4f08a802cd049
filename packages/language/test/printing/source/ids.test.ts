import type { TenantObject } from '@entitle/graph'
import { printTenant } from '@entitle/language'
import { describe, expect, it } from 'vitest'
import { accessPackage, catalog, group, live, tenantOf, user } from './live.ts'

const printed = (...objects: readonly TenantObject[]) =>
  Object.fromEntries(printTenant(tenantOf(...objects)).files.map(({ path, text }) => [path, text]))
const owner = (name: string, id?: string) =>
  live(
    'catalog-role',
    `Catalog owner ${name} ${id ?? ''}`,
    { role: 'Catalog owner', principal: group(name, id) },
    catalog,
  )

describe('ids of a tenant that was read', () => {
  it('are left out where a name tells', () => {
    const files = printed(catalog, owner('Governance'), accessPackage)
    expect(Object.values(files).join('')).not.toContain('id ')
    expect(files).toEqual({
      'partners.entitle':
        'catalog partners "Partners" {\n  owners group "Governance"\n\n  package alpine "Alpine"\n}\n',
    })
  })

  it('pin groups that share a name, whatever its case', () => {
    const files = printed(catalog, owner('Sales', '1'), owner('sales', '2'), owner('Other', '3'))
    expect(files['directory.entitle']).toBe(
      'group sales        "Sales" { id "1" }\ngroup sales-group  "sales" { id "2" }\n',
    )
    expect(files['partners.entitle']).toContain('owners sales, sales-group, group "Other"')
  })

  it('pin what has no known name', () => {
    const files = printed(catalog, owner('0f3c', '0f3c'), owner('', '0f3d'))
    expect(files['directory.entitle']).toBe('group group-2  "" { id "0f3d" }\ngroup group-3  "0f3c" { id "0f3c" }\n')
  })

  it('tell an object from its namesake, and say that the name is not enough', () => {
    const twin = live('catalog', 'partners', { displayName: 'partners ', state: 'published' }, undefined, {
      id: 'second',
    })
    const { files, unsaid } = printTenant(tenantOf(catalog, twin))
    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['partners.entitle', 'catalog partners "Partners" {\n  id "id of Partners"\n}\n'],
      ['partners-2.entitle', 'catalog partners-2 "partners " {\n  id "second"\n}\n'],
    ])
    expect(unsaid.map(({ address, path }) => [address, path])).toEqual([
      ['catalog/Partners', 'displayName'],
      ['catalog/partners', 'displayName'],
    ])
  })

  it('are never needed for sites, whose address is their name', () => {
    const site = {
      $ref: 'site',
      name: 'https://c.sharepoint.com/sites/wiki',
      id: 'https://c.sharepoint.com/sites/wiki',
    } as const
    const files = printed(
      catalog,
      live('catalog-resource', site.name, { originSystem: 'SharePointOnline', resource: site }, catalog),
    )
    expect(files['partners.entitle']).toContain('resources site "https://c.sharepoint.com/sites/wiki"')
  })
})

describe('ids of a desired tenant', () => {
  const desired = ({ raw: _raw, id: _id, ...rest }: TenantObject, id?: string): TenantObject =>
    id === undefined ? rest : { ...rest, id }

  it('are said where the sources pin them', () => {
    const role = desired(owner('Governance', '0f3c'))
    expect(printed(desired(catalog, 'pinned'), role)).toEqual({
      'directory.entitle': 'group governance "Governance" { id "0f3c" }\n',
      'partners.entitle': 'catalog partners "Partners" {\n  id "pinned"\n  owners governance\n}\n',
    })
  })
})

describe('directory objects', () => {
  it('are declared where they are used twice, else written in place', () => {
    const role = (name: string, principal: TenantObject['properties']['principal'] = user('anna@contoso.com')) =>
      live('catalog-role', `${name} anna`, { role: name, principal: principal ?? null }, catalog)
    const files = printed(
      catalog,
      role('Catalog owner'),
      role('Catalog reader'),
      role('Access package manager', user('kim@contoso.com')),
    )
    expect(files['directory.entitle']).toBe('user anna "anna@contoso.com"\n')
    expect(files['partners.entitle']).toBe(
      'catalog partners "Partners" {\n  owners anna\n  readers anna\n  package managers user "kim@contoso.com"\n}\n',
    )
  })

  it('keep out of the way of packages, words and what the workspace has', () => {
    const exclusion = (name: string) => live('incompatible-group', name, { group: group(name) }, accessPackage)
    const twice = (name: string) => [owner(name), exclusion(name)]
    const of = tenantOf(
      catalog,
      accessPackage,
      ...twice('Alpine'),
      ...twice('Manager'),
      ...twice('Taken'),
      ...twice('Any'),
    )
    const { files } = printTenant(of, { taken: { directory: ['taken'] } })
    expect(files.find(({ path }) => path === 'directory.entitle')?.text.match(/^group \S+/gm)).toEqual([
      'group alpine-group',
      'group any-group',
      'group manager-group',
      'group taken-group',
    ])
  })
})

it('names and files keep out of the way of what the workspace has', () => {
  const taken = { catalogs: ['partners'], tenants: ['contoso'], files: ['tenant.entitle', 'Partners-2.entitle'] }
  const identity = { name: 'contoso', displayName: 'contoso', cloud: 'usgov', protected: false, id: '0f3c' } as const
  expect(printTenant(tenantOf(catalog), { identity, taken }).files).toEqual([
    { path: 'tenant-2.entitle', text: 'tenant contoso-2 "contoso" {\n  id "0f3c"\n  cloud usgov\n}\n' },
    { path: 'partners-2-2.entitle', text: 'catalog partners-2 "Partners"\n' },
  ])
})

it('a tenant of nothing is no file', () => {
  expect(printTenant(tenantOf())).toEqual({ files: [], unsaid: [] })
})
