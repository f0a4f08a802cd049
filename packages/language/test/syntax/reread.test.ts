import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { type AstNode, EmptyFileSystem, type LangiumDocument, TextDocument, URI } from 'langium'
import { describe, expect, it } from 'vitest'
import { createEntitleServices } from '../../src/module.ts'
import { partsOf } from '../../src/syntax/leaves.ts'
import { cutOf } from '../../src/syntax/passages.ts'
import { mistakesOf, type RepairingParser } from '../../src/syntax/repairing-parser.ts'
import { reread } from '../../src/syntax/reread.ts'
import { pieces } from '../workspace/arbitrary-edits.ts'

const { shared, entitle } = createEntitleServices(EmptyFileSystem)
const parser = entitle.parser.LangiumParser as RepairingParser
const uri = URI.parse('file:///w/large.entitle')

const opened = (text: string): LangiumDocument =>
  Object.assign(shared.workspace.LangiumDocumentFactory.fromString(text, uri), { cutFrom: 0 })

/** As the editor has it after an edit: read by passage where that can be, else anew. */
const after = (
  document: LangiumDocument,
  text: string,
): { readonly document: LangiumDocument; readonly byPassage: boolean } => {
  const parseResult = reread(document, text, parser)
  if (parseResult === undefined) return { document: opened(text), byPassage: false }
  const next = { ...document, parseResult, textDocument: TextDocument.create(uri.toString(), 'entitle', 0, text) }
  Object.assign(parseResult.value, { $document: next })
  return { document: next, byPassage: true }
}

/** Everything that a tree says, with the place of every part of it. */
const asData = (document: LangiumDocument) => {
  const cstOf = (cst: NonNullable<AstNode['$cstNode']>): unknown => [
    cst.offset,
    cst.end,
    cst.range,
    cst.astNode.$type,
    cst.container === undefined || partsOf(cst.container).includes(cst),
    ...partsOf(cst).map(cstOf),
  ]
  const nodeOf = (value: unknown, home?: AstNode): unknown => {
    if (Array.isArray(value)) return value.map(each => nodeOf(each, home))
    if (typeof value !== 'object' || value === null) return value
    if ('$refText' in value) return [value.$refText, 'container' in value && value.container === home]
    if (!('$type' in value)) return value
    const node = value as AstNode
    const { $container, $containerProperty, $containerIndex, $cstNode } = node
    return {
      at: [$container === home, $containerProperty, $containerIndex, $cstNode?.astNode === node, $cstNode?.text],
      ...Object.fromEntries(
        Object.entries(node).flatMap(([key, each]) =>
          key === '$type' || !key.startsWith('$') ? [[key, nodeOf(each, node)]] : [],
        ),
      ),
    }
  }
  const root = document.parseResult.value
  return {
    tree: nodeOf(root),
    places: root.$cstNode === undefined ? [] : cstOf(root.$cstNode),
    text: root.$cstNode?.root.fullText,
    mistakes: mistakesOf(document).map(mistake => mistake.finding('')),
    isBroken: document.parseResult.parserErrors.length > 0,
    passages: cutOf(document)?.passages.map(node => node.$cstNode?.text),
  }
}

const file = `${pieces.filter(piece => !piece.includes('call notify')).join('\n// between\n')}
catalog large "Large" {
  owners anna
  // about the first
  package one "One" {
    policy p "P" { requestable by any member }
  } // behind the first
  package two "Two" {
    tags a
    policy p "P" {
      review quarterly { reviewers managers }
    }
  }
  readers anna
  package three "Three" { hidden }
}
`

const samples = path.resolve(import.meta.dirname, '../../../../examples')
const examples = fs.existsSync(samples)
  ? fs.readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.entitle'))
  : []
const texts = [file, ...examples.map(name => fs.readFileSync(path.join(samples, name), 'utf8'))]

const arbitraryText = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    'x',
    '"',
    '{',
    '}',
    '{ }',
    '// c\n',
    'hidden',
    'hiden',
    'package',
    '\r\n',
    '  tags b\n',
    'review quarterlz',
    '"""',
    '/*',
    'policy q "Q" { }',
  ],
)

describe('a file that is read by passage', () => {
  it('is what reading it anew gives, after any edits', () => {
    let byPassage = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(
          fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat({ max: 12 })), text: arbitraryText }),
          { minLength: 1, maxLength: 6 },
        ),
        (text, edits) => {
          let [now, document] = [text, opened(text)]
          for (const { at, length, text: put } of edits) {
            const start = at % (now.length + 1)
            now = now.slice(0, start) + put + now.slice(start + length)
            const next = after(document, now)
            if (next.byPassage) byPassage += 1
            document = next.document
            expect(asData(document)).toEqual(asData(opened(now)))
          }
        },
      ),
      { numRuns: 150 },
    )
    expect(byPassage).toBeGreaterThan(10)
  }, 120_000)

  it('keeps the nodes of all other passages, wherever they are now', () => {
    const document = opened(file)
    const before = cutOf(document)?.passages ?? []
    const next = after(document, file.replace('tags a', 'tags a, b\n\n    hidden'))
    expect(next.byPassage).toBe(true)
    const now = cutOf(next.document)?.passages ?? []
    expect(now.filter(node => !before.includes(node)).map(node => 'name' in node && node.name)).toEqual(['two'])
    expect(now.at(-1)?.$cstNode?.range.start.line).toBe(
      (opened(file).textDocument.getText().split('\n').length ?? 0) - 3 + 2,
    )
  })

  it.each([
    ['a word of the head', 'package two', 'packages two'],
    ['what stands around passages', 'readers anna', 'readers kim'],
    ['a brace that is left open', 'reviewers managers }', 'reviewers managers '],
    ['a brace too many', 'tags a', 'tags a }'],
    ['a text without end', 'package two "Two"', 'package two "Two'],
    ['two mistakes', 'tags a', 'tgas a\n    hiden'],
  ])('is read as a whole where %s is different', (_what, from, to) => {
    expect(after(opened(file), file.replace(from, to)).byPassage).toBe(false)
  })

  it('is read by passage where one word is wrong, and right again', () => {
    const wrong = after(opened(file), file.replace('review quarterly', 'review quarterlz'))
    expect(wrong.byPassage).toBe(true)
    expect(mistakesOf(wrong.document)).toHaveLength(1)
    const elsewhere = after(
      wrong.document,
      file.replace('review quarterly', 'review quarterlz').replace('hidden }', 'hidden tags c }'),
    )
    expect(elsewhere.byPassage).toBe(false)
    const right = after(wrong.document, file)
    expect(right.byPassage).toBe(true)
    expect(asData(right.document)).toEqual(asData(opened(file)))
  })
})
