import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('low-sensitivity-review')

const reviewed = (reviewers: string, tags?: string) =>
  inPackage(
    policyOf(['requestable by any member', `review annually { ${reviewers} }`]),
    tags === undefined ? {} : { tags },
  )

describe('low-sensitivity-review speaks', () => {
  it('of reviewers other than the users', async () => {
    const [finding] = await speaking(reviewed('«reviewers governance»', 'low-sensitivity'))
    expect(finding.message).toBe(
      'Policy "Partners" has others review access to package "Suppliers", which is tagged low-sensitivity. Let people review their own.',
    )
    expect(finding.severity).toBe('hint')
  })

  it('of managers, with their fallback', async () => {
    await speaking(reviewed('«reviewers manager, fallback governance»', 'project, low-sensitivity'))
  })

  it('once on a template, whose fix is not safe', async () => {
    const [finding] = await speaking(
      `policy template base {\n  review annually { «reviewers governance» }\n}\n\n${inPackage(
        [
          policyOf(['requestable by any member'], 'policy a "A" from base'),
          policyOf(['requestable by governance'], 'policy b "B" from base'),
        ],
        { tags: 'low-sensitivity' },
      )}`,
    )
    expect(finding.related).toHaveLength(2)
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})

describe('low-sensitivity-review is silent', () => {
  it('on reviews by the users themselves', async () => {
    await silent(reviewed('reviewers self', 'low-sensitivity'))
    await silent(reviewed('reviewers self, fallback governance', 'low-sensitivity'))
    await silent(reviewed('reviewers self, governance', 'low-sensitivity'))
  })

  it('on packages without the tag, or that are tagged compliance too', async () => {
    await silent(reviewed('reviewers governance'))
    await silent(reviewed('reviewers governance', 'low-sensitivity, compliance'))
  })

  it('on people from outside', async () => {
    await silent(inPackage(policyOf(statements()), { tags: 'low-sensitivity' }))
  })

  it('on a review that says nobody who reviews', async () => {
    await silent(reviewed('open for 3 days', 'low-sensitivity'))
  })

  it('on a policy without a review', async () => {
    await silent(inPackage(policyOf(['requestable by any member']), { tags: 'low-sensitivity' }))
  })
})

describe('low-sensitivity-review repairs', () => {
  it('by the users themselves, without a fallback', async () => {
    const source = reviewed('reviewers manager, fallback governance', 'low-sensitivity')
    expect(await fixed(source, 'Let people review their own access')).toBe(
      reviewed('reviewers self', 'low-sensitivity'),
    )
  })
})
