import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent } = asking('review-never-happens')

const policy = (...lines: string[]) => inPackage(policyOf(['requestable by any member', ...lines]))
const review = (frequency: string, starting = '') =>
  `review ${frequency} {${starting === '' ? '' : ` starting ${starting}`} reviewers governance }`

describe('review-never-happens speaks', () => {
  it.each([
    ['8 hours', 'weekly'],
    ['3 days', 'weekly'],
    ['13 days', 'monthly'],
    ['44 days', 'quarterly'],
    ['90 days', 'biannually'],
    ['182 days', 'annually'],
  ])('of access for %s that is reviewed %s', async (length, frequency) => {
    const [finding] = await speaking(policy(`expires after ${length}`, `«${review(frequency)}»`))
    expect(finding.message).toBe(
      `Access under policy "Partners" lasts ${length} and is reviewed ${frequency}, so most of it ends before a review starts. Review it more often, or leave the review out.`,
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['Access ends here.'])
    expect(finding.fixes).toBeUndefined()
  })

  it('of a review that starts after the day on which access ends', async () => {
    const [finding] = await speaking(policy('expires on 2027-06-30', `«${review('annually', '2027-07-01')}»`))
    expect(finding.message).toBe(
      'Access under policy "Partners" expires on 2027-06-30, and its first review starts on 2027-07-01. Start the review earlier, or leave it out.',
    )
  })

  it("on the policy's expiration where the template has the review", async () => {
    const [finding] = await speaking(
      `policy template base {\n  ${review('quarterly')}\n}\n\n${inPackage(
        policyOf(['requestable by any member', '«expires after 14 days»'], 'policy p "P" from base'),
      )}`,
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['The template has it reviewed here.'])
  })

  it('once on a template that says both', async () => {
    await speaking(
      `policy template base {\n  expires after 14 days\n  «${review('quarterly')}»\n}\n\n${inPackage([
        policyOf(['requestable by any member'], 'policy a "A" from base'),
        policyOf(['requestable by governance'], 'policy b "B" from base'),
      ])}`,
    )
  })

  it('of people from outside where no standard asks for their review', async () => {
    const short = inPackage(
      policyOf(
        statements({
          expiration: 'expires after 14 days',
          extension: undefined,
          review: `«${review('quarterly')}»`,
        }),
      ),
    )
    await speaking(`standard s extends recommended { rule external-review off }\n\n${short}`)
  })
})

describe('review-never-happens is silent', () => {
  it.each([
    ['4 days', 'weekly'],
    ['14 days', 'monthly'],
    ['45 days', 'quarterly'],
    ['180 days', 'quarterly'],
    ['91 days', 'biannually'],
    ['183 days', 'annually'],
  ])('on access for %s that is reviewed %s', async (length, frequency) => {
    await silent(policy(`expires after ${length}`, review(frequency)))
  })

  it('on access that may be extended', async () => {
    await silent(policy('expires after 8 hours', 'extension allowed', review('annually')))
  })

  it('on access that never ends, or has no review', async () => {
    await silent(policy('never expires', review('annually')))
    await silent(policy(review('annually')))
    await silent(policy('expires after 8 hours'))
  })

  it('on a review that starts in time, or as soon as it can', async () => {
    await silent(policy('expires on 2027-06-30', review('annually', '2027-06-30')))
    await silent(policy('expires on 2027-06-30', review('annually')))
  })

  it('on short access of people from outside, whose review a standard asks for', async () => {
    await silent(inPackage(policyOf(statements({ expiration: 'expires after 14 days' }))))
  })
})
