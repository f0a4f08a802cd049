import { describe, expect, it } from 'vitest'
import { patternMistake } from '../../src/syntax/pattern.ts'

const fine = [
  '',
  '^PO-[0-9]{6}$',
  '^\\d{4,}$',
  'a{2,4}?b*?c+?d??',
  'a{,3}|b{x}',
  '(a|b)(?:c)(?=d)(?!e)(?<=f)(?<!g)',
  '(?<year>\\d{4})-\\k<year>',
  '[^\\]\\-a-z.-]',
  '[a-z-[aeiou]]',
  '[\\]]',
  '[+--]',
  '\\p{L}+\\u00e9\\x41\\cA\\.\\/\\-\\*',
  '(?i)abc(?-i:d)(?#comment)',
  '(?>a+)b',
  '\\bword\\B\\A\\Z',
  '\u{1F600}+',
  '(?(a)b|c)',
]

/** A pattern, the piece that the slip lies on, and a part of what it says. */
const slips: readonly (readonly [string, string, string])[] = [
  ['(a', '(', 'not closed'],
  ['(a(b)', '(', 'not closed'],
  ['a)', ')', 'closes none'],
  ['[a', '[', 'not closed'],
  ['[]', '[]', 'no character'],
  ['[^]', '[^]', 'no character'],
  ['[z-a]', 'z-a', 'runs backwards'],
  ['[a-\\d]', 'a-\\d', 'no range'],
  ['[\\y]', '\\y', 'between brackets'],
  ['*a', '*', 'nothing'],
  ['a|+', '+', 'nothing'],
  ['(?:*)', '*', 'nothing'],
  ['^*', '*', 'nothing'],
  ['a**', '*', 'nothing'],
  ['a{2}{3}', '{3}', 'nothing'],
  ['a{4,2}', '{4,2}', 'Write `{2,4}`'],
  ['abc\\', '\\', 'escapes nothing'],
  ['\\yabc', '\\y', 'means nothing'],
  ['\\_', '\\_', 'means nothing'],
  ['\\xZ', '\\x', 'not complete'],
  ['\\u12', '\\u', 'not complete'],
  ['\\pL', '\\p', 'not complete'],
  ['(?P<a>b)', '(?P', 'starts no group'],
  ['(?', '(?', 'starts no group'],
]

describe('a regular expression', () => {
  it.each(fine)('has no slip: %s', pattern => {
    expect(patternMistake(pattern)).toBeUndefined()
  })

  it.each(slips)('has one: %s', (pattern, piece, message) => {
    const found = patternMistake(pattern)
    expect(found?.message).toContain(message)
    expect(found?.message).not.toMatch(/invalid/i)
    expect(pattern.slice(found?.start, found?.end)).toBe(piece)
  })

  it('that has no slip is one that a browser can read too', () => {
    const signs = [
      'a',
      '(',
      ')',
      '(?:',
      '[',
      ']',
      '^',
      '-',
      '*',
      '+',
      '?',
      '{2}',
      '{3,1}',
      '|',
      '\\d',
      '\\',
      '.',
      '$',
      'b',
      '(?=',
      '\\b',
      '0',
    ]
    let seed = 3
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed
    }
    for (let round = 0; round < 6000; round++) {
      const pattern = Array.from({ length: random() % 8 }, () => signs[random() % signs.length]).join('')
      if (patternMistake(pattern) === undefined) expect(() => new RegExp(pattern), pattern).not.toThrow()
    }
  })
})
