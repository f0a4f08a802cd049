import type { IToken } from 'chevrotain'
import type { LangiumDocument } from 'langium'
import type { CompletionProvider, CompletionProviderOptions } from 'langium/lsp'
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
} from 'vscode-languageserver'
import { wordMarkdown } from '../printing/words.ts'
import { type Expectation, readAlong } from '../syntax/expectation.ts'
import { candidates, sortOf, wantedSorts } from './candidates.ts'
import { type Cursor, cursorAt, nodeAround } from './cursor.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { offeredValues } from './offered-values.ts'
import { alreadySaid } from './said.ts'
import { snippets } from './snippets.ts'
import { offeredInText } from './text-completion.ts'

/** Offers what the grammar takes next and nothing else: whole statements, words, names by kind, values in use. */
export class EntitleCompletionProvider implements CompletionProvider {
  readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['.', ' ', '"', '(', '-'] }
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  getCompletion(document: LangiumDocument, params: CompletionParams): CompletionList {
    const offset = document.textDocument.offsetAt(params.position)
    const cursor = cursorAt(document, offset, this.services.parser.Lexer)
    if (cursor === undefined) return CompletionList.create(offeredInText(document, offset, this.services), false)
    const range = {
      start: document.textDocument.positionAt(cursor.start),
      end: document.textDocument.positionAt(cursor.end),
    }
    const items = this.items(document, cursor)
    const known = new Map(items.map(item => [`${item.kind} ${item.label}`, item]))
    return CompletionList.create(
      [...known.values()].map(item => placed(item, range)),
      false,
    )
  }

  private items(document: LangiumDocument, cursor: Cursor): CompletionItem[] {
    const tokens = this.readable(cursor)
    if (tokens === undefined) return []
    const { expected } = readAlong(this.services.Grammar, tokens)
    const said = alreadySaid(document, cursor, expected)
    return expected.flatMap(expectation => {
      if (expectation.keyword === undefined) return this.values(expectation, document, cursor, tokens)
      return said(expectation) ? [] : keywords(expectation, expectation.keyword, tokens.at(-1)?.image)
    })
  }

  /** The tokens without lines that the grammar doesn't take: a mistake above must not silence completion below it. */
  private readable({ tokens, line }: Cursor): readonly IToken[] | undefined {
    let left = tokens
    for (let attempt = 0; attempt < 10; attempt++) {
      const { read } = readAlong(this.services.Grammar, left)
      const wrong = left[read]
      if (wrong === undefined) return left
      if (wrong.startLine === line) return undefined
      left = left.filter(token => token.startLine !== wrong.startLine)
    }
    return undefined
  }

  private values(
    expectation: Expectation,
    document: LangiumDocument,
    cursor: Cursor,
    tokens: readonly IToken[],
  ): CompletionItem[] {
    if (expectation.reference === undefined) return offeredValues(expectation, tokens, this.services)
    const { reference } = expectation
    const qualifier = tokens.at(-1)?.image === '.' ? `${tokens.at(-2)?.image ?? ''}.` : ''
    const sorts = wantedSorts(tokens.slice(-40).map(({ image }) => image))
    return candidates(reference, nodeAround(document, cursor.start), qualifier, this.services)
      .filter(
        ({ description }) =>
          description.type !== 'DirectoryObject' ||
          sorts === undefined ||
          sorts.includes(sortOf(description, this.services) ?? ''),
      )
      .map(({ name, description }) => ({
        label: name,
        kind: CompletionItemKind.Reference,
        detail: displayNameOf(description.node) ?? description.type,
        sortText: `1 ${name}`,
      }))
  }
}

/** Whole statements that begin with the word, or the word alone. */
const keywords = ({ rule }: Expectation, keyword: string, before: string | undefined): CompletionItem[] => {
  if (!/^[a-z]/.test(keyword)) return []
  const all = snippets[rule] ?? []
  const goesOn = all.some(({ label }) => label.split(' ')[0] === before) // `never` of `never expires`
  const whole = goesOn ? [] : all.filter(({ label }) => label.split(' ')[0] === keyword)
  const markdown = wordMarkdown(rule)
  const documentation = markdown === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: markdown } }
  if (whole.length === 0)
    return [{ label: keyword, kind: CompletionItemKind.Keyword, sortText: `2 ${keyword}`, ...documentation }]
  return whole.map(({ label, insert }, index) => ({
    label,
    kind: label === insert ? CompletionItemKind.Keyword : CompletionItemKind.Snippet,
    ...(label === insert
      ? {}
      : {
          insertTextFormat: InsertTextFormat.Snippet,
          insertTextMode: InsertTextMode.adjustIndentation,
          insertText: insert,
        }),
    sortText: `2 ${keyword} ${index}`,
    ...documentation,
  }))
}

const placed = ({ insertText, ...item }: CompletionItem, range: Range): CompletionItem => ({
  ...item,
  filterText: item.filterText ?? item.label,
  textEdit: { range, newText: insertText ?? item.label },
})

const displayNameOf = (node: unknown): string | undefined =>
  typeof node === 'object' && node !== null && 'displayName' in node && typeof node.displayName === 'string'
    ? node.displayName
    : undefined
