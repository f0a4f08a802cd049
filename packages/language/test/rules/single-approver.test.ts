import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('single-approver')

const approved = (stages: string) =>
  inPackage(policyOf(['requestable by any member', `approval { ${stages} }`, 'expires after 90 days']))
const reviewed = (reviewers: string) =>
  inPackage(policyOf(['requestable by any member', `review annually { reviewers ${reviewers} }`]))
const standalone = (reviewers: string) =>
  `review guests "Guests" {\n  of guests in all groups\n  recurs quarterly\n  reviewers ${reviewers}\n}\n`

describe('single-approver speaks', () => {
  it('of a user who alone approves', async () => {
    const [finding] = await speaking(approved('stage by «anna»'))
    expect(finding.message).toBe(
      'Policy "Partners" leaves every request to "anna@contoso.com" alone. Ask a group, or name somebody else too.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('of a stage among several, and of a user written in place', async () => {
    const [finding] = await speaking(approved('stage by governance stage by «user "ben@contoso.com"»'))
    expect(finding.message).toContain('leaves stage 2 to "ben@contoso.com" alone')
  })

  it('of a user who alone reviews', async () => {
    const [finding] = await speaking(reviewed('«anna»'))
    expect(finding.message).toContain('The review of policy "Partners" is up to "anna@contoso.com" alone.')
    await speaking(standalone('«anna»'))
  })

  it('once on a template, of approval and review', async () => {
    const found = await speaking(
      `policy template base {\n  approval { stage by «anna» }\n  review annually { reviewers «anna» }\n}\n\n${inPackage(
        [
          policyOf(['requestable by any member'], 'policy a "A" from base'),
          policyOf(['requestable by governance'], 'policy b "B" from base'),
        ],
      )}`,
    )
    expect(found.map(({ related }) => related?.length)).toEqual([2, 2])
  })
})

describe('single-approver is silent', () => {
  it('on a group', async () => {
    await silent(approved('stage by governance'))
    await silent(reviewed('governance'))
    await silent(standalone('governance'))
  })

  it('on several', async () => {
    await silent(approved('stage by anna, user "ben@contoso.com"'))
    await silent(reviewed('anna, manager'))
  })

  it('where there is a fallback or an escalation', async () => {
    await silent(approved('stage by anna, fallback governance'))
    await silent(approved('stage by anna { within 14 days escalate to governance after 9 days }'))
    await silent(reviewed('anna, fallback governance'))
    await silent(standalone('anna, fallback governance'))
  })

  it('on managers, sponsors and the users themselves', async () => {
    await silent(approved('stage by manager'))
    await silent(reviewed('self'))
  })

  it('on policies without approval or review', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage('policy none "None"'))
  })
})
