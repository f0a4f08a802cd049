import { describe, expect, it } from 'vitest'
import { clientOf, rehearse, signIn } from './harness.ts'

const names = (body: { value: { displayName: string }[] }) => body.value.map(({ displayName }) => displayName)

const searching = async () => {
  const { sandbox } = await rehearse()
  sandbox.seed({
    groups: [{ displayName: 'Sales - Europe' }, { displayName: 'PreSales "EU"', kind: 'microsoft365' }],
    users: [{ userPrincipalName: 'z@contoso.com', displayName: 'Zoe', mail: 'zoe.zimmer@contoso.com' }],
    sites: [{ webUrl: 'https://contoso.sharepoint.com/sites/FinanceTeam', displayName: 'Money Matters' }],
  })
  const token = await signIn(sandbox)
  const get = async (path: string, headers: Record<string, string> = { ConsistencyLevel: 'eventual' }) => {
    const request = new Request(`https://graph.microsoft.com/v1.0${path}`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    })
    const response = await sandbox.fetch(request)
    return { status: response.status, body: JSON.parse(await response.text()) }
  }
  return { sandbox, token, get }
}
const search = (path: string, text: string) => `${path}?$search=${encodeURIComponent(text)}`

describe('$search', () => {
  it.each<[path: string, text: string, expected: readonly string[]]>([
    ['/groups', '"displayName:eng"', ['Engineering']],
    ['/groups', '"displayName:EUROPE"', ['Sales - Europe']],
    ['/groups', '"displayName:sales"', ['Sales - Europe', 'PreSales "EU"']],
    ['/groups', '"displayName:sales eu"', ['Sales - Europe', 'PreSales "EU"']],
    ['/groups', '"displayName:\\"EU\\""', ['Sales - Europe', 'PreSales "EU"']],
    ['/groups', '"displayName:ales"', []],
    ['/groups', '"displayName:pre" AND "displayName:sales"', ['PreSales "EU"']],
    ['/groups', '"displayName:eng" OR "displayName:pre" AND "displayName:nobody"', ['Engineering']],
    ['/groups', '"mail:presales"', ['PreSales "EU"']],
    ['/users', '"displayName:lovelace" OR "mail:zoe"', ['Ada Lovelace', 'Zoe']],
    ['/users', '"mail:zimmer"', []],
    ['/users', '"userPrincipalName:guest@"', ['Gus Guest']],
    ['/servicePrincipals', '"displayName:sales"', ['Salesforce']],
  ])('of %s for %s', async (path, text, expected) => {
    const { get } = await searching()
    const { status, body } = await get(search(path, text))
    expect(status).toBe(200)
    expect(names(body)).toEqual(expected)
  })

  it('goes together with $filter and pages', async () => {
    const { get } = await searching()
    const path = `${search('/groups', '"displayName:sales"')}&$top=1&$select=displayName`
    const first = await get(path)
    expect(names(first.body)).toEqual(['Sales - Europe'])
    const next = String(first.body['@odata.nextLink']).replace(/^.*\/v1\.0/, '')
    const second = await get(next)
    expect([names(second.body), second.body['@odata.nextLink']]).toEqual([['PreSales "EU"'], undefined])
    expect(names((await get(`${path}&$filter=mailEnabled eq true`)).body)).toEqual(['PreSales "EU"'])
  })

  it('wants the client to take late results', async () => {
    const { get } = await searching()
    const { status, body } = await get(search('/users', '"displayName:a"'), {})
    expect([status, body.error.code]).toEqual([400, 'Request_UnsupportedQuery'])
    expect(body.error.message).toContain('ConsistencyLevel: eventual')
  })

  it('takes the header within a batch, too', async () => {
    const { sandbox, token } = await searching()
    const url = search('/groups', '"displayName:eng"')
    const { body } = await clientOf(sandbox, token).post('/$batch', {
      requests: [{ id: '1', method: 'GET', url, headers: { ConsistencyLevel: 'eventual' } }],
    })
    expect(names(body.responses[0].body)).toEqual(['Engineering'])
  })

  it.each([
    ['displayName:a', 400],
    ['"displayName:a', 400],
    ['"displayName:a" "displayName:b"', 400],
    ['"displayName:a" OR', 400],
    ['"a"', 400],
    ['"nonsense:a"', 400],
    ['"groupTypes:a"', 400],
    ['', 400],
    ['("displayName:a")', 501],
    ['NOT "displayName:a"', 501],
  ])('refuses %s', async (text, refusal) => {
    const { get } = await searching()
    expect((await get(search('/groups', text))).status).toBe(refusal)
  })
})

describe('sites', () => {
  it.each([
    ['*', ['Partners', 'Money Matters']],
    ['', ['Partners', 'Money Matters']],
    ['money', ['Money Matters']],
    ['mone', []],
    ['mone*', ['Money Matters']],
    ['team matt*', ['Money Matters']],
    ['fin*', ['Money Matters']],
    ['partners money', []],
  ])('with the words %s', async (words, expected) => {
    const { get } = await searching()
    const { body } = await get(`/sites?search=${encodeURIComponent(words)}`)
    expect(names(body)).toEqual(expected)
  })
})
