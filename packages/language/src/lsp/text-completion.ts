import type { IToken } from 'chevrotain'
import type { LangiumDocument } from 'langium'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { isDirectoryObject } from '../generated/ast.ts'
import { type Expectation, readAlong } from '../syntax/expectation.ts'
import { textValue } from '../syntax/text-value.ts'
import { type Role, rolesInUse, writtenInPlace } from './candidates.ts'
import { declarationStart, outsideOfClosed } from './cursor.ts'
import type { Naming } from './directory-names.ts'
import { directoryPlace } from './directory-place.ts'
import { languages } from './languages.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { nextInRule } from './membership-rule.ts'

/** The text that the cursor is in: what stands around it, and where the text's inside begins and ends. */
interface TextAround {
  readonly tokens: readonly IToken[]
  /** What follows; undefined where no quote closes the text. */
  readonly after: readonly IToken[] | undefined
  readonly start: number
  readonly end: number
}

/** What is offered inside quotes, and what the directory may be asked for there. */
export interface OfferedInText {
  readonly items: CompletionItem[]
  readonly naming?: Naming
}

/** What is offered inside quotes: roles in `grants "…"`, names of directory objects, attributes and operators in a membership rule. */
export const offeredInText = (
  document: LangiumDocument,
  offset: number,
  services: EntitleLspServices,
): OfferedInText => {
  const text = textAround(document, offset, services)
  if (text === undefined) return { items: [] }
  const { expected, read } = readAlong(services.Grammar, text.tokens, { lastIsWord: true })
  if (read < text.tokens.length) return { items: [] }
  const place = expected.find(({ terminal }) => terminal === 'TEXT')
  const between = (start: number, end: number) => ({
    start: document.textDocument.positionAt(start),
    end: document.textDocument.positionAt(end),
  })
  const typedText = document.textDocument.getText(between(text.start, offset))
  const around = { before: text.tokens, after: text.after, typed: textValue(`"${typedText}"`) }
  const inDirectory = directoryPlace(place, around, name => applicationCalled(name, services))
  const range = between(text.start, text.end)
  const naming = inDirectory === undefined ? {} : { naming: { place: inDirectory, range, inQuotes: true } }
  const whole = wholeTexts(place, text.tokens, { document, offset }, services)
  if (whole !== undefined) {
    const written = (name: string) => ({ range, newText: name.replace(/[\\"]/g, '\\$&') })
    return { items: whole.map(({ name, about }) => item(name, about, written(name))), ...naming }
  }
  if (place?.rule !== 'AssignedAutomatically' || place.property !== 'rule') return { items: [], ...naming }
  const { typed, words } = nextInRule(typedText.replaceAll('\\"', '"'))
  const last = between(offset - typed.length, offset)
  return { items: words.map(({ word, about }) => item(word, about, { range: last, newText: word })) }
}

/** The display name of a declared application. */
const applicationCalled = (name: string, services: EntitleLspServices): string | undefined => {
  const { SymbolTable, LangiumDocuments } = services.shared.workspace
  const symbol = SymbolTable.find('directory', name)
  const document = symbol && LangiumDocuments.getDocument(symbol.documentUri)
  const node = document && services.workspace.AstNodeLocator.getAstNode(document.parseResult.value, symbol.path)
  return isDirectoryObject(node) && node.objectKind === 'app' ? node.displayName : undefined
}

/** Texts that are chosen whole: roles, languages, objects that are written in place elsewhere too. */
const wholeTexts = (
  place: Expectation | undefined,
  tokens: readonly IToken[],
  typing: { readonly document: LangiumDocument; readonly offset: number },
  services: EntitleLspServices,
): readonly Role[] | undefined => {
  if (/^(Grant|GrantsTrait|PairSide)$/.test(place?.rule ?? '') && place?.property === 'role')
    return rolesInUse(services, typing)
  if (place?.rule === 'Translation' && place.property === 'language')
    return languages.map(([name, about]) => ({ name, about }))
  if ((place?.rule !== 'ObjectUse' && place?.rule !== 'Exclusion') || place.property !== 'value') return undefined
  const about = tokens.at(-1)?.image ?? ''
  return writtenInPlace(about, services, typing).map(name => ({ name, about }))
}

const item = (label: string, detail: string, textEdit: NonNullable<CompletionItem['textEdit']>): CompletionItem => ({
  label,
  kind: CompletionItemKind.Value,
  detail,
  textEdit,
})

const textAround = (
  document: LangiumDocument,
  offset: number,
  services: EntitleLspServices,
): TextAround | undefined => {
  const source = document.textDocument.getText()
  const from = declarationStart(document, offset)
  const { tokens, hidden } = services.parser.Lexer.tokenize(source.slice(from))
  const startOf = (token: IToken) => from + token.startOffset
  const endOf = (token: IToken) => startOf(token) + token.image.length
  const isClosed = (token: IToken) => source.startsWith(token.image, startOf(token))
  const texts = tokens.filter(token => token.image.startsWith('"'))
  const whole = texts.find(token => startOf(token) < offset && offset < endOf(token))
  // What nothing closes is read as a text all the same, and `//` in it may look like a comment.
  const isInText = (at: number) => texts.some(text => startOf(text) < at && at < endOf(text))
  const inComment = ({ startOffset, image }: IToken) => {
    const start = from + startOffset
    return start < offset && offset <= start + image.length && !isInText(start)
  }
  if (hidden.some(inComment)) return undefined
  const until = (start: number) => outsideOfClosed(tokens.filter(token => endOf(token) <= start))
  if (whole !== undefined) {
    const quotes = whole.image.startsWith('"""') ? 3 : 1
    const [start, end] = [startOf(whole) + quotes, endOf(whole) - quotes]
    const next = tokens.indexOf(whole) + 1
    const after = isClosed(whole) ? tokens.slice(next, next + 3) : undefined
    return start <= offset && offset <= end ? { tokens: until(startOf(whole)), after, start, end } : undefined
  }
  const line = source.lastIndexOf('\n', offset - 1) + 1
  const before = texts.filter(token => endOf(token) <= offset && isClosed(token))
  const open = source.indexOf('"', Math.max(line, before.map(endOf).at(-1) ?? from))
  return open === -1 || open >= offset
    ? undefined
    : { tokens: until(open), after: undefined, start: open + 1, end: offset }
}
