import { describe, expect, it } from 'vitest'
import { em, rehearse } from './harness.ts'

describe('filters', () => {
  it.each([
    ["displayName eq 'SALES'", ['Sales']],
    ["displayName ne 'Sales'", ["O'Brien", 'Marketing', 'Team Red']],
    ["displayName eq 'O''Brien'", ["O'Brien"]],
    ["displayName in ('Sales','Marketing','Nobody')", ['Sales', 'Marketing']],
    ["startswith(displayName,'Team')", ['Team Red']],
    ["contains(tolower(displayName),'team')", ['Team Red']],
    [
      "not startswith(displayName,'Team') and (displayName eq 'Sales' or displayName eq 'Marketing')",
      ['Sales', 'Marketing'],
    ],
    ['isHidden eq true', ['Team Red']],
    ['isHidden', ['Team Red']],
    ["displayName gt 'N' and displayName lt 'S'", ["O'Brien"]],
    ["catalog/displayName eq 'Partners'", ['Sales', "O'Brien", 'Marketing', 'Team Red']],
    ['createdDateTime lt 2001-01-01T00:00:00Z', []],
    ["assignmentPolicies/any(p:p/displayName eq 'All members')", ['Sales']],
    ['assignmentPolicies/any()', ['Sales']],
    ["incompatibleGroups/any(g: g/displayName eq 'Engineering')", []],
  ])('%s', async (filter, expected) => {
    const { send, get, catalog, accessPackage, policy } = await rehearse()
    const id = await catalog()
    const sales = await accessPackage(id)
    for (const name of ["O'Brien", 'Marketing']) await accessPackage(id, name)
    await send('PATCH', `${em}/accessPackages/${await accessPackage(id, 'Team Red')}`, { isHidden: true })
    await policy(sales)
    const { status, body } = await get(`${em}/accessPackages?$filter=${encodeURIComponent(filter)}`)
    expect(status).toBe(200)
    expect(body.value.map((found: { displayName: string }) => found.displayName)).toEqual(expected)
  })

  it('reaches into identity sources by type cast', async () => {
    const { get, post } = await rehearse()
    const tenantId = '11111111-1111-4111-8111-111111111111'
    const create = (displayName: string, source: object) =>
      post(`${em}/connectedOrganizations`, { displayName, identitySources: [source] })
    await create('By tenant', {
      '@odata.type': '#microsoft.graph.azureActiveDirectoryTenant',
      tenantId,
      displayName: 'x',
    })
    await create('By domain', { '@odata.type': 'microsoft.graph.domainIdentitySource', domainName: 'fabrikam.com' })
    const filter = `identitySources/any(is:is/microsoft.graph.azureActiveDirectoryTenant/tenantId eq '${tenantId}')`
    const { body } = await get(`${em}/connectedOrganizations?$filter=${filter}`)
    expect(body.value).toMatchObject([{ displayName: 'By tenant' }])
  })

  it.each([
    ["id eq 'abc'", 'InvalidFilter', 'Unrecognized Guid format'],
    ["nonsense eq 'abc'", 'InvalidFilter', "'nonsense'"],
    ["displayName eq 'abc", 'InvalidFilter', 'unterminated'],
    ["displayName is 'abc'", 'InvalidFilter', 'Syntax error'],
    ["isHidden eq 'true'", 'InvalidFilter', 'incompatible types'],
    ["(displayName eq 'a'", 'InvalidFilter', 'at its end'],
  ])('refuses %s', async (filter, code, message) => {
    const { get } = await rehearse()
    const { status, body } = await get(`${em}/accessPackages?$filter=${filter}`)
    expect([status, body.error.code]).toEqual([400, code])
    expect(body.error.message).toContain(message)
    expect(body.error.innerError).toMatchObject({
      'request-id': expect.any(String),
      'client-request-id': expect.any(String),
      date: expect.any(String),
    })
  })

  it('compares enumerations whatever their case and refuses foreign members', async () => {
    const { get } = await rehearse()
    expect((await get(`${em}/catalogs?$filter=catalogType eq 'ServiceDefault'`)).body.value).toHaveLength(1)
    expect((await get(`${em}/catalogs?$filter=catalogType eq 'mine'`)).status).toBe(400)
  })
})

describe('pages', () => {
  async function twelve() {
    const tenant = await rehearse({ pageSize: 5 })
    const id = await tenant.catalog()
    for (let number = 0; number < 12; number++) await tenant.accessPackage(id, `P${String(number).padStart(2, '0')}`)
    const walk = async (query: string) => {
      const pages: string[][] = []
      let url: string | undefined = `${em}/accessPackages?${query}`
      while (url) {
        const { body } = await tenant.get(url)
        pages.push(body.value.map((found: { displayName: string }) => found.displayName))
        url = body['@odata.nextLink']
      }
      return pages
    }
    return { ...tenant, walk }
  }

  it('leads through all of a collection by nextLink, $top making pages smaller but never larger', async () => {
    const { walk } = await twelve()
    expect((await walk('')).map(page => page.length)).toEqual([5, 5, 2])
    expect((await walk('$top=4')).map(page => page.length)).toEqual([4, 4, 4])
    expect((await walk('$top=999')).map(page => page.length)).toEqual([5, 5, 2])
    expect(new Set((await walk('')).flat()).size).toBe(12)
  })

  it('keeps filter, order and expand from page to page', async () => {
    const { walk, get } = await twelve()
    const sorted = (await walk('$orderby=displayName desc&$skip=1')).flat()
    expect(sorted).toEqual([...sorted].sort().reverse())
    expect(sorted).toHaveLength(11)
    expect((await walk("$filter=startswith(displayName,'P0')&$expand=catalog")).flat()).toHaveLength(10)
    const { body } = await get(`${em}/accessPackages?$count=true&$filter=startswith(displayName,'P0')&$top=2`)
    expect(body['@odata.count']).toBe(10)
    expect(body.value).toHaveLength(2)
  })

  it('selects and expands with nested options', async () => {
    const { get } = await twelve()
    const { body } = await get(
      `${em}/catalogs?$select=displayName&$expand=accessPackages($select=displayName;$top=2;$orderby=displayName desc)`,
    )
    expect(body.value[1]).toEqual({
      displayName: 'Partners',
      accessPackages: [{ displayName: 'P11' }, { displayName: 'P10' }],
    })
  })

  it.each([
    '$top=0',
    '$top=x',
    '$skip=-1',
    '$expand=nothing',
    '$select=nothing',
    '$orderby=nothing',
    '$levels=2',
    '$skiptoken=x',
    '$top=1&$top=2',
    '$expand=catalog(nonsense)',
  ])('refuses %s', async query => {
    const { get } = await rehearse()
    expect((await get(`${em}/accessPackages?${query}`)).status).toBe(400)
  })
})

it('says where it does not search, rather than finding everything', async () => {
  const { get } = await rehearse()
  const { status, body } = await get(`${em}/catalogs?$search="displayName:Ada"`)
  expect([status, body.error.message]).toEqual([501, expect.stringContaining('$search')])
})
