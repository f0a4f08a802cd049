import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent, fixed } = asking('guest-self-review')

const review = (reviewers: string, scope = 'guests in all groups', more = '') => ({
  '/main.entitle': `review guests "Guests" {\n  of ${scope}\n  recurs quarterly\n  reviewers ${reviewers}\n  if no response remove access\n${more}}\n`,
})

describe('guest-self-review speaks', () => {
  it('of guests who review themselves', async () => {
    const [finding] = await speaking(review('«self»'))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Review "Guests" asks guests whether they still need their access. Name other reviewers.',
    )
  })

  it.each(['everyone in group "Alpine"', 'guests in app "CRM"'])('of %s', async scope => {
    await speaking(review('«self»', scope))
  })

  it('as an error in cis', async () => {
    const [finding] = await speaking({ ...review('«self»'), '/s.entitle': 'standard s extends cis\n' })
    expect(finding.severity).toBe('error')
  })
})

describe('guest-self-review is silent', () => {
  it.each(['group owners', 'manager, fallback user "anna@contoso.com"', 'user "anna@contoso.com"'])(
    'on %s',
    async reviewers => {
      await silent(review(reviewers))
    },
  )

  it.each(['members in all groups', 'members in group "Alpine"'])('on %s', async scope => {
    await silent(review('self', scope))
  })
})

describe('guest-self-review repairs', () => {
  it.each(['guests in all groups', 'guests in group "Alpine"'])('by the owners of groups: %s', async scope => {
    expect(await fixed(review('self', scope), 'Have group owners review')).toContain('  reviewers group owners\n')
  })

  it('not in an app, which has none that review', async () => {
    const [finding] = await speaking(review('«self»', 'guests in app "CRM"'))
    expect(finding.fixes).toEqual([])
  })
})
