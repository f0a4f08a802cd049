import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('same-decider-twice')

const approved = (stages: string) => inPackage(policyOf(['requestable by any member', `approval { ${stages} }`]))
const reviewed = (reviewers: string) =>
  inPackage(policyOf(['requestable by any member', `review annually { reviewers ${reviewers} }`]))

describe('same-decider-twice speaks', () => {
  it('of one who approves in two stages', async () => {
    const [finding] = await speaking(approved('stage by governance stage by «governance»'))
    expect(finding.message).toBe(
      '"Identity Governance desk" approves requests under policy "Partners" in stage 1 already. Ask somebody else in stage 2, or leave that stage out.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['The first time is here.'])
    expect(finding.severity).toBe('warning')
  })

  it('of one who approves in the first and the last of three, however written', async () => {
    const [finding] = await speaking(
      approved('stage by anna, governance stage by manager stage by «group "IDENTITY Governance desk"»'),
    )
    expect(finding.message).toContain('in stage 1 already. Ask somebody else in stage 3')
  })

  it('of the manager', async () => {
    const [finding] = await speaking(approved('stage by manager, governance stage by «manager»'))
    expect(finding.message).toContain('manager approves requests')
  })

  it('of one who is the fallback of the same', async () => {
    const [finding] = await speaking(approved('stage by manager, governance, fallback anna, «governance»'))
    expect(finding.message).toBe(
      '"Identity Governance desk" approves requests under policy "Partners" already, so it is no fallback. Name somebody else.',
    )
  })

  it('of one to whom requests are passed on that they did not answer', async () => {
    const [finding] = await speaking(approved('stage by anna { within 14 days escalate to kim, «anna» after 9 days }'))
    expect(finding.message).toBe(
      'Policy "Partners" passes requests on to "anna@contoso.com", who didn\'t answer before. Name somebody else.',
    )
  })

  it('of reviewers', async () => {
    const [finding] = await speaking(reviewed('manager, governance, fallback «governance»'))
    expect(finding.message).toContain('reviews access under policy "Partners" already')
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      `policy template base {\n  approval { stage by anna, kim stage by «anna» }\n}\n\n${inPackage([
        policyOf(['requestable by any member'], 'policy a "A" from base'),
        policyOf(['requestable by governance'], 'policy b "B" from base'),
      ])}`,
    )
    expect(finding.message).toContain('policy "A"')
    expect(finding.related).toHaveLength(3)
  })
})

describe('same-decider-twice is silent', () => {
  it('on different ones', async () => {
    await silent(approved('stage by anna, kim stage by governance'))
    await silent(approved('stage by manager, fallback governance stage by manager level 2, fallback governance'))
    await silent(reviewed('manager, fallback governance'))
  })

  it('on the fallback of one stage that approves in another', async () => {
    await silent(approved('stage by manager, fallback governance stage by governance'))
    await silent(approved('stage by governance stage by manager, fallback governance'))
  })

  it('on one to whom requests are passed on and who approves in another stage', async () => {
    await silent(approved('stage by anna { within 14 days escalate to governance after 9 days } stage by governance'))
  })

  it('on one whom the same list names twice: another check says so', async () => {
    await silent(approved('stage by governance, governance'))
  })

  it('on a group of the same name as a user', async () => {
    await silent(approved('stage by group "anna@contoso.com" stage by anna'))
  })

  it('where there is no approval', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage('policy none "None"'))
  })

  it('on reviews without a fallback', async () => {
    await silent(reviewed('self'))
  })
})
