import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SelectionRange } from 'vscode-languageserver'
import { EntitleFormatter } from '../../src/lsp/formatter.ts'
import { selectionRanges } from '../../src/lsp/selection-ranges.ts'
import { apply, openWorkbench, provided, textOf } from './workbench.ts'

const fixture = (name: string) => readFileSync(new URL(`../format/fixtures/${name}.entitle`, import.meta.url), 'utf8')
const open = async (text: string, others: { readonly [file: string]: string } = {}) => {
  const bench = await openWorkbench({ ...others, 'a.entitle': text })
  const document = bench.document('a.entitle')
  return {
    bench,
    document,
    lsp: bench.services.lsp,
    shared: bench.services.shared,
    textDocument: { uri: document.uri.toString() },
  }
}
const everywhere = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }

describe('document symbols', () => {
  it('nest as the declarations do', async () => {
    const { lsp, document, textDocument } = await open(fixture('partners'))
    const found = (await provided(lsp.DocumentSymbolProvider).getSymbols(document, { textDocument })) ?? []
    expect(found.map(({ name }) => name)).toEqual([
      'external-standard',
      'partners',
      'toolbox',
      'assign user "kim@fabrikam.com"',
    ])
    expect(found[1]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['alpine-supplier', 'Alpine supplier access'],
      ['alpine-audit', 'Alpine audit access'],
    ])
    expect(found[1]?.children?.[0]?.children?.map(({ name }) => name)).toEqual(['suppliers', 'staff'])
  })

  it('of a half-typed file have names, and ranges that hold each other', async () => {
    for (const text of [
      'catalog',
      'catalog {',
      'package p "P" { policy',
      'scenario',
      'scenario "" {}',
      'standard s { rule',
      'assign',
    ]) {
      const { lsp, document, textDocument } = await open(text)
      for (const { name, range, selectionRange } of (await provided(lsp.DocumentSymbolProvider).getSymbols(document, {
        textDocument,
      })) ?? []) {
        expect(name, text).not.toBe('')
        expect(
          selectionRange.start.character >= range.start.character &&
            selectionRange.end.character <= range.end.character,
          text,
        ).toBe(true)
      }
    }
  })
})

describe('workspace symbols', () => {
  it('are found by a part of their name, less what comes with Entitle', async () => {
    const { bench } = await open(fixture('partners'))
    const find = async (query: string) =>
      (await provided(bench.services.shared.lsp.WorkspaceSymbolProvider).getSymbols({ query }))?.map(
        ({ name, containerName }) => [name, containerName],
      )
    expect(await find('supplier')).toEqual([
      ['alpine-supplier', 'partners'],
      ['suppliers', 'partners.alpine-supplier'],
    ])
    expect(await find('recommended')).toEqual([])
    expect((await find(''))?.length).toBeGreaterThan(5)
  })
})

describe('folding', () => {
  it('of blocks, texts and comments', async () => {
    const { lsp, document, textDocument } = await open(`// one
// two
catalog a "A" {
  /*
   */
  description """
    x
  """ // behind
  // not alone
  // with the one above
  unpublished
}
catalog b "B" { unpublished }
`)
    const found = await provided(lsp.FoldingRangeProvider).getFoldingRanges(document, { textDocument })
    expect(found?.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
      [0, 1, 'comment'],
      [2, 10, undefined],
      [3, 4, 'comment'],
      [5, 7, undefined],
      [8, 9, 'comment'],
    ])
  })
})

it('folds regions, one inside another, and none that does not end', async () => {
  const { lsp, document, textDocument } = await open(
    '// #region All\n// why\n// so\n// #region Groups\ngroup a "A"\n// #endregion\n//#endregion\n// #endregion\n// #region open\ngroup b "B"\n',
  )
  const found = await provided(lsp.FoldingRangeProvider).getFoldingRanges(document, { textDocument })
  expect(found?.map(({ startLine, endLine, kind }) => [startLine, endLine, kind])).toEqual([
    [0, 6, 'region'],
    [1, 2, 'comment'],
    [3, 5, 'region'],
  ])
})

describe('selection ranges', () => {
  const grow = async (text: string) => {
    const bench = await openWorkbench({ 'a.entitle': text })
    const { document, position } = bench.cursor
    const texts: string[] = []
    for (
      let at: SelectionRange | undefined = selectionRanges(document, [position])[0];
      at !== undefined;
      at = at.parent
    )
      texts.push(textOf(document, at.range))
    return texts
  }

  it('grow from the word to the file', async () => {
    const texts = await grow('catalog a "A" {\n  owners an<|>na, ben\n}\n')
    expect(texts[0]).toBe('anna')
    expect(texts).toContain('owners anna, ben')
    expect(texts.at(-2)).toBe('catalog a "A" {\n  owners anna, ben\n}')
    expect(texts.at(-1)).toBe('catalog a "A" {\n  owners anna, ben\n}\n')
  })

  it('of a text begin inside its quotes', async () => {
    expect((await grow('catalog a "Ca<|>t"')).slice(0, 2)).toEqual(['Cat', '"Cat"'])
  })

  it('of an empty file, and behind the end', async () => {
    expect(await grow('<|>')).toEqual([''])
    expect((await grow('user a "A"\n\n<|>')).at(-1)).toBe('user a "A"\n\n')
  })
})

describe('formatting', () => {
  const options = { tabSize: 2, insertSpaces: true }

  it('of a document', async () => {
    const { lsp, document, textDocument } = await open('catalog a "A"{unpublished\n}')
    const edits = (await provided(lsp.Formatter).formatDocument(document, { textDocument, options })) ?? []
    expect(apply(document, edits)).toBe('catalog a "A" {\n  unpublished\n}\n')
  })

  it('of a range leaves the rest', async () => {
    const { lsp, document, textDocument } = await open('catalog a  "A"\n\ncatalog b  "B"\n\ncatalog c  "C"\n')
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 14 } }
    const edits = (await provided(lsp.Formatter).formatDocumentRange(document, { textDocument, options, range })) ?? []
    expect(apply(document, edits)).toBe('catalog a  "A"\n\ncatalog b "B"\n\ncatalog c  "C"\n')
  })

  it('of several ranges is that of each, made once', async () => {
    const { lsp, document, textDocument } = await open('catalog   a "A"\n\ncatalog   b "B"\n\ncatalog   c "C"\n')
    const formatter = provided(lsp.Formatter)
    if (!(formatter instanceof EntitleFormatter)) throw new Error('another formatter')
    const line = (number: number) => ({ start: { line: number, character: 0 }, end: { line: number, character: 99 } })
    const options = { tabSize: 2, insertSpaces: true }
    const ranges = [line(0), line(0), line(4)]
    const edits = formatter.formatDocumentRanges(document, { textDocument, ranges, options })
    expect(apply(document, edits)).toBe('catalog a "A"\n\ncatalog   b "B"\n\ncatalog c "C"\n')
  })

  it('on a closing brace lays out what it closes', async () => {
    const { lsp, document, textDocument } = await open('catalog a  "A" {}\n\ncatalog b "B" {\nunpublished\n}\n')
    const edits = await provided(lsp.Formatter).formatDocumentOnType(document, {
      textDocument,
      options,
      ch: '}',
      position: { line: 4, character: 1 },
    })
    expect(apply(document, edits ?? [])).toBe('catalog a  "A" {}\n\ncatalog b "B" {\n  unpublished\n}\n')
  })

  it('knows what other files declare', async () => {
    const { lsp, document, textDocument } = await open('package p "P" in c {\n  grants "Member" in far\n}\n', {
      'b.entitle': 'group far "Far"\n',
    })
    const edits = (await provided(lsp.Formatter).formatDocument(document, { textDocument, options })) ?? []
    expect(apply(document, edits)).toContain('grants "Member" of far')
  })
})

describe('semantic tokens', () => {
  const read = async (text: string) => {
    const { lsp, document, textDocument } = await open(text)
    const provider = provided(lsp.SemanticTokenProvider)
    const { data } = await provider.semanticHighlight(document, { textDocument })
    return {
      tokens: decode(data, provider.semanticTokensOptions.legend.tokenTypes, document.textDocument.getText()),
      provider,
      document,
      textDocument,
    }
  }
  const decode = (data: readonly number[], legend: readonly string[], text: string) => {
    const lines = text.split('\n')
    const found: string[] = []
    let [line, character] = [0, 0]
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5)
      line += down
      character = down === 0 ? character + right : right
      found.push(
        `${lines[line]?.slice(character, character + length)} ${legend[type]}${modifiers === 1 ? ' declaration' : ''}`,
      )
    }
    return found
  }

  it('tell a name from the word that it looks like', async () => {
    const { tokens } = await read('package review "Review" in hidden {\n  hidden\n  incompatible with review\n}')
    expect(tokens).toEqual([
      'package keyword',
      'review class declaration',
      'in keyword',
      'hidden namespace',
      'hidden keyword',
      'incompatible keyword',
      'with keyword',
      'review class',
    ])
  })

  it('of qualified names, tags, rules, values', async () => {
    const { tokens } = await read(
      'assign anna to a.b using c until 2027-03-31\npackage p "P" in c { tags x waive external-review until 2027-01-01 }\npolicy template t { expires after 3 days }',
    )
    expect(tokens).toEqual(
      expect.arrayContaining([
        'a namespace',
        'b class',
        'c method',
        '2027-03-31 number',
        'x enumMember',
        'external-review decorator',
        'days keyword',
        't interface declaration',
      ]),
    )
  })

  it('of texts there are none, and a group is no package', async () => {
    const { tokens } = await read(
      'group g "G"\npolicy template t { assigned automatically where "user.city -eq 1" ask "Q" matching "x" }\npackage p "P" in c { incompatible with g, c.q }\npackage q "Q" in c',
    )
    expect(tokens.filter(token => token.startsWith('"'))).toEqual([])
    expect(tokens.filter(token => token.startsWith('g '))).toEqual(['g variable declaration', 'g variable'])
    expect(tokens.filter(token => token.startsWith('q '))).toEqual(['q class', 'q class declaration'])
  })

  it('of many requests at once are those of one', async () => {
    const { provider, document, textDocument, tokens } = await read(fixture('partners').repeat(20))
    const legend = provider.semanticTokensOptions.legend.tokenTypes
    const all = await Promise.all([1, 2, 3].map(() => provider.semanticHighlight(document, { textDocument })))
    for (const { data } of all) expect(decode(data, legend, document.textDocument.getText())).toEqual(tokens)
  })

  it('of a range are those of its lines', async () => {
    const { provider, document, textDocument } = await read(fixture('partners'))
    const range = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }
    const { data } = await provider.semanticHighlightRange(document, { textDocument, range })
    const legend = provider.semanticTokensOptions.legend.tokenTypes
    expect(decode(data, legend, document.textDocument.getText()).slice(0, 4)).toEqual([
      'stage keyword',
      'by keyword',
      'internal keyword',
      'sponsors keyword',
    ])
    const empty = await provider.semanticHighlightDelta(document, { textDocument, previousResultId: '' })
    expect('data' in empty && empty.data.length).toBeGreaterThan(0)
  })
})

describe('document links', () => {
  it('lead to sites and to rules’ pages', async () => {
    const { lsp, document, textDocument } = await open(
      'site wiki "https://contoso.sharepoint.com/sites/wiki"\nuser a "javascript:alert(1)"\ncatalog c "C" { waive external-review until 2027-01-01 because "x" }',
    )
    const found = (await provided(lsp.DocumentLinkProvider).getDocumentLinks(document, { textDocument })) ?? []
    expect(found.map(({ range, target }) => [textOf(document, range), target])).toEqual([
      ['https://contoso.sharepoint.com/sites/wiki', 'https://contoso.sharepoint.com/sites/wiki'],
      ['external-review', 'https://github.com/entitle/entitle/blob/main/docs/rules/external-review.md'],
    ])
  })
})

describe('pages in comments and texts', () => {
  it('are links, less the punctuation around them', async () => {
    const { lsp, document, textDocument } = await open(`// See https://learn.microsoft.com/entra (and more).
/* https://example.com/a_(b) */
catalog c "C" {
  description """
    Rules: https://contoso.com/rules.
  """
  waive external-review until 2027-01-01 because "https://tickets.contoso.com/118, agreed"
}`)
    const found = (await provided(lsp.DocumentLinkProvider).getDocumentLinks(document, { textDocument })) ?? []
    expect(found.map(({ range }) => textOf(document, range))).toEqual([
      'https://learn.microsoft.com/entra',
      'https://example.com/a_(b)',
      'https://contoso.com/rules',
      'external-review',
      'https://tickets.contoso.com/118',
    ])
    expect(found.map(({ target }) => target)).toContain('https://contoso.com/rules')
  })
})

describe('inlay hints', () => {
  const hints = async (text: string, settings?: object) => {
    const { lsp, shared, document, textDocument } = await open(text)
    if (settings !== undefined)
      shared.workspace.ConfigurationProvider.updateConfiguration({ settings: { entitle: { inlayHints: settings } } })
    const found =
      (await provided(lsp.InlayHintProvider).getInlayHints(document, { textDocument, range: everywhere })) ?? []
    return found.map(({ label, position }) => [
      document.textDocument.getText({ start: { line: position.line, character: 0 }, end: position }).trim(),
      label,
    ])
  }
  const inPackage = (policy: string) => `catalog c "C" {\n  package p "P" {\n${policy}\n  }\n}`

  it('tell the last day of access that begins today', async () => {
    expect(await hints('policy template t {\n  expires after 180 days\n}')).toEqual([
      ['expires after 180 days', 'until 2027-05-21 if granted today'],
    ])
    expect(await hints('policy template t {\n  expires after 8 hours\n}')).toEqual([
      ['expires after 8 hours', 'until 2026-11-23 if granted today'],
    ])
  })

  it('tell when an assignment ends that has no last day', async () => {
    const policy = 'policy q "Q" { requestable by no one expires after 10 days }'
    const assign = (rest: string) => `${inPackage(policy)}\nassign user "a@b.c" to c.p using q${rest}`
    const last = async (rest: string) => (await hints(assign(rest))).find(([text]) => String(text).startsWith('assign'))
    expect(await last('')).toEqual(['assign user "a@b.c" to c.p using q', 'until 2026-12-02'])
    expect(await last(' from 2027-01-01')).toEqual([
      'assign user "a@b.c" to c.p using q from 2027-01-01',
      'until 2027-01-11',
    ])
    expect(await last(' until 2027-01-01')).toBeUndefined()
  })

  it('tell what holds where nothing is said', async () => {
    expect(await hints(inPackage('    policy q "Q" {\n      approval { stage by manager }\n    }'))).toEqual([
      ['policy q "Q"', 'requestable by no one, never expires'],
      ['approval { stage by manager', 'within 14 days'],
    ])
    expect(await hints(inPackage('    policy q "Q" {\n requestable by any member never expires\n    }'))).toEqual([
      ['policy q "Q"', 'approval not required'],
    ])
    expect(await hints('policy template t {\n  review weekly { starting 2027-01-01 }\n}')).toEqual([
      ['review weekly', 'open for 3 days, if no response remove access'],
    ])
  })

  it('are silent where everything is said', async () => {
    expect(
      await hints(inPackage('    policy q "Q" {\n      requestable by no one\n      never expires\n    }')),
    ).toEqual([])
  })

  it.each([
    ['recurs weekly', 'first review 2026-11-22 if deployed today'],
    ['recurs weekly starting 2026-11-22', undefined],
    ['recurs weekly starting 2026-11-20', 'next review 2026-11-27'],
    ['recurs monthly starting 2026-08-31', 'next review 2026-11-30'],
    ['recurs quarterly starting 2026-01-04', 'next review 2027-01-04'],
    ['recurs biannually starting 2025-12-31', 'next review 2026-12-31'],
    ['recurs annually starting 2024-02-29', 'next review 2027-02-28'],
    ['recurs monthly starting 2026-08-01 ending after 4 times', 'no more reviews'],
    ['recurs monthly starting 2026-08-01 ending after 5 times', 'next review 2026-12-01'],
    ['recurs monthly starting 2026-08-01 ending 2026-11-30', 'no more reviews'],
    ['starting 2026-08-01', 'the review is over'],
  ])('tell the day of a review: %s', async (statements, label) => {
    const found = await hints(
      `review r "R" { of guests in all groups ${statements} open for 3 days if no response remove access }`,
    )
    expect(found).toEqual(label === undefined ? [] : [['review r "R"', label]])
  })

  it('stand behind the head, wherever the brace is', async () => {
    const found = await hints('review r\n  "R {"\n{\n  starting 2027-01-01 open for 3 days }')
    expect(found).toEqual([['"R {"', 'if no response keep access']])
  })

  it('can be switched off by their sort', async () => {
    const text = 'policy template t {\n  expires after 3 days\n  review weekly\n}'
    const labels = async (settings: object) => (await hints(text, settings)).map(([, label]) => label)
    const [end, first, defaults] = [
      'until 2026-11-25 if granted today',
      'first review 2026-11-22 if deployed today',
      'open for 3 days, if no response remove access',
    ]
    expect(await labels({})).toEqual([end, first, defaults])
    expect(await labels({ endDates: false })).toEqual([first, defaults])
    expect(await labels({ defaults: false, reviews: false })).toEqual([end])
  })
})

describe('code lens', () => {
  it('tells who may request a package, and who uses a template', async () => {
    const { lsp, document, textDocument } = await open(`policy template base { never expires }
catalog c "C" {
  package p "P" {
    policy one "One" from base { requestable by any member }
    policy two "Two" { requestable by no one }
  }
  package q "Q"
}`)
    const found = (await provided(lsp.CodeLensProvider).provideCodeLens(document, { textDocument })) ?? []
    expect(found.map(({ range, command }) => [textOf(document, range), command?.title])).toEqual([
      ['p', '2 policies · any member · no one'],
      ['q', 'no policies: nobody can get it'],
      ['base', 'used by 1 policy'],
    ])
  })
})
