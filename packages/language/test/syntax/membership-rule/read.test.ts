import { describe, expect, it } from 'vitest'
import { membershipRuleMistakes } from '../../../src/syntax/membership-rule/read.ts'
import { attributes } from '../../../src/syntax/membership-rule/vocabulary.ts'

const wellFormed = [
  'user.department -eq "Sales"',
  "user.department -eq 'Sales'",
  'user.department eq "Sales"',
  'user.department -EQ "x"',
  '(user.department -eq "Sales") -or (user.department -eq "Marketing")',
  '(user.department -eq "Sales") -and -not (user.jobTitle -startsWith "SDE")',
  'user.country -eq "US" -and (user.department -eq "Marketing" or user.department -eq "Sales")',
  'not not (user.accountEnabled -eq false)',
  'user.department -in ["50001", "50002",\'x\']',
  'user.department -notIn [1,2]',
  'user.mail -ne null',
  'user.mail -eq $null',
  'user.accountEnabled -eq "true"',
  'user.department -eq "`"Sales`""',
  "user.surname -eq 'O''Neil'",
  'user.displayName -match "^Da.*"',
  'user.mail -endsWith "@contoso.com"',
  'user.employeeHireDate -ge system.now -plus p1d',
  'user.employeeHireDate -le 2020-06-10T18:13:20Z',
  'user.assignedPlans -any (assignedPlan.servicePlanId -eq "x" -and assignedPlan.capabilityStatus -eq "Enabled")',
  'user.assignedPlans -all (assignedPlan.servicePlanId -eq null)',
  '(user.proxyAddresses -any (_ -startsWith "contoso"))',
  'user.proxyAddresses -any _ -startsWith "contoso"',
  'user.otherMails -startsWith "alias@domain"',
  'user.extensionAttribute15 -eq "Marketing"',
  'user.extension_c272a57b722d4eb29bfe327874ae79cb_OfficeNumber -eq "123"',
  'Direct Reports for "62e19b97-8b3d-4d4a-a106-4ce66896a863"',
  '  user.objectId\n-ne null  ',
  'user.employeeId -eq 42',
]

/** A rule, the piece that its first mistake lies on, a part of what it says, and the replacement. */
const slips: readonly (readonly [string, string, string, string?])[] = [
  ['', '', 'is empty'],
  ['  ', '  ', 'is empty'],
  ['user.department', 'user.department', 'compared with nothing'],
  ['user.department -eq', '-eq', 'compares with nothing'],
  ['user.department "Sales"', '"Sales"', 'stands an operator'],
  ['user.department = "Sales"', '=', 'no operator', '-eq'],
  ['user.department == "Sales"', '==', 'no operator', '-eq'],
  ['user.department != "Sales"', '!=', 'no operator', '-ne'],
  ['user.department -equals "Sales"', '-equals', 'no operator'],
  ['user.department -startWith "S"', '-startWith', 'did you mean `-startsWith`', '-startsWith'],
  ['user.department –eq "Sales"', '–eq', 'a hyphen', '-eq'],
  ['user.department -eq "a" –and user.country -eq "b"', '–and', 'a hyphen', '-and'],
  ['user.department -eq Sales', 'Sales', 'in quotes', '"Sales"'],
  ['user.department -eq 8c1b6d0f-57a4', '8c1b6d0f-57a4', 'in quotes', '"8c1b6d0f-57a4"'],
  ['user.department -eq “Sales”', '“Sales”', 'straight quotes', '"Sales"'],
  ['user.department -eq "Sales', '"', 'not closed'],
  ["user.department -eq 'Sales", "'", 'not closed'],
  ['"Sales" -eq user.department', '"Sales"', 'starts with the attribute'],
  ['department -eq "Sales"', 'department', '`user.department`', 'user.department'],
  ['whatever -eq "Sales"', 'whatever', 'start with `user.`'],
  ['device.deviceOSType -eq "iOS"', 'device.deviceOSType', 'users'],
  ['_ -eq "x"', '_', 'an item of a list'],
  ['(user.department -eq "Sales"', '(', 'not closed'],
  ['((user.department -eq "Sales")', '(', 'not closed'],
  ['user.department -eq "Sales")', ')', 'closes none'],
  ['()', ')', 'a condition is missing'],
  ['user.department -eq "a" -and', '-and', 'missing behind this'],
  ['user.department -eq "a" -and -or user.city -eq "b"', '-or', 'condition is expected'],
  ['-and user.department -eq "a"', '-and', 'condition is expected'],
  ['user.department -eq "a" user.city -eq "b"', 'user.city', 'stands `-and` or `-or`'],
  ['user.department -eq "a" (user.city -eq "b")', '(', 'stands `-and` or `-or`'],
  ['(user.department -eq "a" user.city -eq "b")', 'user.city', 'stands `-and` or `-or`'],
  ['user.department -eq "a" && user.city -eq "b"', '&&', 'Write `-and`', '-and'],
  ['user.department -eq "a" || user.city -eq "b"', '||', 'Write `-or`', '-or'],
  ['user.department -eq "a"; x', ';', 'fits nothing'],
  ['user.department -in "a"', '"a"', 'a list in brackets', '["a"]'],
  ['user.department -eq ["a"]', '["a"]', '`-in`'],
  ['user.department -ne ["a"]', '["a"]', '`-notIn`'],
  ['user.department -in []', '[]', 'empty'],
  ['user.department -in ["a" "b"]', '"b"', 'separated by commas'],
  ['user.department -in ["a"', '[', 'ends with `]`'],
  ['user.department -in ["a",', '[', 'not closed'],
  ['user.department -in ["a", b]', 'b', 'in quotes', '"b"'],
  ['user.department -contains null', 'null', '`-eq` or `-ne`'],
  ['user.department -le "a"', '-le', 'compares dates'],
  ['user.department -eq system.now', 'system.now', 'compared with dates'],
  ['user.accountEnabled -contains "a"', '-contains', 'true or false'],
  ['user.accountEnabled -eq "yes"', '"yes"', 'without quotes'],
  ['user.department -any (_ -eq "a")', '-any', 'one value'],
  ['user.assignedPlans -eq "x"', '-eq', 'is a list'],
  ['user.displayName -match "(a"', '(', 'not closed'],
  ['user.displayName -match "[z-a]"', 'z-a', 'backwards'],
  ['Direct Reports for someone', 'someone', 'id of the manager'],
  ['Direct Reports for', 'for', 'id of the manager'],
  ['Direct Reports for "62e19b97-8b3d-4d4a-a106-4ce66896a863" -and user.city -eq "x"', '-and', '`-and` or `-or`'],
]

describe('a membership rule', () => {
  it.each(wellFormed)('is well formed: %s', rule => {
    expect(membershipRuleMistakes(rule)).toEqual([])
  })

  it.each(slips.map(([rule, piece, message, replacement]) => ({ rule, piece, message, replacement })))(
    'with a slip: $rule',
    ({ rule, piece, message, replacement }) => {
      const found = membershipRuleMistakes(rule)
      expect(found).toHaveLength(1)
      expect(found[0]?.message).toContain(message)
      expect(rule.slice(found[0]?.start, found[0]?.end)).toBe(piece)
      expect(found[0]?.replacement).toBe(replacement)
      expect(found[0]?.kind).toBe('malformed')
    },
  )

  it('may name an attribute that nobody documents, and the nearest is offered', () => {
    expect(
      membershipRuleMistakes('user.departement -eq "a" -and user.jobtitle -eq "b" -and user.favouriteColour -eq "c"'),
    ).toEqual([
      expect.objectContaining({ kind: 'unknown attribute', start: 0, end: 16, replacement: 'user.department' }),
      expect.objectContaining({ kind: 'unknown attribute', replacement: 'user.jobTitle' }),
      expect.not.objectContaining({ replacement: expect.anything() }),
    ])
  })

  it('has at most 3072 characters', () => {
    const rule = `user.city -eq "${'x'.repeat(3100)}"`
    expect(membershipRuleMistakes(rule)).toEqual([
      expect.objectContaining({
        kind: 'malformed',
        start: 3072,
        end: rule.length,
        message: expect.stringContaining('3072'),
      }),
    ])
  })

  it('by membership of groups works for now', () => {
    expect(
      membershipRuleMistakes("user.memberOf -any (group.objectId -in ['62e19b97-8b3d-4d4a-a106-4ce66896a863'])"),
    ).toEqual([expect.objectContaining({ kind: 'deprecated', start: 0, end: 13 })])
  })

  it.each(attributes.filter(({ about }) => about === 'text').map(({ word }) => word))('may compare %s', word => {
    expect(membershipRuleMistakes(`${word} -eq "x"`)).toEqual([])
  })

  it('of any pieces is read to an end, and mistakes lie inside it', () => {
    const pieces = [
      'user.department',
      '-eq',
      '"a"',
      '(',
      ')',
      '[',
      ']',
      ',',
      '-and',
      'not',
      'null',
      '_',
      '–or',
      '"',
      "'",
      '-any',
      '&&',
      '1',
    ]
    let seed = 7
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed
    }
    for (let round = 0; round < 3000; round++) {
      const rule = Array.from({ length: random() % 9 }, () => pieces[random() % pieces.length]).join(' ')
      for (const { start, end, message } of membershipRuleMistakes(rule)) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(end).toBeLessThanOrEqual(rule.length)
        expect(message).toMatch(/[.?]$/)
      }
    }
  })
})
