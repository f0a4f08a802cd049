import { expect, it } from 'vitest'
import { firstOf, lossNames } from '../../src/plan/losses.ts'

const people = (count: number) => Array.from({ length: count }, (_, at) => `p${String(at + 10)}`)

it('counts everybody and names the first ten, in order', () => {
  expect(firstOf(people(11).toReversed())).toEqual({ people: 11, first: people(10) })
})

it.each([
  [0, ''],
  [1, 'p10'],
  [2, 'p10, p11'],
  [10, people(10).join(', ')],
  [12, `${people(10).join(', ')} and 2 more`],
])('says %i people as text', (count, text) => {
  expect(lossNames(firstOf(people(count)))).toBe(text)
})
