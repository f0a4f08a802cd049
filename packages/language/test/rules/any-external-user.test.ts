import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf, statements } from './harness.ts'

const { speaking, silent, fixed } = asking('any-external-user')

const open = (requestable: string) => inPackage(policyOf(statements({ requestable })))

describe('any-external-user speaks', () => {
  it('of a policy for anybody outside', async () => {
    const [finding] = await speaking(open('«requestable by any external user»'))
    expect(finding.message).toBe(
      'Policy "Partners" is open to people of companies that nobody configured. Name the organizations, or take every connected organization.',
    )
    expect(finding.severity).toBe('warning')
  })

  it('as an error in strict and zero-trust', async () => {
    for (const standard of ['strict', 'zero-trust']) {
      const [finding] = await speaking(
        `standard ours extends ${standard}\n\n${open('«requestable by any external user»')}`,
      )
      expect(finding.severity).toBe('error')
    }
  })

  it('once on a template, through another one', async () => {
    const [finding] = await speaking(
      inPackage(policyOf(statements({ requestable: undefined }), 'policy one "One" from above'), {
        before:
          'policy template base {\n  «requestable by any external user»\n}\n\npolicy template above from base {\n  extension denied\n}\n',
      }),
    )
    expect(finding.message).toContain('Template base is open')
    expect(finding.related).toHaveLength(1)
  })
})

describe('any-external-user is silent', () => {
  it.each(['any connected organization', 'users from fabrikam', 'any user', 'any member', 'no one', 'kim'])(
    'on %s',
    async who => {
      await silent(open(`requestable by ${who}`))
    },
  )

  it('on a template that no policy uses', async () => {
    await silent('policy template base {\n  requestable by any external user\n}\n')
  })

  it('where it is off', async () => {
    await silent(
      `standard ours extends recommended { rule any-external-user off }\n\n${open('requestable by any external user')}`,
    )
  })
})

describe('any-external-user repairs', () => {
  it('by taking connected organizations only', async () => {
    const source = open('requestable by any external user')
    const title = 'Replace by "requestable by any connected organization"'
    expect(await fixed(source, title)).toContain('      requestable by any connected organization\n')
    const [finding] = await speaking(
      source.replace('requestable by any external user', '«requestable by any external user»'),
    )
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})
