import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineLiteral, textLiteral } from '../../../src/printing/source/text-literal.ts'
import { textValue, unknownEscapes } from '../../../src/syntax/text-value.ts'
import { hostile, name } from './arbitrary-tenant.ts'

const token = /^(?:"""[\s\S]*?"""|"(?:\\[^\n\r]|[^"\\\n\r])*")/

describe('a text literal', () => {
  it.each([
    ['plain', '"plain"'],
    ['', '""'],
    ['say "no"', '"say \\"no\\""'],
    ['C:\\temp', '"C:\\\\temp"'],
    ['\ttab', '"\\ttab"'],
    ['bell\u0007', '"bell\\u{7}"'],
    ['\u202Egnp.exe', '"\\u{202E}gnp.exe"'],
    ['zero\u200Bwidth', '"zero\\u{200B}width"'],
    ['a\r\nb', '"""\na\\u{D}\nb\n"""'],
    ['one\ntwo', '"""\none\ntwo\n"""'],
    ['one\n\n  two', '"""\none\n\n  two\n"""'],
    ['say """\nnow', '"""\nsay \\"\\"\\"\nnow\n"""'],
    ['\nfirst line blank', '"\\nfirst line blank"'],
    ['last line blank\n', '"last line blank\\n"'],
    ['  all\n  indented', '"  all\\n  indented"'],
    ['blank\n  \nwith blanks', '"blank\\n  \\nwith blanks"'],
    ['👩‍👩‍👧', '"👩‍👩‍👧"'],
  ])('says %j', (value, literal) => {
    expect(textLiteral(value)).toBe(literal)
    expect(textValue(literal)).toBe(value)
  })

  it('says every text, in one token, with escapes that mean something', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          name,
          fc.array(name).map(names => names.join('\n')),
        ),
        value => {
          for (const literal of [textLiteral(value), lineLiteral(value)]) {
            expect(textValue(literal)).toBe(value)
            expect(token.exec(literal)?.[0]).toBe(literal)
            expect(unknownEscapes(literal)).toEqual([])
          }
          expect(lineLiteral(value)).not.toContain('\n')
        },
      ),
      { numRuns: 1000, examples: hostile.map(value => [value]) },
    )
  })

  it('replaces half a character, which no file can hold', () => {
    expect(textLiteral('half \ud83d')).toBe('"half \ufffd"')
  })
})
