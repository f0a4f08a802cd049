import { type Diagnosis, diagnose, type HttpTransport, NotSentError, TransportError, type Visit } from '@entitle/graph'
import { describe, expect, it } from 'vitest'

const token = {
  kind: 'person',
  scopes: ['EntitlementManagement.Read.All'],
  roles: [],
  objectId: 'a',
  account: 'anna',
} as const
const identity = { name: 'contoso', displayName: 'Contoso', id: '1', cloud: 'usgov', protected: false } as const

const failing = (error: Error): HttpTransport => ({ send: () => Promise.reject(error) })
const visit = (more: Partial<Visit> = {}): Visit => ({
  transport: failing(new Error('Nothing may be asked.')),
  token: { ...token, tenantId: '1', clientId: 'tools' },
  tenantId: '1',
  identity,
  ...more,
})
const outline = (found: readonly Diagnosis[]) => found.map(({ topic, state }) => `${topic}: ${state}`)

/** Graph where nothing is there, and every list may be read. */
const empty: HttpTransport = {
  async send({ path, body }) {
    const answer = { status: 200, headers: {}, body: { value: [], '@odata.count': 0 } }
    if (!path.endsWith('/$batch')) return answer
    const { requests } = body as { requests: readonly { id: string }[] }
    return { ...answer, body: { responses: requests.map(({ id }) => ({ id, ...answer })) } }
  },
}

describe('diagnose', () => {
  it('asks nothing else in a tenant that is not the one that is meant', async () => {
    const [only, ...more] = await diagnose(visit({ tenantId: '2', way: 'VS Code' }))
    expect(more).toEqual([])
    expect(only).toEqual({
      topic: 'sign-in',
      state: 'problem',
      says: 'Signed in with VS Code as anna (a person), tenant 2 in US Government L4 (GCC High)',
      because: 'you are signed in to the tenant 2, not 1',
      remedy: 'Sign in with an account of the tenant that is meant.',
    })
  })

  it('names another way to sign in where there is one', async () => {
    const [only] = await diagnose(visit({ tenantId: '2', otherWay: '--auth' }))
    expect(only?.remedy).toBe('Sign in with an account of the tenant that is meant, or choose another way with --auth.')
  })

  it('asks an application for the permission that applications need to look users up', async () => {
    const user = { $ref: 'user', name: 'anna@contoso.com' }
    const properties = { displayName: 'Shop', owners: [user] }
    const objects = [{ kind: 'catalog', address: 'catalog:shop', name: 'Shop', properties }]
    const asks = async (kind: 'application' | 'person', permission: string) => {
      const carried = ['EntitlementManagement.ReadWrite.All', permission]
      const who = { ...token, kind, scopes: carried, roles: carried, tenantId: '1' }
      const found = await diagnose(visit({ transport: empty, token: who, desired: { objects } as never }))
      return found.filter(({ says }) => says.includes('User.Read')).map(({ state, says }) => `${state}: ${says}`)
    }
    expect(await asks('application', 'User.ReadBasic.All')).toEqual(['problem: The token does not carry User.Read.All'])
    expect(await asks('person', 'User.ReadBasic.All')).toEqual(['ok: User.ReadBasic.All: to look up users by name'])
  })

  it('tells that no answer comes', async () => {
    const found = await diagnose(visit({ transport: failing(new TransportError('The line is cut.')) }))
    expect(outline(found)).toEqual(['sign-in: ok', 'network: problem'])
    expect(found[1]?.says).toBe('The line is cut.')
  })

  it('tells that a challenge was not met', async () => {
    const transport = failing(new NotSentError('Signing in did not work: you cancelled.'))
    expect(await diagnose(visit({ transport }))).toEqual([
      { topic: 'sign-in', state: 'problem', says: 'Signing in did not work: you cancelled' },
    ])
  })

  it('hides no other failure', async () => {
    await expect(diagnose(visit())).rejects.toThrow('Nothing may be asked.')
  })

  it('gives the page on which an administrator agrees, in the cloud of the tenant', async () => {
    const found = await diagnose(visit({ transport: empty, desired: { objects: [] } }))
    const write = found.find(({ says }) => says.endsWith('EntitlementManagement.ReadWrite.All'))
    expect(write?.link).toMatch(/^https:\/\/login\.microsoftonline\.us\/1\/v2\.0\/adminconsent\?client_id=tools&/)
    expect(write?.remedy).toContain(String(write?.link))
  })

  it('gives none in a sandbox, or where the application is not known', async () => {
    const { clientId: _, ...nameless } = { ...token, tenantId: '1', clientId: 'tools' }
    const desired = { objects: [] }
    for (const each of [
      visit({ identity: undefined, transport: empty, desired }),
      visit({ token: nameless, transport: empty, desired }),
    ]) {
      const found = await diagnose(each)
      expect(found.some(({ topic, state }) => topic === 'permissions' && state === 'problem')).toBe(true)
      expect(found.filter(({ link }) => link !== undefined)).toEqual([])
    }
  })
})
