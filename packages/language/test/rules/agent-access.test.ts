import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent } = asking('agent-access')

const agents = (...statements: string[]) =>
  inPackage(policyOf([...statements, 'expires after 90 days'], 'policy agents "Agents"'))

describe('agent-access speaks', () => {
  it.each([
    ['any agent identity', 'requestable by any agent identity'],
    ['any service principal', 'requestable by any service principal'],
    ['apps', 'requestable by app "Invoice bot", app "Order bot"'],
  ])('of %s without approval', async (who, statement) => {
    const [finding] = await speaking(agents(`«${statement}»`))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      `Policy "Agents" lets ${who} in without anybody's approval. Have \`user sponsors\` or an owner of the catalog approve.`,
    )
  })

  it('where approval is not required', async () => {
    await speaking(agents('«requestable by any agent identity»', 'approval not required'))
  })

  it('of approval by others', async () => {
    const [finding] = await speaking(
      agents('requestable by any agent identity', '«approval { stage by anna, partner-pms }»'),
    )
    expect(finding.message).toContain(
      'lets any agent identity in with approval only of people who are no sponsors or owners.',
    )
  })

  it('of sponsors and owners who only stand in', async () => {
    await speaking(agents('requestable by any agent identity', '«approval { stage by anna, fallback governance }»'))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage(['policy one "One" from base', 'policy two "Two" from base'], {
        before: 'policy template base {\n  «requestable by any agent identity»\n}\n',
      }),
    )
    expect(finding.message).toContain('Template base')
    expect(finding.related).toHaveLength(2)
  })
})

describe('agent-access is silent', () => {
  it.each([
    'stage by user sponsors, fallback anna',
    'stage by governance',
    'stage by anna, governance',
    'stage by anna stage by user sponsors',
    'stage by group "Identity Governance desk"',
  ])('on approval { %s }', async stages => {
    await silent(agents('requestable by any agent identity', `approval { ${stages} }`))
    await silent(agents('requestable by any service principal', `approval { ${stages} }`))
  })

  it.each(['any member', 'any user', 'any external user', 'no one', 'anna'])('on %s, who are people', async who => {
    await silent(agents(`requestable by ${who}`))
  })

  it('on a policy that says nothing, or assigns automatically', async () => {
    await silent(inPackage('policy none "None"'))
    await silent(agents('assigned automatically where "user.userType -eq \\"Member\\""'))
  })
})
