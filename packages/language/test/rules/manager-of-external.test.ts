import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('manager-of-external')

const outside = (stages: string, who = 'users from fabrikam', catalog?: readonly string[]) =>
  inPackage(
    policyOf(statements({ requestable: `requestable by ${who}`, approval: `approval { ${stages} }` })),
    catalog === undefined ? {} : { catalog },
  )
const reviewed = (reviewers: string) =>
  inPackage(
    policyOf(statements({ review: `review quarterly { reviewers ${reviewers} if no response remove access }` })),
  )

describe('manager-of-external speaks', () => {
  it('of a manager who approves', async () => {
    const [finding] = await speaking(outside('stage by «manager»'))
    expect(finding.message).toBe(
      'Policy "Partners" lets managers approve, and people from outside rarely have one in the directory. Let `internal sponsors` approve.',
    )
    expect(finding.severity).toBe('warning')
  })

  it.each(['any connected organization', 'any external user'])('with a fallback too, of %s', async who => {
    await speaking(outside('stage by «manager», fallback governance', who))
  })

  it('of the one to whom requests are passed on', async () => {
    await speaking(
      outside('stage by governance { within 14 days escalate to «manager», fallback partner-pms after 9 days }'),
    )
  })

  it('of a manager who reviews', async () => {
    const [finding] = await speaking(reviewed('«manager», fallback governance'))
    expect(finding.message).toContain('lets managers review')
  })

  it('of members and guests on the same terms where there is nobody to fall back on, without a fix', async () => {
    const [finding] = await speaking(outside('stage by «manager»', 'any user'))
    expect(finding.message).toContain('Add a `fallback`, or write a policy for guests with other deciders.')
    expect(finding.fixes).toBeUndefined()
    await speaking(outside('stage by «manager»', 'kim, governance'))
  })

  it('without a fix where there is nobody to fall back on, or sponsors are asked already', async () => {
    const [finding] = await speaking(
      outside('stage by «manager»', 'users from fabrikam', ['package managers partner-pms']),
    )
    expect(finding.fixes).toBeUndefined()
    const [both] = await speaking(outside('stage by «manager», internal sponsors'))
    expect(both.fixes).toBeUndefined()
  })
})

describe('manager-of-external is silent', () => {
  it('on managers of members', async () => {
    await silent(outside('stage by manager', 'any member'))
    await silent(outside('stage by manager', 'governance, anna'))
  })

  it('on members and guests with a fallback, or somebody beside', async () => {
    await silent(outside('stage by manager, fallback governance', 'any user'))
    await silent(outside('stage by manager, governance', 'kim, anna'))
  })

  it('on sponsors and named approvers', async () => {
    await silent(outside('stage by internal sponsors, fallback governance'))
    await silent(outside('stage by governance'))
    await silent(reviewed('governance'))
  })

  it('on a manager to fall back on', async () => {
    await silent(outside('stage by governance, fallback manager'))
  })

  it('on policies without approval or review', async () => {
    await silent(inPackage(policyOf(statements({ approval: undefined, review: undefined }))))
  })

  it('where it is off', async () => {
    await silent(
      `standard s extends recommended { rule manager-of-external off }\n\n${outside('stage by manager, fallback anna')}`,
    )
  })
})

describe('manager-of-external repairs', () => {
  it('by internal sponsors', async () => {
    const source = (who: string) => outside(`stage by ${who}, fallback governance`)
    expect(await fixed(source('manager'), 'Let internal sponsors approve')).toBe(source('internal sponsors'))
  })

  it('by internal sponsors with a fallback where there is none', async () => {
    expect(await fixed(outside('stage by manager', 'any external user'), 'Let internal sponsors approve')).toBe(
      outside('stage by internal sponsors, fallback governance', 'any external user'),
    )
    expect(await fixed(outside('stage by manager, anna'), 'Let internal sponsors approve')).toBe(
      outside('stage by internal sponsors, anna, fallback governance'),
    )
  })

  it('in a review', async () => {
    expect(await fixed(reviewed('manager, fallback governance'), 'Let internal sponsors review')).toBe(
      reviewed('internal sponsors, fallback governance'),
    )
  })
})
