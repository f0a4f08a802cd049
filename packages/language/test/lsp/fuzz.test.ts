import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ResponseError } from 'vscode-languageserver'
import { selectionRanges } from '../../src/lsp/selection-ranges.ts'
import { openWorkbench, provided } from './workbench.ts'

const folder = new URL('../format/fixtures/', import.meta.url)
const corpus = readdirSync(folder).map(name => readFileSync(new URL(name, folder), 'utf8'))

/** A source with a stretch cut out and something else put in its place: what half-typed files look like. */
const broken = fc
  .record({
    text: fc.constantFrom(...corpus),
    at: fc.nat(),
    cut: fc.nat({ max: 40 }),
    put: fc.constantFrom(
      '',
      '{',
      '}',
      '"',
      '"""',
      '/*',
      '//',
      ',',
      '.',
      ' policy ',
      ' in ',
      '§',
      ' 2027-02-30 ',
      ' x.y.z ',
    ),
    cursor: fc.nat(),
  })
  .map(({ text, at, cut, put, cursor }) => {
    const start = at % text.length
    const source = text.slice(0, start) + put + text.slice(start + cut)
    return { source, offset: cursor % (source.length + 1) }
  })

it('no half-typed file breaks a feature', async () => {
  await fc.assert(
    fc.asyncProperty(broken, async ({ source, offset }) => {
      const bench = await openWorkbench({ 'a.entitle': source, 'b.entitle': corpus[0] ?? '' })
      const document = bench.document('a.entitle')
      const { lsp, shared } = bench.services
      const textDocument = { uri: document.uri.toString() }
      const position = document.textDocument.positionAt(offset)
      const at = { textDocument, position }
      const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
      const options = { tabSize: 2, insertSpaces: true }
      await provided(lsp.CompletionProvider).getCompletion(document, at)
      await provided(lsp.HoverProvider).getHoverContent(document, at)
      await provided(lsp.DefinitionProvider).getDefinition(document, at)
      await provided(lsp.ReferencesProvider).findReferences(document, { ...at, context: { includeDeclaration: true } })
      await provided(lsp.DocumentHighlightProvider).getDocumentHighlight(document, at)
      await provided(lsp.RenameProvider).prepareRename(document, at)
      try {
        await provided(lsp.RenameProvider).rename(document, { ...at, newName: 'brand-new-name' })
      } catch (refusal) {
        expect(refusal).toBeInstanceOf(ResponseError)
      }
      await provided(lsp.DocumentSymbolProvider).getSymbols(document, { textDocument })
      await provided(lsp.FoldingRangeProvider).getFoldingRanges(document, { textDocument })
      await provided(lsp.SemanticTokenProvider).semanticHighlight(document, { textDocument })
      await provided(lsp.CodeActionProvider).getCodeActions(document, {
        textDocument,
        range,
        context: { diagnostics: [] },
      })
      await provided(lsp.CodeLensProvider).provideCodeLens(document, { textDocument })
      await provided(lsp.DocumentLinkProvider).getDocumentLinks(document, { textDocument })
      await provided(lsp.InlayHintProvider).getInlayHints(document, { textDocument, range })
      await provided(lsp.Formatter).formatDocument(document, { textDocument, options })
      await provided(lsp.Formatter).formatDocumentOnType(document, { ...at, options, ch: '}' })
      await provided(shared.lsp.WorkspaceSymbolProvider).getSymbols({ query: 'a' })
      expect(selectionRanges(document, [position])).toHaveLength(1)
      expect(bench.log).toEqual([])
    }),
    { numRuns: 120 },
  )
}, 60_000)
