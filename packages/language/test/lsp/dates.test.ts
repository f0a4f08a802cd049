import { expect, it } from 'vitest'
import { dateAfter, offeredDates } from '../../src/lsp/dates.ts'

it.each([
  ['2026-11-22', 180 * 1440, '2027-05-21'],
  ['2026-12-31', 1440, '2027-01-01'],
  ['2028-02-28', 1440, '2028-02-29'],
  ['2026-11-22', 60, '2026-11-23'],
  ['2026-11-22', 0, '2026-11-22'],
])('%s and %i minutes is %s', (today, minutes, date) => {
  expect(dateAfter(today, minutes)).toBe(date)
})

it.each([99_999_999_999 * 1440, Number.MAX_VALUE, Number.POSITIVE_INFINITY, 8000 * 366 * 1440])(
  'knows no date that is %d minutes away',
  minutes => {
    expect(dateAfter('2026-11-22', minutes)).toBeUndefined()
  },
)

it('offers each date once, in order of quarters', () => {
  expect(offeredDates('2026-12-31').map(({ date }) => date)).toEqual([
    '2026-12-31',
    '2027-03-31',
    '2027-06-30',
    '2027-09-30',
    '2027-12-31',
  ])
  expect(offeredDates('2028-02-29').at(-1)).toEqual({ date: '2029-03-01', what: 'in a year' })
})
