import { Client, GraphError, PageIterator } from '@microsoft/microsoft-graph-client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { everyKind, expected, type OtherClient, tenant } from './every-kind.ts'

afterEach(() => vi.unstubAllGlobals())

/** Microsoft's client by itself, as it is installed: it asks graph.microsoft.com, and the sandbox answers. */
async function signedIn() {
  const { sandbox, token, fetch } = await tenant()
  vi.stubGlobal('fetch', fetch)
  return { sandbox, graph: Client.init({ authProvider: done => done(null, token) }) }
}

const otherClient = (graph: Client): OtherClient => ({
  get: path => graph.api(path).get(),
  list: async path => (await graph.api(path).get()).value,
  create: (path, _type, body) => graph.api(path).post(body),
  update: async (verb, path, _type, body) => {
    await (verb === 'PUT' ? graph.api(path).put(body) : graph.api(path).patch(body))
  },
  refer: async (path, to) => {
    await graph.api(path).post({ '@odata.id': to })
  },
  remove: async path => {
    await graph.api(path).delete()
  },
})

describe("Microsoft's own client for JavaScript", () => {
  it('lists, creates, updates and deletes each kind', async () => {
    const { sandbox, graph } = await signedIn()
    expect(await everyKind(otherClient(graph))).toEqual(expected)
    expect(sandbox.requests.filter(({ status }) => status >= 400)).toEqual([])
  })

  it('reads page after page, and understands a refusal', async () => {
    const { graph } = await signedIn()
    const catalogs = '/identityGovernance/entitlementManagement/catalogs'
    for (const displayName of ['A', 'B', 'C']) await graph.api(catalogs).post({ displayName })
    const names: string[] = []
    const first = await graph.api(catalogs).top(2).orderby('displayName desc').get()
    await new PageIterator(graph, first, ({ displayName }) => names.push(displayName) > 0).iterate()
    expect(names).toEqual(['General', 'C', 'B', 'A'])
    const refused = await graph
      .api(`${catalogs}/11111111-1111-4111-8111-111111111111`)
      .get()
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(GraphError)
    expect(refused).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
  })

  it('waits as long as it is told when it is throttled', async () => {
    const { sandbox, graph } = await signedIn()
    sandbox.faults.add({ do: { kind: 'status', status: 429, retryAfter: 1 } })
    const { value } = await graph.api('/identityGovernance/entitlementManagement/catalogs').get()
    expect(value).toHaveLength(1)
    expect(sandbox.requests.map(({ status }) => status)).toEqual([200, 429, 200])
  })
})
