import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('compliance-self-review')

const reviewedBy = (reviewers: string, tags?: string, catalog?: string[]) =>
  inPackage(
    policyOf(['requestable by any member', 'expires after 365 days', `review annually { reviewers ${reviewers} }`]),
    { ...(tags === undefined ? {} : { tags }), ...(catalog === undefined ? {} : { catalog }) },
  )

describe('compliance-self-review speaks', () => {
  it('of a review by the users themselves', async () => {
    const [finding] = await speaking(reviewedBy('«self»', 'compliance'))
    expect(finding.message).toBe(
      'Policy "Partners" lets people review their own access, though package "Suppliers" is tagged compliance. Name other reviewers.',
    )
  })

  it('where others review too, without a fix', async () => {
    const [finding] = await speaking(reviewedBy('governance, «self»', 'project, compliance'))
    expect(finding.fixes).toEqual([])
  })

  it('without a fix where the catalog names nobody', async () => {
    const [finding] = await speaking(reviewedBy('«self»', 'compliance', ['description "Nobody\'s"']))
    expect(finding.fixes).toEqual([])
  })

  it('once on a template that two packages use', async () => {
    const [finding] = await speaking(
      [
        'policy template base {\n  review annually { reviewers «self» }\n}\n',
        'catalog c "C" {\n  owners governance',
        '  package one "One" {\n    tags compliance\n    policy a "A" from base\n  }',
        '  package two "Two" {\n    tags compliance\n    policy b "B" from base\n  }',
        '  package three "Three" {\n    policy c "C" from base\n  }\n}\n',
      ].join('\n'),
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This reaches policy "A" of package "One".',
      'This reaches policy "B" of package "Two".',
    ])
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})

describe('compliance-self-review is silent', () => {
  it('on other reviewers', async () => {
    await silent(reviewedBy('governance', 'compliance'))
    await silent(reviewedBy('manager, fallback governance', 'compliance'))
  })

  it('on packages without the tag', async () => {
    await silent(reviewedBy('self'))
    await silent(reviewedBy('self', 'low-sensitivity'))
  })

  it('on a policy without a review or a block', async () => {
    await silent(inPackage(policyOf(['requestable by any member']), { tags: 'compliance' }))
    await silent(inPackage('policy none "None"', { tags: 'compliance' }))
  })

  it('where it is off for another tag of the package', async () => {
    await silent(
      `standard ours extends recommended { rule compliance-self-review off where tag pilot }\n\n${reviewedBy('self', 'compliance, pilot')}`,
    )
  })
})

describe('compliance-self-review repairs', () => {
  it('by the package managers', async () => {
    expect(await fixed(reviewedBy('self', 'compliance'), 'Have partner-pms review')).toContain(
      'reviewers partner-pms }',
    )
  })

  it('by the owners where there are no package managers', async () => {
    expect(
      await fixed(reviewedBy('self', 'compliance', ['owners governance, anna']), 'Have governance, anna review'),
    ).toContain('reviewers governance, anna }')
  })
})
