import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('approval-window')

const approved = (stages: string) => inPackage(policyOf(['requestable by any member', `approval { ${stages} }`]))
const atMost = (bound: string) => `standard s extends recommended { rule approval-window warning at most ${bound} }\n\n`

describe('approval-window speaks', () => {
  it('of a stage that is open too long', async () => {
    const [finding] = await speaking(approved('stage by governance { within «15 days» }'))
    expect(finding.message).toBe(
      'Policy "Partners" lets a request wait 15 days for its approver; the standard allows at most 14 days. Shorten the stage.',
    )
    expect(finding.severity).toBe('info')
  })

  it('of each of several', async () => {
    await speaking(approved('stage by governance { within «3 weeks» } stage by anna, kim { within «20 days» }'))
  })

  it('by the bound of a standard, of what is open so long by default too', async () => {
    const [finding] = await speaking(atMost('5 days') + approved('«stage by governance»'))
    expect(finding.message).toContain('wait 14 days for its approver, since the stage says nothing else;')
    expect(finding.severity).toBe('warning')
    await speaking(atMost('8 hours') + approved('stage by governance { within «1 day» }'))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      `policy template base {\n  approval { stage by governance { within «30 days» } }\n}\n\n${inPackage([
        policyOf(['requestable by any member'], 'policy a "A" from base'),
        policyOf(['requestable by alpine'], 'policy b "B" from base'),
      ])}`,
    )
    expect(finding.message).toContain('Template base lets')
    expect(finding.related).toHaveLength(2)
  })
})

describe('approval-window is silent', () => {
  it('on a stage that closes in time', async () => {
    await silent(approved('stage by governance { within 14 days }'))
    await silent(approved('stage by governance { within 2 weeks } stage by anna, kim { within 8 hours }'))
    await silent(approved('stage by governance'))
  })

  it('on a bound that it keeps', async () => {
    await silent(atMost('30 days') + approved('stage by governance { within 30 days }'))
  })

  it('where there is no approval', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage('policy none "None"'))
  })

  it('where it is off', async () => {
    const off = 'standard s extends recommended { rule approval-window off }\n\n'
    await silent(off + approved('stage by governance { within 30 days }'))
  })
})
