import { describe, expect, it } from 'vitest'
import { asking, directory, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-visibility')

const owners = 'owners governance'
const visible = 'visible to external users'
const external = policyOf(statements())
const internal = policyOf(['requestable by any member', 'expires after 90 days'])
const marked = (source: string) => source.replace('catalog partners', 'catalog «partners»')

describe('external-visibility speaks', () => {
  it('of a catalog that people from outside should see', async () => {
    const [finding] = await speaking(
      marked(inPackage([internal.replace('partners', 'staff'), external], { catalog: [owners] })),
    )
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Catalog "Partners" has policies for people from outside, and isn\'t visible to them, so none of them can request anything. Write `visible to external users`.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'Policy "Partners" lets people from outside request.',
    ])
  })

  it('of one that has nothing for them', async () => {
    const [finding] = await speaking(inPackage(internal, { catalog: [`«${visible}»`, owners] }))
    expect(finding.message).toBe(
      'Catalog "Partners" is visible to people from outside, and no policy in it lets them request anything. Leave `visible to external users` out.',
    )
    await speaking(`catalog empty "Empty" {\n  «${visible}»\n}\n`)
  })

  it('of a package that another file puts into the catalog', async () => {
    const elsewhere = `package more "More" in partners {\n${external}\n}\n`
    const [finding] = await speaking({
      '/directory.entitle': directory,
      '/main.entitle': marked(inPackage(internal, { catalog: [owners] })),
      '/more.entitle': elsewhere,
    })
    expect(finding.related?.[0]?.place).toMatchObject({ range: { uri: 'file:///more.entitle' } })
  })

  it('of what a template lets in', async () => {
    await speaking(
      marked(
        inPackage('policy one "One" from base', {
          catalog: [owners],
          before: 'policy template base {\n  requestable by any external user\n}\n',
        }),
      ),
    )
  })

  it('of a guest on a list', async () => {
    await speaking(marked(inPackage(policyOf(['requestable by anna, kim']), { catalog: [owners] })))
  })
})

describe('external-visibility is silent', () => {
  it('where people from outside see what is for them', async () => {
    await silent(inPackage(external))
    await silent(inPackage([internal.replace('partners', 'staff'), external]))
  })

  it('where they see nothing, and nothing is for them', async () => {
    await silent(inPackage(internal, { catalog: [owners] }))
    await silent(inPackage('policy one "One"', { catalog: [owners] }))
    await silent('catalog empty "Empty"\n')
  })

  it('on the policies of another catalog', async () => {
    await silent(`${inPackage(external)}\ncatalog tools "Tools" {\n  owners governance\n}\n`)
  })

  it('on a package of another file', async () => {
    await silent({
      '/directory.entitle': directory,
      '/main.entitle': inPackage(internal),
      '/more.entitle': `package more "More" in partners {\n${external}\n}\n`,
    })
  })

  it('on agents, which are inside', async () => {
    await silent(inPackage(policyOf(['requestable by any agent identity']), { catalog: [owners] }))
  })
})

describe('external-visibility repairs', () => {
  const sparse = policyOf(['requestable by users from fabrikam', 'expires after 90 days'])

  it('by letting them see it', async () => {
    expect(await fixed(inPackage(sparse, { catalog: [owners] }), `Add "${visible}"`)).toContain(
      '  owners governance\n  visible to external users\n  package',
    )
    expect(await fixed(inPackage(sparse, { catalog: ['description "Ours"', owners] }), `Add "${visible}"`)).toContain(
      '  description "Ours"\n  visible to external users\n  owners governance\n',
    )
    expect(await fixed(inPackage(sparse, { catalog: [] }), `Add "${visible}"`)).toContain(
      '  }\n  visible to external users\n}\n',
    )
  })

  it('by taking that out, with its line', async () => {
    expect(await fixed(inPackage(internal, { catalog: [visible, owners] }), `Remove "${visible}"`)).toContain(
      'catalog partners "Partners" {\n  owners governance\n',
    )
  })
})
