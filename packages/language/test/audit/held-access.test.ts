import type { Access, Account, JsonObject, Properties } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { unusedSince } from '../../src/audit/held-access.ts'
import { accessPackage as alpine, catalog, live, policy } from '../printing/source/live.ts'
import { audited, factsOf, notReadable, readOf, ruleIn } from './audited.ts'

const staff = (expiration: Properties) => policy({ expiration })
const after = (duration: string) => staff({ type: 'afterDuration', duration, endDateTime: null })
const access = (name: string, more: Partial<Access> = {}): Access => ({
  packageId: `id of ${alpine.name}`.toLowerCase(),
  policyId: 'id of staff',
  person: `id of ${name}`,
  name,
  ...more,
})
const held = (...known: readonly Access[]) => ({ facts: factsOf({ access: { known } }) })

// The audit is of 2026-11-22.
describe('access-outlives-policy', () => {
  const told = async (of: ReturnType<typeof staff>, ...all: readonly Access[]) =>
    ruleIn(await audited(readOf([catalog, alpine, of]), held(...all)), 'access-outlives-policy').failures

  it.each([
    ['ends sooner', { ends: '2027-01-01T00:00:00Z' }],
    ['ends on the last day', { ends: '2027-05-21T23:59:59Z' }],
    ['was given another policy', { policyId: 'id of another' }],
  ])('keeps silent of access that %s', async (_, more) => {
    expect(await told(after('P180D'), access('ada@contoso.com', more))).toEqual([])
  })

  it('keeps silent of policies under which access never ends', async () => {
    const never = staff({ type: 'noExpiration', duration: null, endDateTime: null })
    expect(await told(never, access('ada@contoso.com'))).toEqual([])
  })

  it('tells who has access for ever, or for longer than anybody could get today', async () => {
    const all = [
      access('ben@contoso.com', { ends: '2028-01-01T00:00:00Z' }),
      access('ada@contoso.com'),
      access('cleo@contoso.com', { ends: '2026-12-01T00:00:00Z' }),
    ]
    expect(await told(after('P180D'), ...all)).toMatchObject([
      {
        address: after('P180D').address,
        message:
          'Access under it ends after 180 days, and 2 people have access for longer: ada@contoso.com (for ever), ben@contoso.com (until 2028-01-01). End that access, or give it an end.',
      },
    ])
  })

  it('tells of access beyond the day on which all access ends', async () => {
    const dated = staff({ type: 'afterDateTime', duration: null, endDateTime: '2027-06-30T00:00:00Z' })
    const all = [
      access('ada@contoso.com', { ends: '2027-06-30T23:59:59Z' }),
      access('ben@contoso.com', { ends: '2027-07-02T00:00:00Z' }),
    ]
    expect((await told(dated, ...all)).map(({ message }) => message)).toEqual([
      'Access under it ends on 2027-06-30, and 1 person has access for longer: ben@contoso.com (until 2027-07-02). End that access, or give it an end.',
    ])
  })

  it('names ten people and counts the others', async () => {
    const many = Array.from({ length: 12 }, (_, n) => access(`p${String(n).padStart(2, '0')}@contoso.com`))
    const [one] = await told(after('P30D'), ...many)
    expect(one?.message).toContain('12 people have access for longer: p00@contoso.com (for ever), ')
    expect(one?.message).toContain('p09@contoso.com (for ever) and 2 more.')
  })
})

describe('guest-without-sponsor', () => {
  const guest = (name: string, more: Partial<Account> = {}): Account => ({
    id: `id of ${name}`,
    isEnabled: true,
    isGuest: true,
    hasSponsor: false,
    ...more,
  })
  const told = async (people: readonly Account[], all: readonly Access[]) => {
    const facts = factsOf({ access: { known: all }, accounts: { known: people } })
    return ruleIn(await audited(readOf([catalog, alpine]), { facts }), 'guest-without-sponsor').failures
  }

  it.each([
    ['has a sponsor', guest('gil', { hasSponsor: true })],
    ['is a member', guest('gil', { isGuest: false })],
    ['has no access here', guest('another')],
  ])('keeps silent of whoever %s', async (_, person) => {
    expect(await told([person], [access('gil')])).toEqual([])
  })

  it('names each guest once, at the package', async () => {
    const all = [access('gil'), access('gil', { policyId: 'another' }), access('hal')]
    expect(await told([guest('gil'), guest('hal')], all)).toMatchObject([
      {
        address: alpine.address,
        message: '2 guests with access have no sponsor: gil, hal. Give each a sponsor, or end the access.',
      },
    ])
  })
})

describe('unused-package', () => {
  const made = (raw: JsonObject) => live('access-package', 'Alpine', alpine.properties, catalog, { raw })
  const old = made({ createdDateTime: '2026-01-01T00:00:00Z' })
  const told = async (of: ReturnType<typeof made>, facts = factsOf()) =>
    ruleIn(await audited(readOf([catalog, of]), { facts }), 'unused-package')

  it('counts 90 days back', () => {
    expect(unusedSince('2026-11-22')).toBe('2026-08-24T00:00:00.000Z')
  })

  it.each([
    ['somebody has', factsOf({ access: { known: [access('ada')] } })],
    ['somebody asked for', factsOf({ requested: { known: ['id of alpine'] } })],
  ])('keeps silent of a package that %s', async (_, facts) => {
    expect((await told(old, facts)).verdict).toBe('pass')
  })

  it.each([
    ['is new', { createdDateTime: '2026-09-01T00:00:00Z' }],
    ['tells no age', {}],
  ])('keeps silent of a package that %s', async (_, raw) => {
    expect((await told(made(raw))).verdict).toBe('pass')
  })

  it('tells a package that nobody has and nobody asked for', async () => {
    expect((await told(old)).failures).toMatchObject([
      {
        address: old.address,
        message: 'Nobody has it, and nobody asked for it in 90 days. Remove it, or hide it until it is needed.',
      },
    ])
  })

  it('is not determined where it isn’t known who has access, or who asked', async () => {
    for (const facts of [
      factsOf({ access: { finding: notReadable } }),
      factsOf({ requested: { finding: notReadable } }),
    ])
      expect((await told(old, facts)).verdict).toBe('not determined')
  })
})
