import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/model/json.ts'
import type { HttpResponse, HttpTransport } from '../../src/ports/ports.ts'
import { read } from '../../src/read/read.ts'

const em = '/identityGovernance/entitlementManagement'
const catalog = {
  id: 'c1',
  displayName: 'Partners',
  description: '',
  state: 'published',
  isExternallyVisible: true,
  catalogType: 'userManaged',
}
const pages = 30
const perPage = 100
const packageId = (page: number, place: number) => `p${page}-${place}`

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Weak references are dropped only once the turn in which they were made is over. */
const collected = async () => {
  await new Promise(resolve => setImmediate(resolve))
  collect()
}

/** A tenant with one catalog of many packages, each with one policy, in pages; it knows which pages and which expansions are still held. */
function large() {
  const held: { readonly page: number; readonly weak: WeakRef<object> }[] = []
  const mostHeld = { pages: 0, looks: 0 }
  let sent = 0
  const lists: { readonly [path: string]: (page: number, place: number) => JsonObject } = {
    accessPackages: (page, place) => ({
      id: packageId(page, place),
      displayName: `Package ${page}-${place}`,
      description: '',
      isHidden: false,
      catalog: { ...catalog },
      resourceRoleScopes: [],
    }),
    assignmentPolicies: (page, place) => ({
      id: `a${page}-${place}`,
      displayName: 'All',
      description: '',
      allowedTargetScope: 'allMemberUsers',
      expiration: { type: 'noExpiration' },
      questions: [],
      customExtensionStageSettings: [],
      accessPackage: { id: packageId(page, place), displayName: 'Package' },
    }),
  }
  const answer = (path: string): HttpResponse => {
    const [place = '', query = ''] = decodeURIComponent(path).split('?')
    const list = lists[place.split('/').at(-1) ?? '']
    const body = (): JsonObject => {
      if (place === `${em}/catalogs`) return { value: [catalog] }
      if (list === undefined) return { value: [] }
      const page = Number(/skiptoken=(\d+)/.exec(query)?.[1] ?? 0)
      const value = Array.from({ length: perPage }, (_, each) => list(page, each))
      const next = `https://graph.microsoft.com/v1.0${place}?$skiptoken=${page + 1}`
      const whole: JsonObject = { value, ...(page + 1 < pages ? { '@odata.nextLink': next } : {}) }
      held.push({ page, weak: new WeakRef(whole) })
      return whole
    }
    return { status: 200, headers: {}, body: body() }
  }
  const alive = () => held.filter(({ weak }) => weak.deref() !== undefined).length
  const transport: HttpTransport = {
    async send({ path, body }) {
      // Next pages of lists that are read side by side travel in one batch, so any request may be one for a page.
      sent += 1
      if (sent % 5 === 0) {
        await collected()
        mostHeld.pages = Math.max(mostHeld.pages, alive())
        mostHeld.looks += 1
      }
      if (path !== '/$batch') return answer(path)
      const { requests } = body as unknown as { requests: readonly { id: string; url: string }[] }
      const responses = requests.map(({ id, url }) => ({ id, ...answer(url) })) as unknown as JsonObject[]
      return { status: 200, headers: {}, body: { responses } }
    },
  }
  return { transport, mostHeld, alive, asked: () => held.length }
}

describe('a tenant in many pages', () => {
  it('is read whole, without keeping pages that were read', async () => {
    const tenant = large()
    const { objects } = (
      await read(tenant.transport, { settings: false, organizations: 'none', catalogs: [{ names: ['Partners'] }] })
    ).tenant
    const count = (kind: string) => objects.filter(object => object.kind === kind).length
    expect([count('access-package'), count('assignment-policy')]).toEqual([pages * perPage, pages * perPage])
    expect(tenant.asked()).toBe(2 * pages)
    expect(tenant.mostHeld.looks).toBeGreaterThan(pages / 10)
    // Two lists are read side by side: the page in hand of each, and what came with the first of both.
    expect(tenant.mostHeld.pages).toBeLessThanOrEqual(4)
    expect(tenant.mostHeld.pages).toBeGreaterThan(0)
    await collected()
    expect(tenant.alive()).toBe(0)
    expect(objects[0]?.kind).toBe('catalog')
  })

  it('says how far it is, request by request', async () => {
    const told: { readonly requests: number; readonly objects: number }[] = []
    const { requests, objects } = await read(
      large().transport,
      { settings: false, organizations: 'none', catalogs: [{ names: ['Partners'] }] },
      { onProgress: progress => told.push({ ...progress }) },
    )
    expect(told.at(-1)).toEqual({ requests, objects })
    expect(told.map(each => each.requests)).toEqual(told.map(each => each.requests).toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(pages)
  })

  it('stops at the page at which it is cancelled', async () => {
    const abort = new AbortController()
    const { transport, asked } = large()
    const reading = read(
      {
        send: async (request, signal) => {
          signal?.throwIfAborted()
          if (asked() >= 10) abort.abort(new Error('Enough.'))
          return transport.send(request, signal)
        },
      },
      { settings: false, organizations: 'none', catalogs: [{ names: ['Partners'] }] },
      { signal: abort.signal },
    )
    await expect(reading).rejects.toThrow('Enough.')
    expect(asked()).toBeLessThan(14)
  })
})
