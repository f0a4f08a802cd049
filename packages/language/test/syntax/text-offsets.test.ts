import { describe, expect, it } from 'vitest'
import { textOffsets } from '../../src/syntax/text-offsets.ts'
import { textValue } from '../../src/syntax/text-value.ts'

/** The signs of the literal at the offsets of what it says. */
const signsAt = (literal: string) =>
  textOffsets(literal)
    .slice(0, -1)
    .map(offset => literal[offset])
    .join('')

const literals = [
  '""',
  '"plain"',
  '"user.department -eq \\"Sales\\""',
  '"a\\\\b\\nc\\td"',
  '"\\u{1F600}!"',
  '"\\q"',
  '"\\u{zz}x"',
  '"""block"""',
  '""""""',
  '"""\n  one\n    two\n  three\n"""',
  '"""\r\n\tone\r\n\ttwo\r\n"""',
  '"""\n\n  a "quoted" \\"word\\"\n  \n  b\n"""',
  '"""one\n  two"""',
  '"""\n"""',
]

describe('offsets in a text', () => {
  it.each(literals)('are as many as %j says units, and one for the end', literal => {
    expect(textOffsets(literal)).toHaveLength(textValue(literal).length + 1)
  })

  it.each(literals)('rise through %j', literal => {
    const offsets = textOffsets(literal)
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect(offsets.at(-1)).toBeLessThanOrEqual(literal.length)
  })

  it('lie on the signs themselves, on the backslash of an escape', () => {
    expect(signsAt('"say \\"hi\\""')).toBe('say \\hi\\')
    expect(signsAt('"""\n  one\n  two\n"""')).toBe('one\ntwo')
    expect(textOffsets('"ab"')).toEqual([1, 2, 3])
    expect(textOffsets('"""\n  ab\n"""')).toEqual([6, 7, 8])
  })

  it('give both halves of a sign beyond the first plane the place of its escape', () => {
    expect(textOffsets('"\\u{1F600}"')).toEqual([1, 1, 10])
  })
})
