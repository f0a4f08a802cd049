import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { EmptyFileSystem } from 'langium'
import { describe, expect, it } from 'vitest'
import { leavesOf } from '../../src/format/leaf.ts'
import { format } from '../../src/module/format.ts'
import { createEntitleServices } from '../../src/module.ts'
import { textValue } from '../../src/syntax/text-value.ts'

const { entitle } = createEntitleServices(EmptyFileSystem)
const fixtures = new URL('fixtures/', import.meta.url)
const corpus = readdirSync(fixtures).map(name => readFileSync(new URL(name, fixtures), 'utf8'))

/** Declarations of the corpus, small enough to shake many times. */
const pieces = corpus.flatMap(text => text.split(/\n\n(?=[a-z/])/)).filter(piece => piece.length < 2500)

/** What a text says: its tokens' meaning and its comments' words. */
const meaning = (text: string): readonly string[] =>
  (leavesOf(text, entitle.parser.Lexer) ?? []).map(leaf => {
    if (leaf.sort !== 'token') return leaf.text.replace(/\s+/g, ' ').trim()
    return leaf.text.startsWith('"') ? `text ${textValue(leaf.text)}` : leaf.text === 'of' ? 'in' : leaf.text
  })

const formatted = (text: string): string => {
  const result = format(text)
  return 'text' in result ? result.text : text
}

const blanks = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n\n\n', '\t', '\r\n', ' \n   ')
const comments = fc.constantFrom(
  '// a\n',
  '/* b */',
  '/* c\n   d\n  e */',
  '/** f\n * g\n */',
  ' // h \n\n',
  '/**/',
  '\n// i\n',
)

/** The piece with its white space drawn anew, and comments strewn in. */
const shaken = fc
  .record({
    piece: fc.constantFrom(...pieces),
    gaps: fc.array(fc.tuple(blanks, fc.option(comments, { freq: 12 })), { minLength: 1 }),
  })
  .map(({ piece, gaps }) => {
    const leaves = leavesOf(piece, entitle.parser.Lexer) ?? []
    return leaves
      .map((leaf, index) => {
        const [blank, comment] = gaps[index % gaps.length] ?? [' ', null]
        const after = leaves[index - 1]?.sort === 'line comment' ? '\n' : ''
        return `${after}${blank}${comment === null ? '' : `${comment}${blank}`}${leaf.text}`
      })
      .join('')
  })

describe('formatting', () => {
  it('twice is formatting once', () => {
    fc.assert(
      fc.property(shaken, text => {
        const once = formatted(text)
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: 400 },
    )
  })

  it('keeps every token, comment and value in order', () => {
    fc.assert(
      fc.property(shaken, text => {
        expect(format(text)).not.toEqual({ unchanged: 'it does not parse' })
        expect(meaning(formatted(text))).toEqual(meaning(text))
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no white space at the ends of lines, but in texts, and no two blank lines', () => {
    fc.assert(
      fc.property(shaken, text => {
        const outside = formatted(text)
          .replace(/"""[\s\S]*?"""/g, '""')
          .replaceAll('\r', '')
        expect(outside).not.toMatch(/[ \t]\n|\n\n\n|^\n|\n\n$/)
      }),
      { numRuns: 200 },
    )
  })

  it('of broken sources changes no token and throws nothing', () => {
    const broken = fc
      .record({
        piece: fc.constantFrom(...corpus),
        at: fc.nat(),
        length: fc.nat({ max: 30 }),
        put: fc.constantFrom('', '{', '}', '"', '"""', '/*', ',', '§'),
      })
      .map(({ piece, at, length, put }) => {
        const start = at % piece.length
        return piece.slice(0, start) + put + piece.slice(start + length)
      })
    fc.assert(
      fc.property(broken, text => {
        const once = formatted(text)
        expect(meaning(once)).toEqual(meaning(text))
        expect(formatted(once)).toBe(once)
      }),
      { numRuns: 200 },
    )
  })

  it('of a space more or less gives the same text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...pieces), fc.constantFrom('  ', '\t', ' \t '), (piece, blank) => {
        const text = piece.replace(/^ +/gm, found =>
          piece.includes('"""') || piece.includes('/*') ? found : found + blank,
        )
        expect(formatted(text)).toBe(formatted(piece))
      }),
    )
  })
})
