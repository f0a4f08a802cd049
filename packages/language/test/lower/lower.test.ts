import { isRef, type Value } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { isoDuration } from '../../src/lower/iso-duration.ts'
import { lower } from '../../src/lower/lower.ts'
import { readSources, testDay } from '../../src/testing/index.ts'

const lowered = async (text: string, options: { readonly tenant?: string; readonly today?: string } = {}) =>
  lower((await readSources(text)).program, { today: testDay, ...options })
const refsIn = (value: Value | undefined): string[] => {
  if (isRef(value)) return [`${value.name} ${value.id ?? ''}`.trim()]
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(inner => refsIn(inner as Value))
    : []
}

describe('isoDuration', () => {
  it.each([
    [0, 'P0D'],
    [30, 'PT30M'],
    [480, 'PT8H'],
    [1440, 'P1D'],
    [2160, 'P1DT12H'],
    [20160, 'P14D'],
    [1501, 'P1DT1H1M'],
  ])('%d minutes', (minutes, iso) => {
    expect(isoDuration(minutes)).toBe(iso)
  })
})

describe('the tenant that is meant', () => {
  it('is the only one', async () => {
    const { identity, findings } = await lowered(
      'tenant t "T" { domain "a.com" id "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" protected }',
    )
    expect(identity).toEqual({
      name: 't',
      displayName: 'T',
      domain: 'a.com',
      id: '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11',
      cloud: 'global',
      protected: true,
    })
    expect(findings).toEqual([])
  })

  it('is the one that is named', async () => {
    const text =
      'tenant a { domain "a.com" }\ntenant b { domain "b.com" external user offboarding none }\ngroup g "G" { id "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" in tenant b "H" }\ncatalog c "C" { owners g }'
    const a = await lowered(text, { tenant: 'a' })
    const b = await lowered(text, { tenant: 'b' })
    expect(a.identity.name).toBe('a')
    expect(a.tenant.objects.flatMap(({ properties }) => refsIn(properties))).toEqual([
      'G 8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11',
    ])
    expect(b.tenant.objects.flatMap(({ properties }) => refsIn(properties))).toEqual(['H'])
    expect(b.tenant.objects[0]?.kind).toBe('settings')
    expect(a.tenant.objects[0]?.kind).toBe('catalog')
  })

  it.each([
    ['', undefined, 'no-tenant'],
    [
      'tenant a { domain "a.com" } tenant b { domain "b.com" } tenant c { domain "c.com" }',
      undefined,
      'several-tenants',
    ],
    ['tenant a { domain "a.com" }', 'b', 'unknown-tenant'],
  ])('%j, %s: %s', async (text, tenant, rule) => {
    const { findings, identity } = await lowered(text, tenant === undefined ? {} : { tenant })
    expect(findings.map(finding => [finding.rule, finding.severity])).toEqual([[rule, 'error']])
    expect(identity.name).toBe('')
  })

  it('is asked for with the names that there are', async () => {
    const { findings } = await lowered(
      'tenant a { domain "a.com" } tenant b { domain "b.com" } tenant c { domain "c.com" }',
    )
    expect(findings[0]?.message).toBe('The sources declare a, b and c. Say which one is meant with --tenant.')
  })
})

describe('objects', () => {
  const text = `tenant t { domain "a.com" }
group g "G"
catalog c "C" {
  resources g
  owners g, g
  package p "P" {
    grants "Member" of g
    incompatible with other.q, q
    policy open "Open" { requestable by any member review monthly { reviewers g } }
    policy fixed "Fixed" { requestable by any member review monthly { starting 2027-01-04 reviewers g } }
  }
  package q "Q"
}
catalog other "Other" { package q "Q" }`

  it('have addresses of their own, parents first', async () => {
    const { objects } = (await lowered(text)).tenant
    const addresses = objects.map(({ address }) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const [index, { parent }] of objects.entries())
      if (parent !== undefined) expect(addresses.slice(0, index)).toContain(parent)
  })

  it('know where they and their properties are said', async () => {
    const { objects } = (await lowered(text)).tenant
    const policy = objects.find(({ name }) => name === 'Open')
    expect(policy?.origin?.range.start.line).toBe(8)
    expect(Object.keys(policy?.origin?.properties ?? {})).toEqual([
      'allowedTargetScope',
      'specificAllowedTargets',
      'requestorSettings/enableTargetsToSelfAddAccess',
      'reviewSettings',
    ])
    expect(objects.every(({ origin }) => origin !== undefined)).toBe(true)
  })

  it('are the same on every day, but for what a new review starts on', async () => {
    const [today, later] = await Promise.all(['2026-11-22', '2027-05-01'].map(day => lowered(text, { today: day })))
    const without = (desired: typeof today) => desired?.tenant.objects.map(({ defaults, ...object }) => object)
    expect(without(today)).toEqual(without(later))
    const defaultsOf = (desired: typeof today, name: string) =>
      desired?.tenant.objects.find(object => object.name === name)?.defaults
    expect(defaultsOf(today, 'Open')).toEqual({
      reviewSettings: { schedule: { startDateTime: '2026-11-22T00:00:00Z' } },
    })
    expect(defaultsOf(later, 'Open')).toEqual({
      reviewSettings: { schedule: { startDateTime: '2027-05-01T00:00:00Z' } },
    })
    expect(defaultsOf(today, 'Fixed')).toBeUndefined()
  })

  it('tell two excluded packages of one name apart', async () => {
    const { objects } = (await lowered(text)).tenant
    expect(objects.filter(({ kind }) => kind === 'incompatible-package').map(({ name }) => name)).toEqual([
      'Q',
      'Q (C)',
    ])
  })

  it('leave out what can be none: users as resources, sites as approvers', async () => {
    const { tenant } = await lowered(
      'tenant t { domain "a.com" }\ncatalog c "C" { resources user "a@b.c" owners site "https://a.b" package p "P" { grants "X" of user "a@b.c" policy q "Q" { requestable by site "https://a.b" } } }',
    )
    expect(tenant.objects.map(({ kind }) => kind)).toEqual(['catalog', 'access-package', 'assignment-policy'])
    expect(tenant.objects[2]?.properties.specificAllowedTargets).toEqual([])
  })
})

describe('direct assignments', () => {
  const sources = (assigned: string) => `tenant t { domain "contoso.com" }
catalog c "C" { package p "P" {
  policy one "One" { requestable by no one }
  policy two "Two" { requestable by any member }
} }
${assigned}`
  const assignments = async (assigned: string, today = '2026-11-22') =>
    (await lowered(sources(assigned), { today })).tenant.objects.filter(({ kind }) => kind === 'assignment')

  it('lie in their policy, behind everything of the package, and say where they stand', async () => {
    const { tenant } = await lowered(sources('assign user "kim@a.com" to c.p using two'))
    expect(tenant.objects.at(-1)).toMatchObject({
      kind: 'assignment',
      name: 'kim@a.com',
      address: 'catalog/C/access-package/P/assignment-policy/Two/assignment/kim@a.com',
      parent: 'catalog/C/access-package/P/assignment-policy/Two',
      properties: { target: { $ref: 'user', name: 'kim@a.com' } },
      origin: { range: { start: { line: 5 } } },
    })
    expect(tenant.objects.at(-1)?.properties).not.toHaveProperty('schedule')
  })

  it.each<[string, string, unknown]>([
    ['until 2027-01-31', '2026-11-22', { expiration: { type: 'afterDateTime', endDateTime: '2027-01-31T23:59:59Z' } }],
    ['until 2026-11-22', '2026-11-22', { expiration: { type: 'afterDateTime', endDateTime: '2026-11-22T23:59:59Z' } }],
    ['from 2026-11-23', '2026-11-22', { startDateTime: '2026-11-23T00:00:00Z' }],
    ['from 2026-11-22 18:00', '2026-11-22', { startDateTime: '2026-11-22T18:00:00Z' }],
    ['from 2026-11-22', '2026-11-22', undefined],
    ['from 2026-11-01', '2026-11-22', undefined],
    [
      'from 2026-11-01 until 2026-12-24 12:30',
      '2026-11-22',
      { expiration: { type: 'afterDateTime', endDateTime: '2026-12-24T12:30:00Z' } },
    ],
  ])('%s, on %s', async (dates, today, schedule) => {
    const [only] = await assignments(`assign user "kim@a.com" to c.p using one ${dates}`, today)
    expect(only?.properties.schedule).toEqual(schedule)
  })

  it('that are over are nothing any more', async () => {
    const said = 'assign user "kim@a.com" to c.p using one until 2026-11-21'
    expect(await assignments(said, '2026-11-21')).toHaveLength(1)
    expect(await assignments(said)).toEqual([])
  })

  it('are of users only, each once under a policy', async () => {
    const said = [
      'user kim "kim@a.com" { in tenant t "kim@contoso.com" }',
      'assign kim to c.p using one',
      'assign kim to c.p using two',
      'assign kim to c.p using one until 2027-01-31',
      'assign group "Everybody" to c.p using one',
      'assign app "Robot" to c.p using one',
    ]
    expect((await assignments(said.join('\n'))).map(({ address }) => address.split('/').slice(-3).join('/'))).toEqual([
      'One/assignment/kim@contoso.com',
      'Two/assignment/kim@contoso.com',
    ])
  })
})
