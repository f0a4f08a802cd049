import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('last-minute-escalation')

const stage = (within: string, escalation: string) => `stage by governance { ${within} ${escalation} }`
const approved = (...stages: string[]) =>
  inPackage(policyOf(['requestable by any member', `approval { ${stages.join(' ')} }`]))
const atLeast = (bound: string) =>
  `standard s extends recommended { rule last-minute-escalation warning at least ${bound} }\n\n`

describe('last-minute-escalation speaks', () => {
  it('of an escalation that leaves less than the bound', async () => {
    const [finding] = await speaking(
      atLeast('3 days') + approved(stage('within 10 days', '«escalate to partner-pms after 8 days»')),
    )
    expect(finding.message).toBe(
      'Policy "Partners" passes requests on 2 days before they are denied; the standard asks for at least 3 days to decide. Pass them on earlier, or keep the stage open longer.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('of a stage that is open for so long by default', async () => {
    await speaking(atLeast('36 hours') + approved(stage('', '«escalate to partner-pms after 13 days»')))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      `${atLeast('2 days')}policy template base {\n  approval { ${stage('within 6 days', '«escalate to anna, kim after 5 days»')} }\n}\n\n${inPackage(
        [
          policyOf(['requestable by any member'], 'policy a "A" from base'),
          policyOf(['requestable by alpine'], 'policy b "B" from base'),
        ],
      )}`,
    )
    expect(finding.related).toHaveLength(2)
  })
})

describe('last-minute-escalation is silent', () => {
  it('where the bound is kept', async () => {
    await silent(atLeast('3 days') + approved(stage('within 10 days', 'escalate to partner-pms after 7 days')))
    await silent(approved(stage('within 14 days', 'escalate to partner-pms after 13 days')))
  })

  it('where less than a day is left: Entra refuses it, and a check says so', async () => {
    await silent(atLeast('3 days') + approved(stage('within 10 days', 'escalate to partner-pms after 10 days')))
    await silent(approved(stage('within 10 days', 'escalate to partner-pms after 12 days')))
  })

  it('on a stage without an escalation', async () => {
    await silent(atLeast('10 days') + approved('stage by governance { within 4 days }'))
  })

  it('where there is no approval', async () => {
    await silent(inPackage(policyOf(['requestable by any member', 'approval not required'])))
    await silent(inPackage('policy none "None"'))
  })
})
