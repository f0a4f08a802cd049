import { describe, expect, it } from 'vitest'
import { printable, printableText } from '../../src/views/printable.ts'

describe('printable text', () => {
  it('keeps letters of every script', () => {
    expect(printableText('Zürich – 東京 🙂 “x”')).toBe('Zürich – 東京 🙂 “x”')
  })

  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['\u001b]8;;http://evil\u0007', '\\u{1b}]8;;http://evil\\u{7}'],
    ['a\nb', 'a\\nb'],
    ['a\r\nb', 'a\\u{d}\\nb'],
    ['a\tb', 'a b'],
    ['abc\u202etxt', 'abc\\u{202e}txt'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['x\u0085y\u2028z', 'x\\u{85}y\\u{2028}z'],
    ['\u009b31m', '\\u{9b}31m'],
  ])('writes out what a terminal would obey: %j', (text, shown) => {
    expect(printableText(text)).toBe(shown)
  })

  it('reaches every string of a value and nothing else', () => {
    expect(printable({ a: ['\u0007', 1, null, true], b: { c: 'x\ny' } })).toEqual({
      a: ['\\u{7}', 1, null, true],
      b: { c: 'x\\ny' },
    })
  })
})
