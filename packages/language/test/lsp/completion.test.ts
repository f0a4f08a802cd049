import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompletionItem } from 'vscode-languageserver'
import { openWorkbench, provided, today } from './workbench.ts'

const directory = `tenant contoso
organization fabrikam "Fabrikam"
user  anna       "anna@contoso.com"
group desk       "Desk"
group alpine     "Project Alpine"
app   salesforce "Salesforce"
site  wiki       "https://contoso.sharepoint.com/sites/wiki"
`
const complete = async (
  text: string,
  others: { readonly [file: string]: string } = { 'directory.entitle': directory },
) => {
  const bench = await openWorkbench({ ...others, 'a.entitle': text })
  const { document, params } = bench.cursor
  const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params)
  expect(bench.log).toEqual([])
  return list?.items ?? []
}
const labels = async (text: string, others?: { readonly [file: string]: string }) =>
  (await complete(text, others)).map(({ label }) => label)

describe('statements', () => {
  it('declarations at the top', async () => {
    const found = await labels('<|>')
    expect(found).toEqual(
      expect.arrayContaining([
        'tenant',
        'organization',
        'user',
        'group',
        'app',
        'site',
        'catalog',
        'package',
        'policy template',
        'review',
        'assign',
        'standard',
        'scenario',
      ]),
    )
    expect(found).not.toContain('grants')
  })

  it('of a policy, whole', async () => {
    const found = await labels('policy template t {\n  <|>\n}')
    expect(found).toEqual(
      expect.arrayContaining([
        'requestable by any member',
        'expires after',
        'never expires',
        'review quarterly { … }',
        'approval not required',
        'approval { … }',
        'extension allowed with approval',
      ]),
    )
    expect(found).not.toContain('tenant')
  })

  it('a review comes with its block', async () => {
    const items = await complete('policy template t {\n  rev<|>\n}')
    const review = items.find(({ label }) => label === 'review quarterly { … }')
    expect(review).toMatchObject({
      insertTextFormat: 2,
      textEdit: { newText: expect.stringContaining('if no response remove access') },
    })
  })

  it('the word being typed is replaced, with its end', async () => {
    const [item] = await complete('policy template t {\n  exp<|>ires after 3 days\n}')
    expect(item?.textEdit).toMatchObject({
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 9 } },
    })
  })

  it('the next word of a statement', async () => {
    expect(await labels('policy template t {\n  if no <|>\n}')).toEqual([])
    expect(await labels('policy template t { review weekly {\n  if no <|>\n} }')).toEqual(['response'])
    expect(await labels('policy template t { expires <|> }')).toEqual(['after', 'on'])
    expect(await labels('policy template t { extension <|> }')).toEqual(['allowed', 'denied'])
  })

  it('who may request', async () => {
    const found = await labels('policy template t { requestable by <|> }')
    expect(found).toEqual(
      expect.arrayContaining(['no one', 'any member', 'any connected organization', 'users from', 'anna', 'desk']),
    )
    expect(found).not.toContain('wiki')
  })

  it('below a line that does not parse', async () => {
    expect(await labels('policy template t {\n  frobnicate 7\n  exp<|>\n}')).toContain('expires after')
  })

  it('below a declaration that does not parse', async () => {
    expect(await labels('catalog {\n\npolicy template t {\n  exp<|>\n}')).toContain('expires after')
  })

  it('not on a line that went wrong already', async () => {
    expect(await labels('policy template t {\n  frobnicate <|>\n}')).toEqual([])
  })

  it('not in comments and texts', async () => {
    expect(await labels('// exp<|>')).toEqual([])
    expect(await labels('/* exp<|> */')).toEqual([])
    expect(await labels('user anna "an<|>na"')).toEqual([])
    expect(await labels('user anna "an<|>')).toEqual([])
  })
})

describe('names', () => {
  it('by what a place takes', async () => {
    expect(await labels('policy template t { requestable by users from <|> }')).toEqual(['fabrikam'])
    expect(await labels('catalog c "C" { resources <|> }')).toEqual(
      expect.arrayContaining(['desk', 'alpine', 'salesforce', 'wiki']),
    )
    expect(await labels('catalog c "C" { resources <|> }')).not.toContain('anna')
    expect(await labels('catalog c "C" { owners anna, <|> }')).toEqual(expect.arrayContaining(['desk', 'alpine']))
    expect(await labels('package p "P" in <|>', { 'b.entitle': 'catalog one "One"' })).toEqual(['one'])
    expect(await labels('policy template t from <|>', { 'b.entitle': 'policy template base' })).toContain('base')
  })

  it('of packages with their catalogs, and behind the dot without', async () => {
    const others = { 'b.entitle': 'catalog one "One" {\n package p "P" {\n policy q "Q"\n }\n}' }
    expect(await labels('assign user "a@b.c" to <|>', others)).toEqual(['one.p'])
    expect(await labels('assign user "a@b.c" to one.<|>', others)).toEqual(['p'])
    expect(await labels('assign user "a@b.c" to one.p using <|>', others)).toEqual(['q'])
  })

  it('carry what they stand for', async () => {
    const items = await complete('catalog c "C" { owners <|> }')
    expect(items.find(({ label }) => label === 'desk')?.detail).toBe('Desk')
  })
})

describe('values', () => {
  it('dates: today and ends of quarters', async () => {
    const found = await complete('policy template t { expires on <|> }')
    expect(found.map(({ label, detail }: CompletionItem) => [label, detail])).toEqual([
      [today, 'today'],
      ['2026-12-31', 'end of quarter 4 of 2026'],
      ['2027-03-31', 'end of quarter 1 of 2027'],
      ['2027-06-30', 'end of quarter 2 of 2027'],
      ['2027-09-30', 'end of quarter 3 of 2027'],
      ['2027-11-22', 'in a year'],
    ])
  })

  it('durations and their units', async () => {
    expect(await labels('policy template t { expires after <|> }')).toContain('180 days')
    expect(await labels('policy template t { expires after 3 <|> }')).toEqual(['days', 'weeks', 'hours'])
    expect(await labels('policy template t { expires after 1 <|> }')).toEqual(['day', 'week', 'hour'])
  })

  it('tags in use', async () => {
    const found = await labels('package p "P" in c { tags <|> }', { 'b.entitle': 'package q "Q" in c { tags secret }' })
    expect(found).toEqual(['project', 'multi-year', 'compliance', 'low-sensitivity', 'secret'])
  })

  it('rules where a standard or a waiver names one', async () => {
    const book = { names: ['external-review'], describe: () => undefined }
    const bench = await openWorkbench({ 'a.entitle': 'standard s { rule <|> }' }, { book })
    const list = await provided(bench.services.lsp.CompletionProvider).getCompletion(
      bench.cursor.document,
      bench.cursor.params,
    )
    expect(list?.items.map(({ label }) => label)).toEqual(['external-review'])
  })
})

describe('promises', () => {
  it('no place of the corpus breaks it', async () => {
    const fixture = (name: string) =>
      readFileSync(new URL(`../format/fixtures/${name}.entitle`, import.meta.url), 'utf8')
    const bench = await openWorkbench({ 'a.entitle': fixture('partners'), 'b.entitle': fixture('everything') })
    const provider = provided(bench.services.lsp.CompletionProvider)
    const document = bench.document('b.entitle')
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: document.textDocument.getText().length }), async offset => {
        const position = document.textDocument.positionAt(offset)
        expect(
          await provider.getCompletion(document, { textDocument: { uri: document.uri.toString() }, position }),
        ).toBeDefined()
      }),
      { numRuns: 150 },
    )
    expect(bench.log).toEqual([])
  })
})
