import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('priority-surprise')

const two = (one: string, other: string, terms = ['expires after 90 days', 'expires after 30 days']) =>
  inPackage([
    policyOf([`requestable by ${one}`, terms[0] ?? ''].filter(Boolean), 'policy one "One"'),
    policyOf([`requestable by ${other}`, terms[1] ?? ''].filter(Boolean), 'policy «two» "Two"'),
  ])
const quiet = (one: string, other: string, terms?: string[]) => two(one, other, terms).replace(/[«»]/g, '')

describe('priority-surprise speaks', () => {
  it('of a narrow policy beside a wide one: the narrow one is picked', async () => {
    const [finding] = await speaking(two('any member', 'alpine'))
    expect(finding.message).toBe(
      'The same people may request under policies "One" and "Two", and Entra gives them the terms of "Two", the narrower one. Take them out of the other, or see that these terms are meant.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['Policy "One" takes them too.'])
    expect(finding.severity).toBe('info')
    const [turned] = await speaking(two('alpine', 'any member'))
    expect(turned.message).toContain('the terms of "One", the narrower one')
  })

  it('of policies of one rank: people choose', async () => {
    const [finding] = await speaking(two('alpine, anna', 'governance, alpine'))
    expect(finding.message).toBe(
      'The same people may request under policies "One" and "Two", and Entra lets them choose between the terms. Take them out of one of the two.',
    )
  })

  it.each([
    ['any user', 'any member'],
    ['any user', 'alpine'],
    ['any user', 'users from fabrikam'],
    ['any connected organization', 'any user'],
    ['users from fabrikam', 'users from litware, fabrikam'],
    ['any connected organization', 'users from litware'],
    ['any external user', 'users from fabrikam'],
    ['any external user', 'any connected organization'],
    ['any member', 'any member'],
    ['any member', 'kim, anna'],
    ['app "One"', 'any service principal'],
    ['app "One", app "Two"', 'app "Two"'],
  ])('of %s and %s', async (one, other) => {
    await speaking(two(one, other))
  })

  it('once on each policy, of the first that it meets', async () => {
    const policy = (name: string, who: string, days: number) =>
      policyOf([`requestable by ${who}`, `expires after ${days} days`], `policy ${name} "Policy"`)
    const found = await speaking(
      inPackage([policy('a', 'any member', 90), policy('«b»', 'alpine', 60), policy('«c»', 'alpine', 30)]),
    )
    expect(found).toHaveLength(2)
  })
})

describe('priority-surprise is silent', () => {
  it.each([
    ['any member', 'users from fabrikam'],
    ['any member', 'any external user'],
    ['any member', 'any connected organization'],
    ['any member', 'kim'],
    ['alpine', 'governance'],
    ['users from fabrikam', 'users from litware'],
    ['any member', 'no one'],
    ['no one', 'no one'],
    ['any agent identity', 'any service principal'],
    ['any user', 'any agent identity'],
    ['app "One"', 'app "Two"'],
  ])('on %s and %s', async (one, other) => {
    await silent(quiet(one, other))
  })

  it('on policies that demand and give the same', async () => {
    await silent(quiet('any member', 'alpine', ['expires after 30 days', 'expires after 30 days']))
  })

  it('on automatic assignment beside requests', async () => {
    const automatic = policyOf(['assigned automatically where "user.department -eq \\"Sales\\""'], 'policy a "A"')
    await silent(inPackage([automatic, policyOf(['requestable by any member', 'expires after 9 days'])]))
  })

  it('on a package with one policy or none', async () => {
    await silent(inPackage(policyOf(['requestable by any member'])))
    await silent(inPackage([]))
    await silent(inPackage(['policy a "A"', 'policy b "B"']))
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule priority-surprise off }\n\n${quiet('any member', 'alpine')}`)
  })
})
