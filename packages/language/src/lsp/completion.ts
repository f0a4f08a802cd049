import type { IToken } from 'chevrotain'
import type { LangiumDocument, MaybePromise } from 'langium'
import type { CompletionProvider, CompletionProviderOptions } from 'langium/lsp'
import {
  CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from 'vscode-languageserver'
import { type Expectation, readAlong } from '../syntax/expectation.ts'
import { wantedSorts } from './candidates.ts'
import { type Cursor, cursorAt } from './cursor.ts'
import { type Naming, withNames } from './directory-names.ts'
import { type DirectoryPlace, directoryPlace } from './directory-place.ts'
import { documentedRule, documentedWord, resolveItem } from './item-documentation.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { type OfferedNames, offeredNames } from './name-completion.ts'
import { offeredValues } from './offered-values.ts'
import { isForeignOption, wholeOption } from './rule-options.ts'
import { alreadySaid } from './said.ts'
import { dated, type Snippet, snippets, withoutPlaceholders } from './snippets.ts'
import { offeredInText } from './text-completion.ts'

interface Offered extends OfferedNames {
  readonly naming?: Naming
}

/** Offers what the grammar takes next and nothing else: whole statements, words, names by kind, values in use. */
export class EntitleCompletionProvider implements CompletionProvider {
  readonly completionOptions: CompletionProviderOptions = { triggerCharacters: ['.', ' ', '"', '(', '-'] }
  private readonly services: EntitleLspServices
  private takesSnippets = true

  constructor(services: EntitleLspServices) {
    this.services = services
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.takesSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    })
  }

  getCompletion(
    document: LangiumDocument,
    params: CompletionParams,
    cancel: CancellationToken = CancellationToken.None,
  ): MaybePromise<CompletionList> {
    const offset = document.textDocument.offsetAt(params.position)
    const cursor = cursorAt(document, offset, this.services.parser.Lexer)
    const { items, naming, incomplete }: Offered =
      cursor === undefined
        ? { ...offeredInText(document, offset, this.services), incomplete: false }
        : this.offeredAt(document, cursor)
    const list = CompletionList.create(items, incomplete)
    return naming === undefined ? list : withNames(list, naming, this.services.editor.Directory.names, cancel)
  }

  private offeredAt(document: LangiumDocument, cursor: Cursor): Offered {
    const range = {
      start: document.textDocument.positionAt(cursor.start),
      end: document.textDocument.positionAt(cursor.end),
    }
    const { items, incomplete, place } = this.offered(document, cursor)
    const known = new Map(items.map(item => [`${item.kind} ${item.label}`, item]))
    return {
      items: [...known.values()].map(item => placed(item, range)),
      incomplete,
      ...(place === undefined ? {} : { naming: { place, range, inQuotes: false } }),
    }
  }

  /** An item with what only its reader needs. */
  resolve(item: CompletionItem): CompletionItem {
    return resolveItem(item, this.services)
  }

  private offered(document: LangiumDocument, cursor: Cursor): OfferedNames & { readonly place?: DirectoryPlace } {
    const tokens = this.readable(cursor)
    if (tokens === undefined) return { items: [], incomplete: false }
    const { expected } = readAlong(this.services.Grammar, tokens, { lastIsWord: true })
    const said = alreadySaid(document, cursor, expected)
    const words = new Set(expected.map(({ keyword }) => keyword))
    let incomplete = false
    const items = expected.flatMap(expectation => {
      const { keyword } = expectation
      if (isForeignOption(expectation, tokens, this.services.editor.Rules)) return []
      if (keyword === undefined) {
        const values = this.values(expectation, document, cursor, tokens)
        incomplete ||= values.incomplete
        // Where a word may stand, a name that looks like it can't.
        return values.items.filter(({ label }) => !words.has(label))
      }
      return said(expectation) || !isOfSort(expectation)
        ? []
        : this.keywords(expectation, keyword, tokens).map(item => ({
            ...item,
            data: documentedWord(document, expectation),
          }))
    })
    const text = expected.find(({ terminal }) => terminal === 'TEXT')
    const around = { before: tokens, after: undefined, typed: cursor.prefix }
    const place = directoryPlace(text, around, () => undefined)
    return { items, incomplete, ...(place === undefined ? {} : { place }) }
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
  ): OfferedNames {
    if (expectation.reference !== undefined) return offeredNames(expectation, document, cursor, tokens, this.services)
    const values = offeredValues(expectation, tokens, this.services)
    const items =
      expectation.property === 'rule'
        ? values.map(item => ({ ...item, data: documentedRule(document, item.label) }))
        : values
    return { items, incomplete: false }
  }

  /** Whole statements that begin with the word, or the word alone. What goes on with a statement comes before what begins one. */
  private keywords({ rule }: Expectation, keyword: string, tokens: readonly IToken[]): CompletionItem[] {
    if (!/^[a-z]/.test(keyword)) return []
    const all = this.snippetsOf(rule, tokens)
    const before = tokens.at(-1)?.image
    const goesOn = all.some(({ label }) => label.split(' ')[0] === before) // `never` of `never expires`
    const whole = goesOn ? [] : all.filter(({ label }) => label.split(' ')[0] === keyword)
    if (whole.length === 0) return [{ label: keyword, kind: CompletionItemKind.Keyword, sortText: `2 ${keyword}` }]
    return whole.map(({ label, insert }, index) => ({
      label,
      sortText: `3 ${keyword} ${String(index).padStart(2, '0')}`,
      ...this.inserted(label, insert),
    }))
  }

  private snippetsOf(rule: string, tokens: readonly IToken[]): readonly Snippet[] {
    const isOption = rule === 'BoundOption' || rule === 'PatternOption'
    const option = isOption ? wholeOption(tokens, this.services.editor.Rules) : undefined
    return option === undefined ? (snippets[rule] ?? []) : [{ label: option, insert: option }]
  }

  private inserted(label: string, insert: string): Omit<CompletionItem, 'label'> {
    if (label === insert) return { kind: CompletionItemKind.Keyword }
    const text = dated(insert, this.services.editor.Today.now())
    if (!this.takesSnippets) return { kind: CompletionItemKind.Snippet, insertText: withoutPlaceholders(text) }
    return {
      kind: CompletionItemKind.Snippet,
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.adjustIndentation,
      insertText: text,
    }
  }
}

const sorts = new Set(['user', 'group', 'app', 'site'])

/** Whether an object of the sort that the word says may be written in place here. */
const isOfSort = (expectation: Expectation): boolean => {
  const { rule, keyword = '' } = expectation
  if (!sorts.has(keyword) || (rule !== 'ObjectUse' && rule !== 'DirectoryWord')) return true
  return wantedSorts(expectation)?.includes(keyword) ?? true
}

const placed = ({ insertText, ...item }: CompletionItem, range: Range): CompletionItem => ({
  ...item,
  filterText: item.filterText ?? item.label,
  textEdit: { range, newText: insertText ?? item.label },
})
