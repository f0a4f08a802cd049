import { describe, expect, it } from 'vitest'
import { retryAfter } from '../../src/apply/retry-after.ts'

const now = new Date('2026-06-01T08:00:00Z')

describe('retryAfter', () => {
  it.each([
    ['0', 0],
    ['1', 1000],
    [' 38 ', 38_000],
    ['315', 315_000],
    ['0.5', 500],
    ['Mon, 01 Jun 2026 08:05:15 GMT', 315_000],
    ['Mon, 01 Jun 2026 07:00:00 GMT', 0],
  ])('reads %j as %d ms', (value, milliseconds) => {
    expect(retryAfter({ 'retry-after': value }, now)).toBe(milliseconds)
  })

  it('finds the header whatever its case', () => {
    expect(retryAfter({ 'Retry-After': '2' }, now)).toBe(2000)
  })

  it.each(['', '  ', 'soon', '-5'])('takes %j for no time', value => {
    expect(retryAfter({ 'retry-after': value }, now)).toBeUndefined()
  })

  it('is undefined without the header', () => {
    expect(retryAfter({}, now)).toBeUndefined()
  })
})
