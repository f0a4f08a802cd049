import { describe, expect, it } from 'vitest'
import { asking } from './harness.ts'

const { speaking, silent } = asking('missing-description')

const catalog = (lines: readonly string[], name = 'c', description = 'description "What C does."') =>
  [`catalog ${name} "C" {`, ...[description, ...lines].filter(Boolean).map(line => `  ${line}`), '}', ''].join('\n')
const described = 'description "What it is for."'
const policies = (...said: string[]) => catalog([`package p "P" { ${described} ${said.join(' ')} }`])

describe('missing-description speaks', () => {
  it('of a catalog', async () => {
    const [finding] = await speaking(catalog(['owners governance'], '«c»', ''))
    expect(finding.message).toBe(
      'Catalog "C" has no description, so who looks after it learns from its name only what belongs there. Add `description` and a sentence on what it is for.',
    )
    expect(finding.severity).toBe('info')
    await speaking('catalog «c» "C"\n')
  })

  it('of a package, whose description says nothing too', async () => {
    const [finding] = await speaking(catalog(['package «p» "P"']))
    expect(finding.message).toContain('Package "P" has no description, so requestors and approvers know its name only.')
    await speaking(catalog(['package «p» "P" { description " " }']))
  })

  it('of a policy between which and another one people choose', async () => {
    const found = await speaking(
      policies(
        'policy «a» "A" { requestable by alpine expires after 9 days }',
        'policy «b» "B" { requestable by anna, alpine expires after 8 days }',
      ),
    )
    expect(found.map(({ message }) => message)[0]).toContain(
      'Policy "A" has no description, and people choose between it and another one.',
    )
  })

  it('as a warning in strict', async () => {
    const [finding] = await speaking('standard s extends strict\n\ncatalog «c» "C" { owners governance }\n')
    expect(finding.severity).toBe('warning')
  })
})

describe('missing-description is silent', () => {
  it('where everything is described', async () => {
    await silent(catalog([`package p "P" { ${described} }`]))
  })

  it('on policies among which nobody chooses', async () => {
    await silent(policies('policy a "A" { requestable by any member }'))
    await silent(policies('policy a "A" { requestable by any member }', 'policy b "B" { requestable by alpine }'))
    await silent(policies('policy a "A" { requestable by governance }', 'policy b "B" { requestable by alpine }'))
    await silent(policies('policy a "A" { requestable by no one }', 'policy b "B" { requestable by no one }'))
    await silent(policies('policy a "A"', 'policy b "B"'))
  })

  it('on policies that have their description from a template', async () => {
    await silent(
      `policy template t {\n  ${described}\n}\n${policies(
        'policy a "A" from t { requestable by alpine expires after 9 days }',
        'policy b "B" from t { requestable by alpine expires after 8 days }',
      )}`,
    )
  })

  it('where it is off', async () => {
    await silent(`standard s extends recommended { rule missing-description off }\n\ncatalog c "C"\n`)
  })
})
