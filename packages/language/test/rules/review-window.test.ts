import { describe, expect, it } from 'vitest'
import { asking, findingsOf, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('review-window')

const policy = (review: string) => inPackage(policyOf(['requestable by any member', review]))
const review = (openFor: string, frequency = 'annually') =>
  `review ${frequency} { open for ${openFor} reviewers governance }`
const standalone = (openFor: string) =>
  `review «guests» "Guests" {\n  of guests in all groups\n  recurs quarterly\n  ${openFor}\n  reviewers governance\n}\n`
const atMost = (bound: string) => `standard s extends recommended { rule review-window warning at most ${bound} }\n\n`

describe('review-window speaks', () => {
  it('of a review that is open too long', async () => {
    const [finding] = await speaking(policy(review('«31 days»')))
    expect(finding.message).toBe(
      'The review of policy "Partners" stays open for 31 days; the standard allows at most 30 days. Let it close earlier.',
    )
    expect(finding.severity).toBe('info')
  })

  it('of one of its own', async () => {
    const [finding] = await speaking(standalone('open for «5 weeks»').replace('«guests»', 'guests'))
    expect(finding.message).toContain('Review "Guests" stays open for 35 days;')
  })

  it('by the bound of a standard, of what is open so long by default too', async () => {
    const [finding] = await speaking(atMost('13 days') + policy('«review annually { reviewers governance }»'))
    expect(finding.message).toContain(
      'stays open for 14 days, since it says nothing else; the standard allows at most 13',
    )
    expect(finding.severity).toBe('warning')
    await speaking(`${atMost('1 week')}${standalone('')}`)
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      `policy template base {\n  ${review('«60 days»')}\n}\n\n${inPackage([
        policyOf(['requestable by any member'], 'policy a "A" from base'),
        policyOf(['requestable by governance'], 'policy b "B" from base'),
      ])}`,
    )
    expect(finding.message).toContain('The review of template base stays open')
    expect(finding.related).toHaveLength(2)
  })
})

describe('review-window is silent', () => {
  it('on a review that closes in time', async () => {
    await silent(policy(review('30 days')))
    await silent(policy('review annually { reviewers governance }'))
    await silent(policy('review weekly { reviewers governance }'))
  })

  it('on a policy without a review', async () => {
    await silent(inPackage(policyOf(['requestable by any member'])))
  })

  it('on a review of its own that closes in time', async () => {
    await silent(standalone('open for 30 days').replace('«guests»', 'guests'))
  })

  it('where it is waived for a review of its own', async () => {
    const source = standalone('open for 60 days\n  waive review-window until 2027-01-01 because "Summer"')
    expect((await findingsOf('review-window', source)).map(({ waived }) => waived?.until)).toEqual(['2027-01-01'])
  })

  it('on a longer bound', async () => {
    await silent(atMost('60 days') + policy(review('60 days')))
  })
})
