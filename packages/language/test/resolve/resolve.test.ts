import { describe, expect, it } from 'vitest'
import { readSources } from '../../src/testing/index.ts'

const programOf = async (text: string | { readonly [path: string]: string }) => (await readSources(text)).program
const termsOf = async (templates: string, policy: string) => {
  const { catalogs } = await programOf(`${templates}\ncatalog c "C" { package p "P" { policy q "Q" ${policy} } }`)
  const found = catalogs[0]?.packages[0]?.policies[0]
  if (found === undefined) throw new Error('no policy')
  return found
}

describe('terms', () => {
  it('say nothing where nothing is said', async () => {
    const policy = await termsOf('', '')
    expect(policy.terms).toEqual({})
    expect(policy.description).toBe('')
  })

  it('come from the nearest of a chain of templates, and know which', async () => {
    const { terms, template, description } = await termsOf(
      `policy template far { expires after 1 day extension allowed review weekly { reviewers self } description "far" }
policy template near from far { expires after 2 days }`,
      'from near { extension denied }',
    )
    expect(terms.expiration?.value).toEqual({ expires: 'after', minutes: 2880 })
    expect(terms.expiration?.template?.name).toBe('near')
    expect(terms.extension?.value.allowed).toBe(false)
    expect(terms.extension?.template).toBeUndefined()
    expect(terms.review?.template?.name).toBe('far')
    expect(template?.name).toBe('near')
    expect(description).toBe('far')
  })

  it('replace a list of the template, and merge none', async () => {
    const { terms } = await termsOf(
      'policy template t { requestable by group "A", group "B" }',
      'from t { requestable by group "C" }',
    )
    const who = terms.requestable?.value
    expect(who?.who === 'objects' && who.objects.map(({ object }) => object.displayName)).toEqual(['C'])
  })

  it('let `approval not required` replace an approval, and the other way round', async () => {
    const none = await termsOf(
      'policy template t { approval { stage by manager } }',
      'from t { approval not required }',
    )
    expect(none.terms.approval?.value).toEqual({ required: false })
    const some = await termsOf(
      'policy template t { approval not required }',
      'from t { approval { stage by manager } }',
    )
    expect(some.terms.approval?.value.required).toBe(true)
  })

  it('let automatic assignment replace requests, and the other way round', async () => {
    const automatic = await termsOf(
      'policy template t { requestable by any member }',
      'from t { assigned automatically where "x" }',
    )
    expect([automatic.terms.automatic?.value.rule, automatic.terms.requestable]).toEqual(['x', undefined])
    const asked = await termsOf(
      'policy template t { assigned automatically where "x" }',
      'from t { requestable by any member }',
    )
    expect([asked.terms.automatic, asked.terms.requestable?.value]).toEqual([undefined, { who: 'any member' }])
  })

  it('end a circle of templates where it closes', async () => {
    const { terms } = await termsOf(
      'policy template a from b { expires after 1 day }\npolicy template b from a { extension allowed }',
      'from a',
    )
    expect(terms.expiration?.template?.name).toBe('a')
    expect(terms.extension?.template?.name).toBe('b')
  })

  it('know the defaults of a stage and of a review', async () => {
    const { terms } = await termsOf('', '{ approval { stage by manager } review monthly { reviewers self } }')
    const approval = terms.approval?.value
    expect(approval?.required === true && approval.stages[0]).toMatchObject({
      withinMinutes: 20160,
      justification: true,
      fallback: [],
    })
    expect(approval?.required === true && approval.justification).toBe(false)
    expect(terms.review?.value).toMatchObject({
      openForDays: 14,
      recommendations: true,
      justification: true,
      noResponse: undefined,
    })
    const weekly = await termsOf('', '{ review weekly { reviewers self } }')
    expect(weekly.terms.review?.value.openForDays).toBe(3)
  })

  it.each([
    ['expires on 2027-06-30', { expires: 'on', date: '2027-06-30T23:59:59Z', written: '2027-06-30' }],
    ['expires on 2027-06-30 18:00', { expires: 'on', date: '2027-06-30T18:00:00Z', written: '2027-06-30 18:00' }],
    ['expires after 8 hours', { expires: 'after', minutes: 480 }],
    ['never expires', { expires: 'never' }],
  ])('%s', async (statement, value) => {
    expect((await termsOf('', `{ ${statement} }`)).terms.expiration?.value).toEqual(value)
  })
})

describe('directory objects', () => {
  it('are one however they are written', async () => {
    const { directory, catalogs } = await programOf(
      'group desk "Desk"\ncatalog c "C" { owners desk, group "DESK" readers group "Other" resources group "other" }',
    )
    expect(directory.map(({ displayName, name }) => [displayName, name])).toEqual([
      ['Desk', 'desk'],
      ['Other', undefined],
    ])
    expect(catalogs[0]?.owners[0]?.object).toBe(catalogs[0]?.owners[1]?.object)
    expect(catalogs[0]?.readers[0]?.object).toBe(catalogs[0]?.resources[0]?.object)
  })

  it('of two kinds are two', async () => {
    const { directory } = await programOf('catalog c "C" { owners group "X", app "X" }')
    expect(directory.map(({ kind }) => kind)).toEqual(['group', 'servicePrincipal'])
  })

  it('know what they are called in a tenant', async () => {
    const { directory } = await programOf(
      'tenant t { domain "a.com" }\ngroup g "G" { id "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" in tenant t "H" }',
    )
    expect(directory[0]).toMatchObject({
      id: '8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11',
      inTenant: { t: { displayName: 'H' } },
    })
  })
})

describe('elements', () => {
  it('stand in the order of their files, whatever the order of reading', async () => {
    const a = 'catalog a "A"\n'
    const b = 'catalog b "B"\npackage p "P" in a\n'
    const names = async (files: { readonly [path: string]: string }) =>
      (await programOf(files)).catalogs.map(({ name }) => name)
    expect(await names({ '/1.entitle': a, '/2.entitle': b })).toEqual(['a', 'b'])
    expect(await names({ '/2.entitle': b, '/1.entitle': a })).toEqual(['a', 'b'])
  })

  it('of packages are in their catalog, wherever they are written', async () => {
    const { catalogs } = await programOf(
      'package p "P" in c { tags one, two hidden description "D" }\ncatalog c "C" { package q "Q" }',
    )
    expect(catalogs[0]?.packages.map(({ name }) => name)).toEqual(['q', 'p'])
    expect(catalogs[0]?.packages[1]).toMatchObject({
      hidden: true,
      tags: ['one', 'two'],
      description: 'D',
      catalog: { name: 'c' },
    })
  })

  it('of packages may exclude each other', async () => {
    const { catalogs } = await programOf(
      'catalog c "C" { package p "P" { incompatible with q } package q "Q" { incompatible with p, group "G" } }',
    )
    const [p, q] = catalogs[0]?.packages ?? []
    expect(p?.incompatible[0]).toMatchObject({ kind: 'package', package: q })
    expect(q?.incompatible.map(({ kind }) => kind)).toEqual(['package', 'group'])
  })

  it('leave out what comes with Entitle', async () => {
    expect(
      (await programOf('standard s extends strict { rule x off }')).standards.map(({ name, bases }) => [name, bases]),
    ).toEqual([['s', ['strict']]])
  })

  it('of tenants, organizations, standards and waivers say what is written', async () => {
    const { tenants, organizations, standards } =
      await programOf(`tenant t { id "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" cloud china external user offboarding block sign-in, delete after 2 weeks
  waive external-offboarding until 2027-01-01 because "Why" }
organization o "O" { domain "a.com" tenant "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11" state proposed formerly "P", "Q" }
standard s { rule external-review error at least monthly where tag a, b rule x warning at most 365 days matching "y" }`)
    expect(tenants[0]).toMatchObject({
      displayName: 't',
      cloud: 'china',
      protected: false,
      offboarding: { value: { action: 'block', deleteAfterDays: 14 } },
      waivers: [{ rule: 'external-offboarding', until: '2027-01-01', because: 'Why' }],
    })
    expect(organizations[0]).toMatchObject({ state: 'proposed', formerly: ['P', 'Q'] })
    expect(organizations[0]?.sources.map(({ value }) => value.kind)).toEqual(['domain', 'tenant'])
    expect(standards[0]?.settings).toMatchObject([
      {
        rule: 'external-review',
        severity: 'error',
        tags: ['a', 'b'],
        options: [{ option: 'at least', word: 'monthly' }],
      },
      {
        rule: 'x',
        severity: 'warning',
        tags: [],
        options: [
          { option: 'at most', amount: 365, unit: 'days' },
          { option: 'matching', pattern: 'y' },
        ],
      },
    ])
  })
})

describe('blocks', () => {
  const blockOf = async (text: string) => (await programOf(text)).catalogs[0]?.block

  it('that exist take a statement behind the last', async () => {
    expect(await blockOf('catalog c "C" {\n  unpublished // for now\n}')).toMatchObject({
      exists: true,
      inline: false,
      indent: 2,
      insertAt: { line: 1, character: 24 },
    })
    expect(await blockOf('catalog c "C" { unpublished }')).toMatchObject({
      exists: true,
      inline: true,
      insertAt: { line: 0, character: 27 },
    })
    expect(await blockOf('catalog c "C" { // nothing yet\n}')).toMatchObject({
      exists: true,
      insertAt: { line: 0, character: 30 },
    })
  })

  it('that do not exist start behind the declaration', async () => {
    expect(await blockOf('catalog c "C"\n')).toMatchObject({
      exists: false,
      inline: false,
      indent: 2,
      insertAt: { line: 0, character: 13 },
    })
  })

  it('know their indent', async () => {
    const { catalogs } = await programOf('catalog c "C" {\n    package p "P" {\n    }\n}')
    expect(catalogs[0]?.packages[0]?.block.indent).toBe(6)
  })
})
