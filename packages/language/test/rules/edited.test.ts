import { describe, expect, it } from 'vitest'
import { edited } from '../../src/rules/edited.ts'

const at = (line: number, character: number, endLine = line, endCharacter = character) => ({
  uri: 'file:///a',
  start: { line, character },
  end: { line: endLine, character: endCharacter },
})

describe('edits', () => {
  it('are made from the end, so that places stay true', () => {
    const text = 'one\r\ntwo\nthree'
    const edits = [
      { range: at(0, 0, 0, 3), text: '1' },
      { range: at(1, 3), text: '!' },
      { range: at(2, 0, 2, 5), text: '3' },
    ]
    expect(edited(text, edits)).toBe('1\r\ntwo!\n3')
  })

  it('may reach over lines and beyond the end', () => {
    expect(edited('a\nb\nc', [{ range: at(0, 1, 2, 0), text: '-' }])).toBe('a-c')
    expect(edited('a', [{ range: at(7, 0), text: 'b' }])).toBe('ab')
  })
})
