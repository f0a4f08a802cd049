import { describe, expect, it } from 'vitest'
import { lacking } from '../../src/model/lacking.ts'
import { claimsChallenge } from '../../src/web/claims-challenge.ts'
import { clockOff } from '../../src/web/clock-off.ts'

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const encoded = Buffer.from(claims).toString('base64')
const header = (value: string, error = 'insufficient_claims') =>
  `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="${error}", claims="${value}"`

describe('claimsChallenge', () => {
  it('reads the claims that a 401 asks for', () => {
    expect(claimsChallenge(401, header(encoded))).toBe(claims)
    expect(claimsChallenge(401, header(Buffer.from(claims).toString('base64url')))).toBe(claims)
  })

  it.each([
    [200, header(encoded)],
    [401, undefined],
    [401, 'Bearer realm=""'],
    [401, header(encoded, 'invalid_token')],
    [401, header(Buffer.from('no json').toString('base64'))],
    [401, header(Buffer.from('[1]').toString('base64'))],
  ])('sees none in %j %j', (status, text) => {
    expect(claimsChallenge(status, text)).toBeUndefined()
  })
})

describe('clockOff', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  it('allows for five minutes', () => {
    expect(clockOff({ issued: at(5), expires: at(60) }, now)).toBeUndefined()
    expect(clockOff({ issued: at(-60), expires: at(-5) }, now)).toBeUndefined()
    expect(clockOff({}, now)).toBeUndefined()
  })
  it('says which way the clock is off, and by how much', () => {
    expect(clockOff({ issued: at(31), expires: at(90) }, now)).toBe(
      "The clock of this machine says 2026-11-22 09:00 UTC and is at least 31 minutes behind Entra's, so the sign-in cannot be used. Set the clock.",
    )
    expect(clockOff({ issued: at(-90), expires: at(-30) }, now)).toContain('at least 30 minutes ahead of')
  })
})

describe('lacking', () => {
  const person = (...scopes: string[]) => ({ kind: 'person' as const, scopes, roles: [] })
  it('takes writing for reading, not reading for writing', () => {
    expect(lacking(person('EntitlementManagement.ReadWrite.All'), ['EntitlementManagement.Read.All'])).toEqual([])
    expect(lacking(person('EntitlementManagement.Read.All'), ['EntitlementManagement.ReadWrite.All'])).toHaveLength(1)
  })
  it('names reviews where they are needed, and leaves directory reads to Graph', () => {
    const needed = ['EntitlementManagement.Read.All', 'AccessReview.Read.All', 'User.ReadBasic.All']
    expect(lacking(person('Directory.AccessAsUser.All'), needed)).toEqual(needed.slice(0, 2))
  })
  it('asks nothing of an application, which may own a catalog', () => {
    expect(lacking({ kind: 'application', scopes: [], roles: [] }, ['EntitlementManagement.Read.All'])).toEqual([])
  })
})
