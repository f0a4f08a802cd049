import { describe, expect, it } from 'vitest'
import { whyNotSignedIn } from '../../src/tenant/why-not-signed-in.ts'

const attempt = {
  identity: { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com', cloud: 'global', protected: false },
  clientId: 'tools',
  permissions: ['EntitlementManagement.Read.All'],
} as const

const why = (text: string) => whyNotSignedIn(new Error(text), attempt)

describe('why VS Code gave no session', () => {
  it.each([
    [
      'AADSTS50020: User account',
      'the account is not in this tenant (AADSTS50020). Sign in with an account of the tenant',
    ],
    ['AADSTS90002: Tenant not found', "Correct the tenant's id, domain or cloud in its declaration"],
    [
      'AADSTS53003: blocked',
      'Conditional Access of the tenant does not let this sign-in pass (AADSTS53003). Sign in on a device',
    ],
    ['AADSTS50173: revoked', 'the sign-in has expired or was revoked (AADSTS50173). Sign in again'],
    ['interaction_required', 'the tenant asks for multifactor authentication'],
  ])('tells of %s', (text, told) => {
    const { says, link } = why(text)
    expect(says).toContain(told)
    expect(says).not.toMatch(/--auth|\baz\b|\.$/)
    expect(link).toBeUndefined()
  })

  it('links to where an administrator agrees, for what was asked', () => {
    const { says, link } = why('AADSTS65001: not consented')
    expect(says).toBe(
      'nobody has agreed yet to what the application may do in this tenant (AADSTS65001). An administrator of the tenant agrees once',
    )
    expect(link).toMatch(/^https:\/\/login\.microsoftonline\.com\/contoso\.com\/v2\.0\/adminconsent\?client_id=tools&/)
    expect(link).toContain('EntitlementManagement.Read.All')
  })

  it('links in the cloud of the tenant', () => {
    const there = { ...attempt, identity: { ...attempt.identity, id: '0f3c', cloud: 'usgov' } } as const
    expect(whyNotSignedIn(new Error('AADSTS700016'), there)).toMatchObject({
      says: expect.stringContaining('Correct the setting entitle.signIn.clientId'),
      link: expect.stringMatching(/^https:\/\/login\.microsoftonline\.us\/0f3c\//),
    })
  })

  it('links nowhere in a tenant of which neither id nor domain is known', () => {
    const { domain: _, ...nowhere } = attempt.identity
    expect(whyNotSignedIn(new Error('AADSTS65001'), { ...attempt, identity: nowhere }).link).toBeUndefined()
  })

  it('is what VS Code says where no code tells', () => {
    expect(why('User did not consent to login.')).toEqual({ says: 'User did not consent to login' })
    expect(whyNotSignedIn('Cancelled', attempt)).toEqual({ says: 'Cancelled' })
  })

  it('holds no token', () => {
    expect(why('Bearer eyJhbGciOi.eyJwbDRudGVk.c2ln was refused').says).toBe('Bearer … was refused')
  })
})
