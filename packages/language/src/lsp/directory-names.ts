import { fold, type NameQuery, type SuggestedName } from '@entitle/graph'
import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  CompletionList,
  type Range,
} from 'vscode-languageserver'
import { lineLiteral } from '../printing/source/text-literal.ts'
import type { DirectoryPlace } from './directory-place.ts'

/** What is asked of whoever can look into a directory. */
export interface NamesParams {
  readonly query: NameQuery
  /** The name of a declared tenant; else the one that is selected. */
  readonly tenant?: string
}

/** Null where there is no directory to look into. */
export type NamesAnswer = {
  readonly names: readonly SuggestedName[]
  /** There are no others that fit. */
  readonly complete: boolean
  /** Where they were found: `the sandbox tenant`. */
  readonly source: string
} | null

/** Asks for names of a directory; who isn't signed in to one has none. */
export type AskNames = (params: NamesParams, cancel: CancellationToken) => Promise<NamesAnswer>

/** A text at which names of a directory fit. */
export interface Naming {
  readonly place: DirectoryPlace
  readonly range: Range
  /** The range is inside of quotes. */
  readonly inQuotes: boolean
}

/** What is offered at the text anyway, and what the directory has; what both have, as the directory calls it. */
export const withNames = async (
  list: CompletionList,
  naming: Naming,
  ask: AskNames,
  cancel: CancellationToken,
): Promise<CompletionList> => {
  const { query, tenant } = naming.place
  const answer = await ask({ query, ...(tenant === undefined ? {} : { tenant }) }, cancel)
  if (answer === null) return list
  const items = answer.names.map(name => itemOf(name, answer.source, naming))
  const texts = new Set(items.map(newText))
  const others = list.items.filter(item => !texts.has(newText(item)))
  return CompletionList.create([...items, ...others], list.isIncomplete || !answer.complete)
}

const newText = ({ textEdit, label }: CompletionItem): string => fold(textEdit?.newText ?? label)

const itemOf = (name: SuggestedName, source: string, { place, range, inQuotes }: Naming): CompletionItem => {
  const literal = lineLiteral(name.name)
  const pin = name.shared && name.id !== '' ? place.pin?.(name.id) : undefined
  const behind = { line: range.end.line, character: range.end.character + 1 }
  return {
    label: name.label,
    kind: CompletionItemKind.Value,
    ...(name.detail === '' ? {} : { detail: name.detail }),
    documentation: aboutName(name, source, pin),
    filterText: filterOf(name),
    textEdit: { range, newText: inQuotes ? literal.slice(1, -1) : literal },
    ...(pin === undefined ? {} : { additionalTextEdits: [{ range: { start: behind, end: behind }, newText: pin }] }),
  }
}

/** People type what they call it, or what stands in the source. */
const filterOf = ({ name, label, detail }: SuggestedName): string =>
  [...new Set([label, name, detail])].join(' ').trim()

const aboutName = ({ about, shared, id }: SuggestedName, source: string, pin: string | undefined): string => {
  const what = about === '' ? `In ${source}.` : `${about.charAt(0).toUpperCase()}${about.slice(1)}, in ${source}.`
  if (!shared || id === '') return what
  const which =
    pin === undefined
      ? `A declaration says which is meant, with id "${id}".`
      : 'Its id is written too, to say which is meant.'
  return `${what} Others have this name. ${which}`
}
