import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('reviewer-fallback')

const reviewed = (reviewers: string, catalog?: readonly string[]) =>
  inPackage(
    policyOf(['requestable by any member', `review annually { reviewers ${reviewers} }`]),
    catalog === undefined ? {} : { catalog },
  )
const standalone = (reviewers: string) =>
  `review members "Members" {\n  of everyone in governance\n  recurs annually\n  reviewers ${reviewers}\n}\n`

describe('reviewer-fallback speaks', () => {
  it('of managers', async () => {
    const [finding] = await speaking(reviewed('«manager»'))
    expect(finding.message).toBe(
      'The review of policy "Partners" asks only people\'s managers, and not everybody has one. Add a `fallback`: a group, or a user.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('of sponsors', async () => {
    const sponsors = (who: string) =>
      inPackage(policyOf(statements({ review: `review quarterly { reviewers ${who} if no response remove access }` })))
    const [finding] = await speaking(sponsors('«internal sponsors»'))
    expect(finding.message).toContain('asks only internal sponsors, and not everybody has any')
    await speaking(sponsors('«user sponsors»'))
    await speaking(sponsors('«external sponsors», internal sponsors'))
  })

  it('of a review of its own, without a fix', async () => {
    const [finding] = await speaking(standalone('«group owners»'))
    expect(finding.message).toContain('Review "Members" asks only group owners, and not every group has any.')
    expect(finding.fixes).toBeUndefined()
    await speaking(standalone('«manager»'))
  })

  it('without a fix where the catalog has no owners', async () => {
    const [finding] = await speaking(reviewed('«manager»', ['package managers partner-pms']))
    expect(finding.fixes).toBeUndefined()
  })
})

describe('reviewer-fallback is silent', () => {
  it('where there is a fallback', async () => {
    await silent(reviewed('manager, fallback governance'))
    await silent(standalone('group owners, fallback governance'))
  })

  it('where somebody is named beside', async () => {
    await silent(reviewed('manager, governance'))
    await silent(reviewed('anna, manager'))
  })

  it('on named reviewers, and on the users themselves', async () => {
    await silent(reviewed('governance'))
    await silent(reviewed('self'))
    await silent(standalone('self'))
  })

  it('on reviews that say nobody, and on policies without one', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'review annually { open for 3 days }'])))
    await silent(inPackage(policyOf(['requestable by any member'])))
  })
})

describe('reviewer-fallback repairs', () => {
  it("by the catalog's owners", async () => {
    expect(await fixed(reviewed('manager'), 'Add "fallback governance"')).toBe(reviewed('manager, fallback governance'))
  })

  it('behind the last of several', async () => {
    const sponsors = (who: string) =>
      inPackage(
        policyOf(statements({ review: `review quarterly {\n  reviewers ${who}\n  if no response remove access\n}` })),
      )
    expect(await fixed(sponsors('external sponsors, internal sponsors'), 'Add "fallback governance"')).toBe(
      sponsors('external sponsors, internal sponsors, fallback governance'),
    )
  })
})
