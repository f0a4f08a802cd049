import { describe, expect, it } from 'vitest'
import { asking, findingsOf } from './harness.ts'

const { speaking, silent, fixed } = asking('conflicting-grants')

const standard = (pairs: string) =>
  `standard ours extends recommended {\n  rule conflicting-grants warning pairs ${pairs}\n}\n\n`
const roles = standard('"Buyer" in app "ERP" with "Payer" in app "ERP"')
const packages = standard('c.one with c.two')

interface Made {
  readonly grants?: string
  readonly who?: string
  readonly more?: string
}
const made = (name: string, { grants, who = 'any member', more }: Made = {}) =>
  [
    `  package ${name} "${name.replace(/[«»]/g, '')}" {`,
    ...(grants === undefined ? [] : [`    grants ${grants}`]),
    `    policy p "P" { requestable by ${who} }`,
    ...(more === undefined ? [] : [`    ${more}`]),
    '  }',
  ].join('\n')
const inCatalog = (...all: string[]) => `catalog c "C" {\n  resources app "ERP"\n${all.join('\n')}\n}\n`
const buyer = '"Buyer" in app "ERP"'
const payer = '"Payer" in app "ERP"'
const mark = (text: string) => text.replace('package two "two"', 'package «two» "two"')

describe('conflicting-grants speaks', () => {
  it('of two packages that the standard names, on the later one', async () => {
    const [finding] = await speaking(mark(packages + inCatalog(made('one'), made('two'))))
    expect(finding.message).toBe(
      'The same people may request package "two" and package "one", which the standard lists as conflicting. Let them exclude each other.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'Package "one" stands here.',
      'The standard lists them here.',
    ])
  })

  it('of packages that grant what the standard names, whichever comes first', async () => {
    await speaking(mark(roles + inCatalog(made('one', { grants: buyer }), made('two', { grants: payer }))))
    await speaking(mark(roles + inCatalog(made('one', { grants: payer }), made('two', { grants: buyer }))))
  })

  it('of a package and a role, in another file and catalog', async () => {
    await speaking({
      '/a.entitle': `${standard('"Buyer" of group "g" with d.two')}catalog c "C" {\n  resources group "G"\n${made('one', { grants: '"Buyer" of group "G"' })}\n}\n`,
      '/b.entitle': `catalog d "D" {\n${made('«two»')}\n}\n`,
    })
  })

  it('once of several that conflict with one', async () => {
    const [finding] = await speaking(
      roles +
        inCatalog(made('a', { grants: buyer }), made('b', { grants: buyer }), made('two', { grants: payer })).replace(
          'two "two"',
          '«two» "two"',
        ),
    )
    expect(finding.message).toContain('package "two" and packages "a", "b", which')
  })

  it('of one package that grants both, without a fix', async () => {
    const [finding] = await speaking(mark(roles + inCatalog(made('two', { grants: `${buyer}\n    grants ${payer}` }))))
    expect(finding.message).toBe(
      'Package "two" alone gives people both of what the standard lists as conflicting. Split it in two packages that exclude each other.',
    )
    expect(finding.fixes).toBeUndefined()
  })

  it('of any member and a group', async () => {
    await speaking(mark(packages + inCatalog(made('one'), made('two', { who: 'governance' }))))
  })
})

describe('conflicting-grants is silent', () => {
  it('where both exclude each other, or one the other', async () => {
    const excluding = (more: string | undefined, other?: string) =>
      packages +
      inCatalog(
        made('one', more === undefined ? {} : { more }),
        made('two', other === undefined ? {} : { more: other }),
      )
    await silent(excluding('incompatible with two', 'incompatible with one'))
    await silent(excluding('incompatible with two'))
    await silent(excluding(undefined, 'incompatible with one'))
  })

  it('on packages for different people', async () => {
    const people = (one: string, two: string) =>
      packages + inCatalog(made('one', { who: one }), made('two', { who: two }))
    await silent(people('governance', 'alpine'))
    await silent(people('any member', 'users from fabrikam'))
    await silent(people('no one', 'no one'))
  })

  it('on packages of one side', async () => {
    await silent(roles + inCatalog(made('one', { grants: buyer }), made('two', { grants: buyer })))
    await silent(roles + inCatalog(made('one', { grants: buyer }), made('two', { grants: '"Reader" in app "ERP"' })))
  })

  it('where no standard lists pairs, or for packages of another tag', async () => {
    await silent(inCatalog(made('one'), made('two')))
    await silent(`standard s extends strict\n\n${inCatalog(made('one'), made('two'))}`)
    const tagged = 'standard s { rule conflicting-grants error pairs c.one with c.two where tag sox }\n\n'
    await silent(tagged + inCatalog(made('one'), made('two')))
  })

  it('on pairs with a name that nothing has: that is another finding', async () => {
    const source = standard('c.one with "X" in lost') + inCatalog(made('one'), made('two'))
    expect(await findingsOf('conflicting-grants', source)).toEqual([])
    expect(await findingsOf('unknown-name', source)).toHaveLength(1)
  })

  it('where it is off', async () => {
    await silent(
      packages.replace('conflicting-grants warning', 'conflicting-grants off') + inCatalog(made('one'), made('two')),
    )
  })
})

describe('conflicting-grants repairs', () => {
  it('by excluding each other', async () => {
    expect(await fixed(packages + inCatalog(made('one'), made('two')), 'Let two and one exclude each other')).toBe(
      packages +
        inCatalog(made('one', { more: 'incompatible with two' }), made('two', { more: 'incompatible with one' })),
    )
  })

  it('by excluding several', async () => {
    const several = (a?: string, b?: string) =>
      roles +
      inCatalog(
        made('a', { grants: buyer, ...(b === undefined ? {} : { more: b }) }),
        made('b', { grants: buyer, ...(b === undefined ? {} : { more: b }) }),
        made('two', { grants: payer, ...(a === undefined ? {} : { more: a }) }),
      )
    expect(await fixed(several(), 'Let two and a, b exclude each other')).toBe(
      several('incompatible with a, b', 'incompatible with two'),
    )
  })
})
