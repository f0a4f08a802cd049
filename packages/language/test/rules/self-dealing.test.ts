import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('self-dealing')

const policy = (who: string, ...lines: string[]) => inPackage(policyOf([`requestable by ${who}`, ...lines]))
const approved = (who: string, stages: string) => policy(who, `approval { ${stages} }`)
const reviewed = (who: string, reviewers: string) => policy(who, `review annually { reviewers ${reviewers} }`)

describe('self-dealing speaks', () => {
  it('of a group that approves what it requests', async () => {
    const [finding] = await speaking(approved('alpine', 'stage by «alpine»'))
    expect(finding.message).toBe(
      '"Project Alpine" may request under policy "Partners" and approves these requests. Let somebody else approve.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['This is who may request.'])
    expect(finding.severity).toBe('warning')
  })

  it('of one among others, as fallback, and to whom requests are passed on', async () => {
    await speaking(approved('anna, alpine', 'stage by governance, «alpine»'))
    await speaking(approved('alpine', 'stage by manager, fallback «alpine»'))
    await speaking(approved('alpine', 'stage by governance { within 14 days escalate to «alpine» after 9 days }'))
  })

  it('of a group however it is written', async () => {
    await speaking(approved('group "project alpine"', 'stage by «alpine»'))
  })

  it('of a group that reviews its own access', async () => {
    const [finding] = await speaking(reviewed('alpine', '«alpine»'))
    expect(finding.message).toContain('and reviews this access. Let somebody else review it.')
    await speaking(reviewed('alpine', 'manager, fallback «alpine»'))
  })

  it('of a user whose requests nobody else could approve', async () => {
    await speaking(approved('anna, kim', 'stage by «anna»'))
    await speaking(reviewed('anna', '«anna»'))
  })

  it('on a template, of the policies of those who may request', async () => {
    const [finding] = await speaking(
      `policy template base {\n  approval { stage by «alpine» }\n}\n\n${inPackage([
        policyOf(['requestable by alpine'], 'policy a "A" from base'),
        policyOf(['requestable by governance'], 'policy b "B" from base'),
      ])}`,
    )
    expect(finding.related?.map(({ message }) => message)).toEqual([
      'This is who may request.',
      'This reaches policy "A" of package "Suppliers".',
    ])
  })
})

describe('self-dealing is silent', () => {
  it('where others decide', async () => {
    await silent(approved('alpine', 'stage by governance'))
    await silent(reviewed('alpine', 'governance'))
    await silent(approved('alpine', 'stage by manager, fallback governance'))
  })

  it('on a user among several approvers, since nobody approves their own request', async () => {
    await silent(approved('anna, kim', 'stage by anna, kim'))
    await silent(approved('anna', 'stage by anna, governance'))
    await silent(approved('anna', 'stage by anna { within 14 days escalate to governance after 9 days }'))
    await silent(reviewed('anna', 'anna, governance'))
  })

  it('on people who may request by another word', async () => {
    await silent(approved('any member', 'stage by alpine'))
    await silent(approved('no one', 'stage by alpine'))
  })

  it('on reviews by the users themselves: other rules look at these', async () => {
    await silent(reviewed('alpine', 'self'))
  })

  it('where there is no approval', async () => {
    await silent(policy('alpine', 'approval not required'))
    await silent(policy('alpine'))
    await silent(inPackage('policy none "None"'))
  })

  it('where a standard switches it off', async () => {
    await silent(`standard s extends recommended { rule self-dealing off }\n\n${approved('alpine', 'stage by alpine')}`)
  })
})
