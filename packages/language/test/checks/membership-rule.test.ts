import { describe, expect, it } from 'vitest'
import { fixed, says } from './spoken.ts'

const policy = (rule: string) =>
  `catalog c "C" { package p "P" { policy q "Q" { assigned automatically where ${rule} } } }`

describe('rules of automatic assignment', () => {
  says('membership-rule', [
    [policy('"user.department -eq \\"Sales\\""')],
    [policy('"user.department -eq Sales"'), 'error: Sales'],
    [policy('"device.model -eq \\"x\\""'), 'error: device.model'],
    [policy('"user.city -eq \\"a\\" user.city -eq \\"b\\""'), 'error: user.city'],
    [policy('""'), 'error: ""'],
    [policy('"""\n  (user.department -eq "Sales"\n"""'), 'error: ('],
    ['policy template t { assigned automatically where "department -eq 1" }', 'error: department'],
  ])

  says('unknown-attribute', [
    [
      policy('"user.departement -eq \\"Sales\\" -and user.jobtitle -eq \\"x\\""'),
      'warning: user.departement',
      'warning: user.jobtitle',
    ],
    [policy('"user.extensionAttribute1 -eq \\"x\\""')],
  ])

  says('membership-by-group', [
    [
      policy(`"user.memberOf -any (group.objectId -in ['8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11'])"`),
      'warning: user.memberOf',
    ],
  ])

  it('are mended inside their quotes', async () => {
    expect(await fixed(policy('"user.department -eq Sales"'), 'membership-rule')).toBe(
      policy('"user.department -eq \\"Sales\\""'),
    )
    expect(await fixed(policy('"""\n  user.department -eq Sales\n"""'), 'membership-rule')).toBe(
      policy('"""\n  user.department -eq "Sales"\n"""'),
    )
    expect(await fixed(policy('"user.city -eq \\"a\\" && user.city -eq \\"b\\""'), 'membership-rule')).toBe(
      policy('"user.city -eq \\"a\\" -and user.city -eq \\"b\\""'),
    )
    expect(await fixed(policy('"user.departement -eq \\"Sales\\""'), 'unknown-attribute')).toBe(
      policy('"user.department -eq \\"Sales\\""'),
    )
  })
})
