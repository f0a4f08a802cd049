import { describe, expect, it } from 'vitest'
import { aligned, padded, widest, widthOf, wrapped } from '../../src/views/columns.ts'
import { counted, listed } from '../../src/views/counted.ts'
import { bar } from '../../src/views/progress.ts'
import { took } from '../../src/views/took.ts'

describe('counts', () => {
  it.each([
    [0, 'error', '0 errors'],
    [1, 'error', '1 error'],
    [2, 'policy', '2 policies'],
    [1, 'policy', '1 policy'],
    [3, 'day', '3 days'],
    [2, 'incompatible package', '2 incompatible packages'],
  ])('agree with their nouns: %i %s', (count, noun, words) => {
    expect(counted(count, noun)).toBe(words)
  })

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('are listed: %j', (words, text) => {
    expect(listed(words)).toBe(text)
  })
})

describe('times', () => {
  it.each([
    [0, '0 ms'],
    [212.4, '212 ms'],
    [1400, '1.4 s'],
    [12_345, '12 s'],
    [60_000, '1 min'],
    [250_000, '4 min 10 s'],
  ])('%i milliseconds are %s', (milliseconds, words) => {
    expect(took(milliseconds)).toBe(words)
  })
})

describe('columns', () => {
  it('are counted as a terminal shows them', () => {
    expect(widthOf('東京')).toBe(4)
    expect(widthOf('\u001b[31mred\u001b[39m')).toBe(3)
    expect(padded('東', 4)).toBe('東  ')
    expect(widest(['a', 'bbb'])).toBe(3)
    expect(widest([])).toBe(0)
  })

  it('line up in rows, the last one open', () => {
    expect(
      aligned([
        ['a', 'bb', 'c'],
        ['aaa', 'b', 'cc'],
      ]),
    ).toEqual(['a    bb  c', 'aaa  b   cc'])
  })

  it('break at words', () => {
    expect(wrapped('one two three four five six', 20)).toEqual(['one two three four', 'five six'])
  })
})

describe('the bar', () => {
  it.each([
    [0, 6, '▁▁▁▁▁▁▁▁▁▁'],
    [3, 6, '▇▇▇▇▇▁▁▁▁▁'],
    [6, 6, '▇▇▇▇▇▇▇▇▇▇'],
    [0, 0, '▇▇▇▇▇▇▇▇▇▇'],
  ])('%i of %i', (done, of, shown) => {
    expect(bar(done, of)).toBe(shown)
  })
})
