import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('duplicate-access')

const resources = 'resources alpine, governance, app "Sales"'
const inCatalog = (packages: readonly string[], name = 'c') =>
  [`catalog ${name} "${name.toUpperCase()}" {`, `  ${resources}`, ...packages.map(each => `  ${each}`), '}', ''].join(
    '\n',
  )
const made = (name: string, grants: string, policies: string, more = '') =>
  `package ${name} "Package" { ${grants} ${more} ${policies} }`
const staff = 'policy staff "Staff" { requestable by any member }'
const member = 'grants "Member" of alpine'
const both = `${member} grants "User" in app "Sales"`

describe('duplicate-access speaks', () => {
  it('of a package that another one contains', async () => {
    const [finding] = await speaking(
      inCatalog([made('«small»', member, staff), made('large', both, staff).replace('"Package"', '"Large"')]),
    )
    expect(finding.message).toBe(
      'Everything that package "Package" grants, package "Large" grants the same people too. Leave one of the two out, or let others request it.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['Package "Large" grants all of it.'])
    expect(finding.severity).toBe('info')
  })

  it('of the later of two that grant the same, also from another file', async () => {
    await speaking(inCatalog([made('one', both, staff), made('«two»', both, staff)]))
    await speaking({
      '/a.entitle': inCatalog([made('one', both, staff)]),
      '/b.entitle': `group alpine "Project Alpine"\n${made('«two»', both, staff).replace('"Package"', '"Package 2" in c')}\n`,
      '/c.entitle': 'group governance "G"\n',
    })
  })

  it('however a resource is written', async () => {
    await speaking(
      inCatalog([
        made('«small»', 'grants "Member" of group "PROJECT Alpine"', staff),
        made('large', 'grants "User" in app "sales" grants "Member" of alpine', staff),
      ]),
    )
  })

  it('where the other one lets more people request', async () => {
    await speaking(
      inCatalog([
        made('«small»', member, 'policy a "A" { requestable by governance }'),
        made('large', both, 'policy a "A" { requestable by alpine, governance }'),
      ]),
    )
    await speaking(
      inCatalog([
        made('«small»', member, 'policy a "A" { requestable by alpine } policy b "B" { requestable by governance }'),
        made('large', both, 'policy a "A" { requestable by governance } policy b "B" { requestable by alpine }'),
      ]),
    )
  })
})

describe('duplicate-access is silent', () => {
  it('on packages that grant different things', async () => {
    await silent(inCatalog([made('one', member, staff), made('two', 'grants "Owner" of alpine', staff)]))
    await silent(inCatalog([made('one', both, staff), made('two', `${member} grants "Member" of governance`, staff)]))
  })

  it('on packages for different people', async () => {
    const some = (who: string) => `policy some "Some" { requestable by ${who} }`
    await silent(inCatalog([made('one', member, some('governance')), made('two', both, some('alpine'))]))
    await silent(inCatalog([made('one', member, some('any member')), made('two', both, some('alpine'))]))
    await silent(inCatalog([made('one', member, some('no one')), made('two', both, some('no one'))]))
  })

  it('on packages of different catalogs', async () => {
    await silent(`${inCatalog([made('one', member, staff)])}\n${inCatalog([made('two', both, staff)], 'd')}`)
  })

  it('on packages that exclude each other', async () => {
    await silent(inCatalog([made('one', member, staff, 'incompatible with two'), made('two', both, staff)]))
    await silent(inCatalog([made('one', member, staff), made('two', both, staff, 'incompatible with one')]))
  })

  it('on automatic assignment, and on packages without grants or policies', async () => {
    const automatic = 'policy a "A" { assigned automatically where "user.department -eq \\"Sales\\"" }'
    await silent(inCatalog([made('one', member, `${staff} ${automatic}`), made('two', both, staff)]))
    await silent(inCatalog([made('one', member, staff), made('two', both, automatic)]))
    await silent(inCatalog([made('one', '', staff), made('two', both, staff)]))
    await silent(inCatalog([made('one', member, ''), made('two', both, '')]))
  })
})
