import type { HttpTransport, NameQuery, SuggestedNames } from '@entitle/graph'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { nameSources, tenantMeant } from '../../src/directory/name-source.ts'
import type { DeclaredTenant } from '../../src/language/requests.ts'

const { settings, window, getSession } = vi.hoisted(() => ({
  settings: new Map<string, unknown>(),
  window: { isTrusted: true },
  getSession: vi.fn(),
}))
vi.mock('vscode', () => ({
  authentication: { getSession },
  version: '1.106.0',
  workspace: {
    get isTrusted() {
      return window.isTrusted
    },
    getConfiguration: () => ({ get: (name: string, otherwise: unknown) => settings.get(name) ?? otherwise }),
  },
}))

beforeEach(() => {
  settings.clear()
  window.isTrusted = true
  getSession.mockReset()
})

const range = { uri: 'file:///a.entitle', start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
const tenant = (name: string, more: Partial<DeclaredTenant> = {}): DeclaredTenant => ({
  name,
  displayName: name.toUpperCase(),
  domain: `${name}.com`,
  cloud: 'global',
  protected: false,
  range,
  ...more,
})
const here: HttpTransport = { send: async () => ({ status: 200, headers: {}, body: { value: [] } }) }
const session = { id: '1', accessToken: 'secret', account: { id: 'a', label: 'anna@contoso.com' }, scopes: [] }
const query: NameQuery = { kind: 'group', prefix: 'sa' }

const meaning = (
  tenants: readonly DeclaredTenant[],
  { running = false, tenantId }: { running?: boolean; tenantId?: string } = {},
) => {
  const asked: HttpTransport[] = []
  const engine = {
    graphOrigin: () => 'https://graph.microsoft.com',
    permissionsToName: () => ['GroupMember.Read.All', 'Group.Read.All'],
    tokenFacts: () => (tenantId === undefined ? undefined : { tenantId }),
    declaredTransport: () => here,
    suggestNames: async (transport: HttpTransport): Promise<SuggestedNames> => {
      asked.push(transport)
      return { names: [], complete: true }
    },
  }
  const sandbox = running ? { running: Promise.resolve({ url: 'http://127.0.0.1:1', transport: here }) } : {}
  const entitle = { language: { tenants: async () => tenants }, sandbox, engine: () => engine }
  return { asked, find: nameSources(entitle as unknown as Parameters<typeof nameSources>[0]) }
}

describe('the tenant that is meant', () => {
  const two = [tenant('contoso'), tenant('test')]
  it.each<[string | undefined, string, readonly DeclaredTenant[], string | undefined]>([
    [undefined, '', [], undefined],
    [undefined, '', [tenant('contoso')], 'contoso'],
    [undefined, '', two, undefined],
    [undefined, 'test', two, 'test'],
    [undefined, 'gone', two, undefined],
    ['contoso', 'test', two, 'contoso'],
    ['gone', 'test', two, undefined],
  ])('is, where %s is written and %s selected', (said, chosen, tenants, expected) => {
    expect(tenantMeant(tenants, said, chosen)?.name).toBe(expected)
  })
})

describe('names are looked up', () => {
  it('in the sandbox while it runs, with nobody signed in', async () => {
    const { find, asked } = meaning([tenant('contoso')], { running: true })
    const source = await find({ query })
    expect(source).toMatchObject({ title: 'the sandbox tenant', key: 'http://127.0.0.1:1' })
    await source?.find(query, new AbortController().signal)
    expect(asked).toEqual([here])
    expect(getSession).not.toHaveBeenCalled()
  })

  it('in the selected tenant where somebody is signed in, without asking anybody', async () => {
    getSession.mockImplementation(async (_provider, scopes: string[]) =>
      scopes.some(scope => scope.endsWith('/Group.Read.All')) ? session : undefined,
    )
    const { find, asked } = meaning([tenant('contoso')], { tenantId: 't1' })
    const source = await find({ query })
    expect(source).toMatchObject({ title: 'CONTOSO', key: 't1 anna@contoso.com' })
    await source?.find(query, new AbortController().signal)
    expect(asked).toEqual([here])
    expect(getSession.mock.calls.every(([, , how]) => how.silent === true && !('createIfNone' in how))).toBe(true)
  })

  it.each<[string, () => void]>([
    ['nobody is signed in', () => getSession.mockResolvedValue(undefined)],
    ['signing in fails', () => getSession.mockRejectedValue(new Error('offline'))],
    [
      'the setting says so',
      () => {
        getSession.mockResolvedValue(session)
        settings.set('directory.complete', false)
      },
    ],
    [
      'the workspace is not trusted',
      () => {
        getSession.mockResolvedValue(session)
        window.isTrusted = false
      },
    ],
  ])('nowhere, where %s', async (_why, arrange) => {
    arrange()
    expect(await meaning([tenant('contoso')]).find({ query })).toBeUndefined()
  })

  it('never in another tenant than the one that is declared', async () => {
    getSession.mockResolvedValue(session)
    const declared = tenant('contoso', { id: 'T1' })
    expect(await meaning([declared], { tenantId: 't2' }).find({ query })).toBeUndefined()
    expect(await meaning([declared], { tenantId: 't1' }).find({ query })).toBeDefined()
  })

  it('nowhere where the declaration does not say which tenant it is', async () => {
    const { domain: _domain, ...nowhere } = tenant('contoso')
    expect(await meaning([nowhere]).find({ query })).toBeUndefined()
    expect(getSession).not.toHaveBeenCalled()
  })
})
