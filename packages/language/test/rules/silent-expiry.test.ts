import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('silent-expiry')

const policy = (...lines: string[]) => inPackage(policyOf(['requestable by any member', ...lines]))

describe('silent-expiry speaks', () => {
  it('of access that expires after a time', async () => {
    const [finding] = await speaking(policy('expires after 90 days', '«notifications off»'))
    expect(finding.message).toBe(
      'Policy "Partners" turns notifications off, so nobody is told before access ends. Leave them on.',
    )
    expect(finding.related?.map(({ message }) => message)).toEqual(['Access ends here.'])
    expect(finding.severity).toBe('warning')
  })

  it('of access that expires on a day', async () => {
    await speaking(policy('«notifications off»', 'expires on 2027-06-30'))
  })

  it('once on a template, of the policies that expire', async () => {
    const [finding] = await speaking(
      `policy template quiet {\n  «notifications off»\n}\n\n${inPackage([
        policyOf(['requestable by any member', 'expires after 9 days'], 'policy a "A" from quiet'),
        policyOf(['requestable by governance', 'never expires'], 'policy b "B" from quiet'),
      ])}`,
    )
    expect(finding.message).toContain(
      'Template quiet turns notifications off, so nobody is told before access under policy "A" ends.',
    )
    expect(finding.related?.map(({ message }) => message)).toContain('This reaches policy "A" of package "Suppliers".')
    expect(finding.related).toHaveLength(2)
    expect(finding.fixes?.[0]?.safe).toBe(false)
  })
})

describe('silent-expiry is silent', () => {
  it('on access that never expires', async () => {
    await silent(policy('notifications off', 'never expires'))
    await silent(policy('notifications off'))
  })

  it('where notifications are on', async () => {
    await silent(policy('expires after 90 days'))
  })

  it('on automatic assignments, which do not expire', async () => {
    const rule = 'assigned automatically where "user.department -eq \\"Sales\\""'
    await silent(inPackage(policyOf([rule, 'notifications off'])))
  })

  it('where it is off for a tag', async () => {
    const off = 'standard s extends recommended { rule silent-expiry off where tag quiet }\n\n'
    const source = policyOf(['requestable by any member', 'notifications off', 'expires after 8 hours'])
    await silent(off + inPackage(source, { tags: 'quiet' }))
  })
})

describe('silent-expiry repairs', () => {
  it('by taking out the line', async () => {
    expect(
      await fixed(policy('expires after 90 days', 'notifications off', 'extension denied'), 'Turn notifications on'),
    ).toBe(policy('expires after 90 days', 'extension denied'))
  })

  it('within a line', async () => {
    const source = (off: string) => inPackage(`policy p "P" { requestable by any member${off} expires after 9 days }`)
    expect(await fixed(source(' notifications off'), 'Turn notifications on')).toBe(source(''))
  })
})
