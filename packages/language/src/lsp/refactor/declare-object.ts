import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument } from 'langium'
import { CodeActionKind } from 'vscode-languageserver'
import { type DirectoryWord, type Exclusion, isExclusion, isObjectUse, type ObjectUse } from '../../generated/ast.ts'
import { nameFrom, nameOfSite, nameOfUser } from '../../printing/source/name-from.ts'
import { uniqueNames } from '../../printing/source/unique-names.ts'
import { isSource } from '../../references/library.ts'
import { nodesOf } from '../../syntax/nodes.ts'
import type { EntitleLspServices } from '../lsp-services.ts'
import { addTo, type Changes, type Refactoring } from './refactoring.ts'
import { editAt, stretchOf, textOf } from './source.ts'
import { topLevel } from './terms.ts'

type Use = ObjectUse | Exclusion

/** Declares an object that is written in place, and names it wherever it is written so; uses its declaration where it has one. */
export const declareObject: Refactoring = ({ nodes, document, services }) => {
  const use = nodes.find((node): node is Use => isObjectUse(node) || isExclusion(node))
  const sort = use === undefined ? undefined : sortOf(use)
  if (use?.value === undefined || sort === undefined) return []
  const { value } = use
  const same = sources(services)
    .flatMap(source => [...nodesOf(source, 'ObjectUse'), ...nodesOf(source, 'Exclusion')])
    .filter(other => sortOf(other) === sort && other.value?.toLowerCase() === value.toLowerCase())
  const declared = sources(services)
    .flatMap(source => nodesOf(source, 'DirectoryObject'))
    .find(other => other.objectKind === sort && other.displayName?.toLowerCase() === value.toLowerCase())
  const name = declared?.name ?? newName(sort, value, services)
  const changes: Changes = {}
  if (declared === undefined) {
    const at = placeFor(use, document)
    addTo(changes, document, editAt(document, at.offset, at.offset, at.around(`${sort} ${name} ${written(use)}`)))
  }
  for (const other of same) {
    const { $cstNode: cst } = other
    if (cst !== undefined)
      addTo(changes, AstUtils.getDocument(other), editAt(AstUtils.getDocument(other), cst.offset, cst.end, name))
  }
  const places = same.length === 1 ? '' : ` and use it in all ${same.length} places`
  const title = declared === undefined ? `Declare ${sort} ${name}${places}` : `Use the declared ${sort} ${name}`
  return [{ title, kind: `${CodeActionKind.RefactorExtract}.object`, edit: { changes } }]
}

const sources = ({ shared }: EntitleLspServices): readonly LangiumDocument[] =>
  shared.workspace.LangiumDocuments.all.filter(({ uri }) => isSource(uri)).toArray()

/** What is written in place is of the sort that it says, or of that of its statement: `requestable by app "CRM"`. */
const sortOf = (use: Use): DirectoryWord | undefined =>
  use.objectKind ?? (use.$container?.$type === 'TheseApps' ? 'app' : undefined)

const written = (use: Use): string => GrammarUtils.findNodeForProperty(use.$cstNode, 'value')?.text ?? '""'

/** A name that no other object has and that is no word of the language. */
const newName = (sort: DirectoryWord, value: string, { shared, Grammar }: EntitleLspServices): string => {
  const text = sort === 'user' ? nameOfUser(value) : sort === 'site' ? nameOfSite(value) : value
  const names = [...shared.workspace.SymbolTable.entries('directory')].map(([name]) => name)
  const words = AstUtils.streamAllContents(Grammar).flatMap(node =>
    node.$type === 'Keyword' && 'value' in node && typeof node.value === 'string' ? [node.value] : [],
  )
  const [name = sort] = uniqueNames([{ wish: nameFrom(text, sort), word: sort }], [...names, ...words], true)
  return name
}

/** Behind the last object that the file declares, or before the declaration that uses it. */
const placeFor = (use: AstNode, document: LangiumDocument) => {
  const last = nodesOf(document, 'DirectoryObject').at(-1)
  if (last !== undefined) return { offset: stretchOf(last).end, around: (text: string) => `\n${text}` }
  const { start } = stretchOf(topLevel(use))
  const source = textOf(document)
  const offset = source.length - source.slice(start).trimStart().length
  return { offset, around: (text: string) => `${text}\n\n` }
}
