import { describe, expect, it, vi } from 'vitest'
import { Refusal } from '../../src/dialogue/refusal.ts'
import { type GetSession, type SignInOptions, signIn } from '../../src/tenant/sign-in.ts'

const session = (accessToken: string) => ({
  id: '1',
  accessToken,
  account: { id: 'a', label: 'anna@contoso.com' },
  scopes: [],
})

const options = (getSession: GetSession, more: Partial<SignInOptions> = {}): SignInOptions => ({
  identity: { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com', cloud: 'global', protected: false },
  graph: 'https://graph.microsoft.com',
  permissions: ['EntitlementManagement.Read.All'],
  clientId: '',
  purpose: 'read entitlement management of Contoso',
  getSession,
  ...more,
})

describe('signIn', () => {
  it('asks for the permissions of this Graph, in the declared tenant, and says what for', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { account } = await signIn(options(getSession))
    expect(account).toBe('anna@contoso.com')
    const [provider, scopes, asked] = getSession.mock.calls[0] ?? []
    expect(provider).toBe('microsoft')
    expect(scopes).toEqual([
      'https://graph.microsoft.com/EntitlementManagement.Read.All',
      'offline_access',
      'VSCODE_TENANT:contoso.com',
      'VSCODE_CLIENT_ID:14d82eec-204b-4c2f-b7e8-296a70dab67e',
    ])
    expect(JSON.stringify(asked)).toContain('Entitle wants to read entitlement management of Contoso.')
  })

  it('prefers the id of a tenant to its domain, and an application of one’s own', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { identity } = options(getSession)
    await signIn(options(getSession, { identity: { ...identity, id: '0f3c' }, clientId: 'mine' }))
    expect(getSession.mock.calls[0]?.[1].slice(-2)).toEqual(['VSCODE_TENANT:0f3c', 'VSCODE_CLIENT_ID:mine'])
  })

  it('uses the accounts of sovereign clouds there', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { identity } = options(getSession)
    await signIn(options(getSession, { identity: { ...identity, cloud: 'usgov' } }))
    expect(getSession.mock.calls[0]?.[0]).toBe('microsoft-sovereign-cloud')
  })

  it('renews the token without asking, and keeps the first where VS Code has no other', async () => {
    const answers = [session('first'), session('second'), undefined]
    const getSession = vi.fn<GetSession>(async () => answers.shift())
    const { token } = await signIn(options(getSession))
    expect(await token()).toBe('second')
    expect(await token()).toBe('first')
    expect(getSession.mock.calls.slice(1).map(([, , asked]) => asked)).toEqual([{ silent: true }, { silent: true }])
  })

  it('refuses with the reason where a person declines', async () => {
    const declined = signIn(options(async () => Promise.reject(new Error('User did not consent to login.'))))
    await expect(declined).rejects.toThrow(Refusal)
    await expect(declined).rejects.toThrow(
      'You are not signed in to Contoso (User did not consent to login.). Nothing was changed.',
    )
  })

  it('refuses where there is no session', async () => {
    await expect(signIn(options(async () => undefined))).rejects.toThrow(
      'You are not signed in to Contoso. Nothing was changed.',
    )
  })
})
