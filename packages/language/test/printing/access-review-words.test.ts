import { expect, it } from 'vitest'
import { deciders, scopeInWords, settingsInWords } from '../../src/printing/access-review-words.ts'

it('tells whose access is reviewed', () => {
  const group = { $ref: 'group', name: 'Engineering' } as const
  expect(scopeInWords({ who: 'guests', in: 'all groups', inactiveFor: 'P90D' })).toBe(
    'guests in all groups, inactive for 90 days',
  )
  expect(scopeInWords({ who: 'everyone', in: group, inactiveFor: null })).toBe('everyone in Engineering')
  expect(scopeInWords(null)).toBeUndefined()
})

it('tells who decides', () => {
  const ada = { by: 'user', of: { $ref: 'user', name: 'ada@contoso.com' } } as const
  expect(deciders('self')([ada, { by: 'manager' }, { by: 'query', of: './x' }])).toBe('ada@contoso.com, manager, ./x')
  expect(deciders('self')([])).toBe('self')
})

it('tells how a review goes', () => {
  const recurrence = { pattern: { type: 'absoluteMonthly', interval: 3 }, range: { type: 'noEnd' } }
  expect(
    settingsInWords({
      recurrence,
      instanceDurationInDays: 14,
      defaultDecision: 'Deny',
      autoApplyDecisionsEnabled: true,
    }),
  ).toBe('quarterly, open 14 days, if no response remove access, decisions applied automatically')
  expect(settingsInWords(null)).toBe('once, decisions applied manually')
})
