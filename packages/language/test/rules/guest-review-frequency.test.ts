import { describe, expect, it } from 'vitest'
import { asking, findingsOf } from './harness.ts'

const { speaking, silent, fixed } = asking('guest-review-frequency')

const review = (lines: readonly string[], scope = 'guests in all groups', name = 'guests') => ({
  '/main.entitle': [
    `review ${name} "Guests" {`,
    `  of ${scope}`,
    ...lines.map(line => `  ${line}`),
    '  reviewers group owners',
    '  if no response remove access',
    '}',
    '',
  ].join('\n'),
})
const under = (standard: string, source: { readonly '/main.entitle': string }) => ({
  ...source,
  '/standard.entitle': `standard s extends ${standard}\n`,
})

describe('guest-review-frequency speaks', () => {
  it('of a review that takes place once', async () => {
    const [finding] = await speaking(review([], undefined, '«guests»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe('Review "Guests" looks at guests once and never again. Write `recurs quarterly`.')
  })

  it.each(['annually', 'biannually'])('of one that comes round %s', async frequency => {
    const [finding] = await speaking(review([`«recurs ${frequency}»`], 'everyone in group "Alpine"'))
    expect(finding.message).toContain(`looks at guests ${frequency}; the standard asks for quarterly or more often.`)
  })

  it('of one that stops', async () => {
    const [finding] = await speaking(review(['recurs monthly', '«ending after 4 times»']))
    expect(finding.message).toBe('Review "Guests" stops some day, and guests stay. Leave the end out.')
    await speaking(review(['recurs monthly', '«ending 2028-01-01»']))
  })

  it('of what the standard asks for', async () => {
    const [finding] = await speaking(under('cis', review(['«recurs quarterly»'])))
    expect(finding.severity).toBe('error')
    expect(finding.message).toContain('the standard asks for monthly or more often')
    const ours = 'cis { rule guest-review-frequency warning at least weekly }'
    await speaking(under(ours, review(['«recurs monthly»'])))
  })
})

describe('guest-review-frequency is silent', () => {
  it.each(['quarterly', 'monthly', 'weekly'])('on a %s review', async frequency => {
    await silent(review([`recurs ${frequency}`]))
  })

  it('on a monthly review in cis, or as often as its heir asks', async () => {
    await silent(under('cis', review(['recurs monthly'])))
    await silent(under('cis { rule guest-review-frequency error at least annually }', review(['recurs annually'])))
  })

  it('where a waiver in the review excuses it', async () => {
    const waiver = 'waive guest-review-frequency until 2027-03-31 because "Yearly until the merger; GOV-7"'
    const found = await findingsOf('guest-review-frequency', review(['recurs annually', waiver]))
    expect(found.map(({ severity, waived }) => [severity, waived?.until])).toEqual([['info', '2027-03-31']])
    expect(await findingsOf('unused-waiver', review(['recurs annually', waiver]))).toEqual([])
    expect(await findingsOf('unused-waiver', review(['recurs quarterly', waiver]))).toHaveLength(1)
  })

  it.each(['members in all groups', 'members in group "Alpine"'])('on %s', async scope => {
    await silent(review([], scope))
    await silent(review(['recurs annually', 'ending after 2 times'], scope))
  })
})

describe('guest-review-frequency repairs', () => {
  it('by letting it come round', async () => {
    expect((await fixed(review([]), 'Add "recurs quarterly"')).trim()).toMatch(
      /remove access\n {2}recurs quarterly\n}$/,
    )
  })

  it('by a higher frequency', async () => {
    expect(await fixed(review(['recurs annually']), 'Review quarterly')).toContain('  recurs quarterly\n')
  })

  it('by closing one earlier that would overlap the next', async () => {
    const source = under('cis', review(['recurs quarterly', 'open for 30 days']))
    expect(await fixed(source, 'Review monthly')).toContain('  recurs monthly\n  open for 14 days\n')
  })
})
