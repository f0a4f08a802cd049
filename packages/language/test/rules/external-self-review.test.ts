import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('external-self-review')

const review = (reviewers: string) => `review quarterly {\n  reviewers ${reviewers}\n  if no response remove access\n}`
const reviewed = (
  reviewers: string,
  more: { requestable?: string; tags?: string; catalog?: readonly string[] } = {},
) => {
  const { requestable, ...surroundings } = more
  return inPackage(
    policyOf(statements({ review: review(reviewers), ...(requestable === undefined ? {} : { requestable }) })),
    surroundings,
  )
}

describe('external-self-review speaks', () => {
  it('of people from outside who review themselves', async () => {
    const [finding] = await speaking(reviewed('«self»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Policy "Partners" lets people from outside review their own access. Name other reviewers, or tag the package low-sensitivity.',
    )
  })

  it.each([
    'requestable by any connected organization',
    'requestable by any external user',
    'requestable by any user',
    'requestable by kim',
  ])('where %s', async requestable => {
    await speaking(reviewed('«self», fallback governance', { requestable }))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(
        ['one', 'two'].map(name => policyOf(statements({ review: undefined }), `policy ${name} "${name}" from base`)),
        { before: 'policy template base {\n  review quarterly { reviewers «self» }\n}\n' },
      ),
    )
    expect(finding.related).toHaveLength(2)
    expect(finding.fixes?.map(({ safe }) => safe)).toEqual([false])
  })

  it('of a compliance package where the other rule is off', async () => {
    const off = 'standard s extends recommended { rule compliance-self-review off }\n\n'
    await speaking(off + reviewed('«self»', { tags: 'compliance' }))
  })
})

describe('external-self-review is silent', () => {
  it('on other reviewers', async () => {
    await silent(reviewed('partner-pms'))
    await silent(reviewed('internal sponsors, fallback governance'))
  })

  it('on a package tagged low-sensitivity', async () => {
    await silent(reviewed('self', { tags: 'project, low-sensitivity' }))
  })

  it('on a compliance package, of which another rule speaks', async () => {
    await silent(reviewed('self', { tags: 'compliance' }))
  })

  it('on people from inside', async () => {
    await silent(reviewed('self', { requestable: 'requestable by any member' }))
    await silent(reviewed('self', { requestable: 'requestable by anna' }))
  })

  it('where there is no review', async () => {
    await silent(inPackage(policyOf(statements({ review: undefined }))))
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule external-self-review off }\n\n${reviewed('self')}`)
  })

  it('where a policy replaces what its template says', async () => {
    await silent(
      inPackage(policyOf(statements(), 'policy one "One" from base'), {
        before: 'policy template base {\n  review quarterly { reviewers self if no response remove access }\n}\n',
      }),
    )
  })
})

describe('external-self-review repairs', () => {
  it("by the catalog's package managers, else its owners", async () => {
    const other = { extension: undefined, approval: undefined }
    const source = (catalog?: readonly string[]) =>
      inPackage(policyOf(statements({ ...other, review: review('self') })), catalog === undefined ? {} : { catalog })
    expect(await fixed(source(), 'Have partner-pms review')).toContain('reviewers partner-pms\n')
    expect(await fixed(source(['owners governance']), 'Have governance review')).toContain('reviewers governance\n')
  })

  it('by nobody who stands in already', async () => {
    const [finding] = await speaking(reviewed('«self», fallback governance', { catalog: ['owners governance'] }))
    expect(finding.fixes).toEqual([])
  })

  it('by nobody where the catalog names nobody', async () => {
    const [finding] = await speaking(reviewed('«self»', { catalog: ['description "x"'] }))
    expect(finding.fixes).toEqual([])
  })
})
