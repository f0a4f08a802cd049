import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CstUtils, GrammarAST, GrammarUtils, type LangiumDocument, type LeafCstNode, URI } from 'langium'
import { describe, expect, it } from 'vitest'
import { type CompletionItem, InsertTextFormat } from 'vscode-languageserver'
import { declarationStart } from '../../src/lsp/cursor.ts'
import { ruleBook } from '../../src/lsp/rule-book.ts'
import { withoutPlaceholders } from '../../src/lsp/snippets.ts'
import { rules } from '../../src/rules/index.ts'
import { readAlong } from '../../src/syntax/expectation.ts'
import { apply, openWorkbench, provided, type Workbench } from './workbench.ts'

const inFolder = (folder: string): { readonly [name: string]: string } =>
  Object.fromEntries(
    readdirSync(path.join(import.meta.dirname, folder))
      .filter(name => name.endsWith('.entitle'))
      .map(name => [name, readFileSync(path.join(import.meta.dirname, folder, name), 'utf8')]),
  )

/** Workspaces to type: what stands in one doesn't know of another. */
const workspaces = {
  samples: inFolder('../format/fixtures'),
  constructs: inFolder('fixtures'),
  example: inFolder('../../../../examples/partner-collaboration'),
}
const cases = Object.entries(workspaces).flatMap(([workspace, files]) =>
  Object.keys(files).map(name => [workspace, name, files] as const),
)

/** The file as it is when everything from `offset` on is still to be typed. */
const typed = async ({ services: { shared } }: Workbench, text: string): Promise<LangiumDocument> => {
  const uri = URI.parse('file:///work/typed.entitle')
  const { DocumentBuilder, IndexManager, LangiumDocumentFactory } = shared.workspace
  IndexManager.remove(uri)
  const document = LangiumDocumentFactory.fromString(text, uri)
  await DocumentBuilder.build([document], { validation: false })
  return document
}

const completed = async (bench: Workbench, document: LangiumDocument): Promise<readonly CompletionItem[]> => {
  const position = document.textDocument.positionAt(document.textDocument.getText().length)
  const params = { textDocument: { uri: document.uri.toString() }, position }
  return (await provided(bench.services.lsp.CompletionProvider).getCompletion(document, params))?.items ?? []
}

/** What an item writes when nobody fills its placeholders in. */
const insertedBy = ({ textEdit, label, insertTextFormat }: CompletionItem): string => {
  const text = textEdit?.newText ?? label
  return insertTextFormat === InsertTextFormat.Snippet ? withoutPlaceholders(text) : text
}

/** What must be offered where this token stands: a word of the language, or a name; undefined where it is new or free. */
const demand = (leaf: LeafCstNode): string | undefined => {
  const source = leaf.grammarSource
  if (GrammarAST.isKeyword(source)) return /^[a-z]/.test(source.value) ? source.value : undefined
  const assignment = GrammarUtils.findAssignment(leaf)
  if (assignment === undefined) return undefined
  if (GrammarAST.isCrossReference(assignment.terminal)) return leaf.text
  if (leaf.astNode.$type === 'Tags' || leaf.astNode.$type === 'TagOption') return leaf.text
  return assignment.feature === 'rule' && leaf.astNode.$type !== 'AssignedAutomatically' ? leaf.text : undefined
}

const fits = (item: CompletionItem, word: string): boolean => {
  const inserted = insertedBy(item)
  return inserted === word || (inserted.startsWith(word) && /^[^\p{L}\p{Nd}_-]/u.test(inserted.slice(word.length)))
}

/** Not every place is asked at, which would take minutes; of the file that shows every construct, more are. */
const strideOf = (name: string): number => (name === 'constructs.entitle' ? 2 : 5)

describe('typing a file token by token', () => {
  it.each(cases)('%s/%s: the next word or name is always offered', { timeout: 60_000 }, async (_, name, files) => {
    const bench = await openWorkbench(files, { book: ruleBook(rules) })
    const whole = bench.document(name)
    const root = whole.parseResult.value.$cstNode
    if (root === undefined) throw new Error('the file has no tree')
    const missing: string[] = []
    let asked = 0
    const known = new Set(rules.map(rule => rule.name))
    for (const leaf of CstUtils.flattenCst(root)) {
      const word = leaf.hidden || leaf.text === '.' ? undefined : demand(leaf)
      if (word === undefined || (GrammarUtils.findAssignment(leaf)?.feature === 'rule' && !known.has(word))) continue
      if (GrammarAST.isCrossReference(GrammarUtils.findAssignment(leaf)?.terminal) && !isLinked(whole, leaf)) continue
      asked += 1
      const text = whole.textDocument.getText().slice(0, leaf.offset)
      const items = await completed(bench, await typed(bench, text))
      if (!items.some(item => fits(item, word)))
        missing.push(`${word} after …${JSON.stringify(text.slice(-50))}, only ${items.map(({ label }) => label)}`)
    }
    expect(missing).toEqual([])
    expect(asked).toBeGreaterThan(0)
    expect(bench.log).toEqual([])
  })

  it.each(cases)('%s/%s: what is offered can stand there', { timeout: 120_000 }, async (_, name, files) => {
    const bench = await openWorkbench(files, { book: ruleBook(rules) })
    const { services } = bench
    const tokenize = (text: string) => services.parser.Lexer.tokenize(text).tokens
    const source = files[name] ?? ''
    const stride = strideOf(name)
    const wrong: string[] = []
    for (const [index, token] of tokenize(source).entries()) {
      if (index % stride !== 0) continue
      const text = source.slice(0, token.startOffset)
      const document = await typed(bench, text)
      for (const item of await completed(bench, document)) {
        if (item.textEdit === undefined || !('range' in item.textEdit)) throw new Error('an item without a place')
        const edit = { range: item.textEdit.range, newText: insertedBy(item) }
        const tokens = tokenize(apply(document, [edit]).slice(declarationStart(document, text.length)))
        if (readAlong(services.Grammar, tokens).read < tokens.length)
          wrong.push(`${insertedBy(item)} after …${JSON.stringify(text.slice(-50))}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

const isLinked = (document: LangiumDocument, leaf: LeafCstNode): boolean =>
  document.references.some(
    reference =>
      reference.error === undefined &&
      reference.$refNode !== undefined &&
      reference.$refNode.offset <= leaf.offset &&
      leaf.end <= reference.$refNode.end,
  )
