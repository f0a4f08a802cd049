import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textLiteral, textValue, unknownEscapes } from '../../src/syntax/text-value.ts'

describe('textValue', () => {
  it.each([
    ['""', ''],
    ['"a"', 'a'],
    ['"a \\"b\\" c"', 'a "b" c'],
    ['"a\\\\n"', 'a\\n'],
    ['"a\\nb\\tc"', 'a\nb\tc'],
    ['"\\u{1F600}\\u{41}"', '😀A'],
    ['"\\u{110000}"', 'u{110000}'],
    ['"\\u{D800}"', 'u{D800}'],
    ['"\\q"', 'q'],
  ])('%s', (literal, value) => {
    expect(textValue(literal)).toBe(value)
  })

  it.each([
    ['""""""', ''],
    ['"""a"""', 'a'],
    ['"""\n  a\n  b\n"""', 'a\nb'],
    ['"""\n    a\n      b\n\n    c\n  """', 'a\n  b\n\nc'],
    ['"""\r\n\ta\r\n\tb\r\n"""', 'a\nb'],
    ['"""\n  a \\"\\n\n  b\n"""', 'a "\n\nb'],
    ['"""  a\n  b"""', 'a\nb'],
    ['"""\n\n  a\n\n"""', '\na\n'],
    ['"""\n"""', ''],
    ['"""\n  say "so"\n"""', 'say "so"'],
  ])('block %j', (literal, value) => {
    expect(textValue(literal)).toBe(value)
  })
})

describe('textLiteral', () => {
  it('says any value, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), value => {
        const literal = textLiteral(value)
        expect(literal).not.toMatch(/[\n\r]/)
        expect(textValue(literal)).toBe(value)
      }),
    )
  })

  it('escapes control characters and line separators', () => {
    expect(textLiteral('a\u0000b\u2028')).toBe('"a\\u{0}b\\u{2028}"')
  })
})

describe('unknownEscapes', () => {
  it('tells where they stand', () => {
    expect(unknownEscapes('"a\\q \\n \\u{zz} \\\\ \\x"')).toEqual([
      { offset: 2, text: '\\q' },
      { offset: 8, text: '\\u{zz}' },
      { offset: 18, text: '\\x' },
    ])
  })
})
