import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../../src/lsp/digest.ts'

describe('a digest', () => {
  it('is the same for the same text, and short', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(digest(text)).toBe(digest(`${text}`))
        expect(digest(text)).toMatch(/^[0-9a-z]{1,11}$/)
      }),
    )
  })

  it('differs for texts that differ a little', () => {
    const texts = ['', ' ', '[]', '[ ]', 'a', 'b', 'ab', 'ba', 'policy 1', 'policy 2', 'é', 'e']
    expect(new Set(texts.map(digest)).size).toBe(texts.length)
  })
})
