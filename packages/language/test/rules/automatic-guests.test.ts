import { describe, expect, it } from 'vitest'
import { asking, inPackage, policyOf } from './harness.ts'

const { speaking, silent, fixed } = asking('automatic-guests')

const text = (rule: string) => `"${rule.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const assigning = (rule: string) =>
  inPackage(policyOf([`assigned automatically where ${rule}`], 'policy sales "Sales"'))

describe('automatic-guests speaks', () => {
  it('of a rule that asks for something else', async () => {
    const [finding] = await speaking(assigning(`«${text('user.department -eq "Sales"')}»`))
    expect(finding.severity).toBe('warning')
    expect(finding.message).toBe(
      'Policy "Sales" assigns access to guests too. Add `and (user.userType -eq "Member")` to the rule.',
    )
    expect(finding.fixes?.map(({ safe }) => safe)).toEqual([false])
  })

  it.each([
    'user.userType -eq "Guest"',
    'user.userType -ne "Member"',
    'user.userType -ne null',
    'user.userType -in ["Member", "Guest"]',
    '(user.userType -eq "Member") or (user.department -eq "Sales")',
    '-not (user.userType -eq "Member")',
    'user.department -eq "Sales" -and -not (user.userType -eq "Member")',
    'user.department -eq "Member"',
    'user.userPrincipalName -contains "#EXT#"',
    'user.userPrincipalName -notContains "kim#EXT#"',
    'user.proxyAddresses -any (_ -contains "contoso")',
    'user.employeeHireDate -ge system.now -plus p1d',
    'user.userType -match "^(Guest|Member)$"',
  ])('of %s', async rule => {
    await speaking(assigning(`«${text(rule)}»`))
  })

  it('once on a template', async () => {
    const [finding] = await speaking(
      inPackage('policy one "One" from base', {
        before: 'policy template base {\n  assigned automatically where «"user.city -eq \\"Oslo\\""»\n}\n',
      }),
    )
    expect(finding.related).toHaveLength(1)
  })
})

describe('automatic-guests is silent', () => {
  it.each([
    'user.userType -eq "Member"',
    'user.usertype -eq "member"',
    "user.userType -eq 'Member'",
    'user.userType -ne "Guest"',
    'user.userType -in ["Member"]',
    'user.userType -notIn ["Guest"]',
    'user.userType -startsWith "Mem"',
    'user.userType -eq null',
    'user.userType -match "^Member$"',
    'user.userType -notMatch "Guest"',
    '(user.department -eq "Sales") and (user.userType -eq "Member")',
    'user.department -eq "Sales" -and user.userType -eq "Member"',
    'not (user.userType -eq "Guest") and user.city -eq "Oslo"',
    '(user.userType -eq "Member" and user.city -eq "Oslo") or (user.userType -ne "Guest" and user.city -eq "Bergen")',
    'user.department -eq "Sales" and user.userPrincipalName -notContains "#EXT#"',
    'user.userPrincipalName -notMatch "#EXT#" and user.proxyAddresses -any (_ -contains "contoso")',
  ])('on %s', async rule => {
    await silent(assigning(text(rule)))
  })

  it('on the reports of a manager, which stand alone', async () => {
    await silent(assigning(text('Direct Reports for "8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"')))
  })

  it.each(['', 'user.department', 'user.department -eq', '(user.city -eq "Oslo"', 'user.city -in ["Oslo"', 'and'])(
    'on a rule that can not be read, which is a mistake of its own: %s',
    async rule => {
      await silent(assigning(text(rule)))
    },
  )

  it('on what people request', async () => {
    await silent(inPackage(policyOf(['requestable by any user'])))
  })
})

describe('automatic-guests repairs', () => {
  const title = 'Assign to members only'

  it('by one more condition', async () => {
    expect(await fixed(assigning(text('user.department -eq "Sales"')), title)).toContain(
      text('user.department -eq "Sales" and (user.userType -eq "Member")'),
    )
  })

  it('around alternatives', async () => {
    expect(await fixed(assigning(text('user.city -eq "Oslo" or user.city -eq "Rom"')), title)).toContain(
      text('(user.city -eq "Oslo" or user.city -eq "Rom") and (user.userType -eq "Member")'),
    )
    expect(await fixed(assigning(text('(user.city -eq "Oslo" or user.city -eq "Rom")')), title)).toContain(
      text('(user.city -eq "Oslo" or user.city -eq "Rom") and (user.userType -eq "Member")'),
    )
  })
})
