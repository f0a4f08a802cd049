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
  takesChallenges: true,
  explain: error => ({ says: error instanceof Error ? error.message.replace(/\.$/, '') : '' }),
  ...more,
})

const tenantAndClient = ['VSCODE_TENANT:contoso.com', 'VSCODE_CLIENT_ID:14d82eec-204b-4c2f-b7e8-296a70dab67e']
const reading = ['https://graph.microsoft.com/EntitlementManagement.Read.All', 'offline_access', ...tenantAndClient]
const writing = reading.map(scope => scope.replace('Read.All', 'ReadWrite.All'))

describe('signIn', () => {
  it('asks for the permissions of this Graph, in the declared tenant, and says what for', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { account } = await signIn(options(getSession))
    expect(account).toBe('anna@contoso.com')
    const [provider, scopes, asked] = getSession.mock.calls[0] ?? []
    expect(provider).toBe('microsoft')
    expect(scopes).toEqual(reading)
    expect(JSON.stringify(asked)).toContain('Entitle wants to read entitlement management of Contoso.')
    expect(asked).not.toHaveProperty('clearSessionPreference')
  })

  it('prefers the id of a tenant to its domain, and an application of one’s own', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { identity } = options(getSession)
    await signIn(options(getSession, { identity: { ...identity, id: '0f3c' }, clientId: 'mine' }))
    expect(getSession.mock.calls[0]?.[1]).toEqual([
      ...reading.slice(0, 2),
      'VSCODE_TENANT:0f3c',
      'VSCODE_CLIENT_ID:mine',
    ])
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

  it('lets a person choose another account', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    await signIn(options(getSession, { anotherAccount: true, rather: ['EntitlementManagement.ReadWrite.All'] }))
    expect(getSession.mock.calls).toHaveLength(1)
    expect(getSession.mock.calls[0]?.[2]).toMatchObject({ clearSessionPreference: true })
  })

  it('refuses with the reason where a person declines', async () => {
    const declined = signIn(options(async () => Promise.reject(new Error('User did not consent to login.'))))
    await expect(declined).rejects.toThrow(Refusal)
    await expect(declined).rejects.toThrow(
      'You are not signed in to Contoso: User did not consent to login. Nothing was changed.',
    )
    await expect(declined).rejects.toMatchObject({ actions: { 'Check Sign-In': 'entitle.doctor' } })
  })

  it('offers the page on which an administrator agrees', async () => {
    const link = 'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent'
    const failed = signIn(
      options(async () => Promise.reject(new Error('?')), { explain: () => ({ says: 'nobody has agreed', link }) }),
    )
    await expect(failed).rejects.toMatchObject({
      message: 'You are not signed in to Contoso: nobody has agreed. Nothing was changed.',
      link,
      actions: { 'Open Consent Page': { command: 'vscode.open', arguments: [link] } },
    })
  })

  it('tells why by the application that asks', async () => {
    const explain = vi.fn<SignInOptions['explain']>(() => ({ says: 'because' }))
    await expect(signIn(options(async () => Promise.reject(new Error('?')), { explain }))).rejects.toThrow('because')
    expect(explain.mock.calls[0]?.[1]).toBe('14d82eec-204b-4c2f-b7e8-296a70dab67e')
  })

  it('refuses where there is no session', async () => {
    await expect(signIn(options(async () => undefined))).rejects.toThrow(
      'You are not signed in to Contoso. Nothing was changed.',
    )
  })
})

describe('permissions that one would rather have', () => {
  const rather = ['EntitlementManagement.ReadWrite.All']

  it('are taken where a session has them, and nobody is asked', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { token } = await signIn(options(getSession, { rather }))
    await token()
    expect(getSession.mock.calls.map(([, scopes, asked]) => [scopes, asked])).toEqual([
      [writing, { silent: true }],
      [writing, { silent: true }],
    ])
  })

  it.each([
    ['there is none', async () => undefined],
    ['VS Code fails', async () => Promise.reject(new Error('?'))],
  ])('are not asked for where %s', async (_, silently) => {
    const getSession = vi.fn<GetSession>(async (_provider, _scopes, { silent }) =>
      silent === true ? silently() : session('t'),
    )
    await signIn(options(getSession, { rather }))
    expect(getSession.mock.calls.map(([, scopes]) => scopes)).toEqual([writing, reading])
  })
})

describe('a challenge', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

  it('is handed on to VS Code with its claims', async () => {
    const getSession = vi.fn<GetSession>(async (_, asked) => session('wwwAuthenticate' in asked ? 'stronger' : 't'))
    const { token } = await signIn(options(getSession))
    expect(await token(claims)).toBe('stronger')
    const [, asked, how] = getSession.mock.calls.at(-1) ?? []
    expect(asked).toEqual({
      wwwAuthenticate: `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`,
      fallbackScopes: reading,
    })
    expect(JSON.stringify(how)).toContain('Contoso asks for more of your sign-in')
  })

  it('has an older VS Code sign in once more', async () => {
    const getSession = vi.fn<GetSession>(async () => session('t'))
    const { token } = await signIn(options(getSession, { takesChallenges: false }))
    await token(claims)
    const [, asked, how] = getSession.mock.calls.at(-1) ?? []
    expect(asked).toEqual(reading)
    expect(how).toHaveProperty('forceNewSession')
  })

  it('that a person does not meet is told', async () => {
    const answers = [async () => session('t'), async () => Promise.reject(new Error('Cancelled'))]
    const { token } = await signIn(options(async () => answers.shift()?.()))
    await expect(token(claims)).rejects.toThrow('You are not signed in to Contoso: Cancelled. Nothing was changed.')
  })
})
