import { type AstNode, AstUtils, type LangiumDocument } from 'langium'
import type { RenameProvider } from 'langium/lsp'
import {
  ErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { isDirectoryObject } from '../generated/ast.ts'
import { libraryScheme } from '../references/library.ts'
import type { EntitleSymbol } from '../references/symbol.ts'
import { capital } from '../syntax/token-words.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { nameAt } from './names.ts'
import { occurrences } from './occurrences.ts'
import { type DisplayName, displayNameAt, renamed } from './refactor/display-name.ts'
import { nodesAt } from './refactor/refactorings.ts'
import { editAt } from './refactor/source.ts'
import { type Misled, renamedNames } from './renamed-names.ts'

const identifier = /^[_\p{L}][_\p{L}\p{Nd}]*(-[_\p{L}\p{Nd}]+)*$/u

/** Words that in a subject's place always mean themselves: an object of that name could not be used there. */
const takenWords = new Set(['manager', 'self'])

/** Renames a declaration and every use of it, across files. Refuses what would not read, or would mean something else. */
export class EntitleRenameProvider implements RenameProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  prepareRename(document: LangiumDocument, params: TextDocumentPositionParams): Range | undefined {
    const offset = document.textDocument.offsetAt(params.position)
    const name = nameAt(document, offset, this.services)
    if (name === undefined) return insideOf(document, displayNameAt(nodesAt(document, offset), offset))
    return isBuiltIn(name.declaration) ? undefined : name.range
  }

  rename(document: LangiumDocument, params: RenameParams): WorkspaceEdit | undefined {
    const offset = document.textDocument.offsetAt(params.position)
    const name = nameAt(document, offset, this.services)
    if (name === undefined) {
      const displayName = displayNameAt(nodesAt(document, offset), offset)
      return (
        displayName && { changes: { [params.textDocument.uri]: newDisplayName(document, displayName, params.newName) } }
      )
    }
    const refusal = this.refusal(name.declaration, params.newName)
    if (refusal !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, refusal)
    const places = occurrences(name.declaration, this.services)
    const changes: Record<string, TextEdit[]> = {}
    for (const { uri, range } of places) {
      const edits = changes[uri] ?? []
      edits.push({ range, newText: params.newName })
      changes[uri] = edits
    }
    return { changes }
  }

  private refusal(node: AstNode, newName: string): string | undefined {
    if (isBuiltIn(node)) return 'This standard comes with Entitle and keeps its name. Extend it under a name of yours.'
    if (!identifier.test(newName))
      return `${JSON.stringify(newName)} is not a name. A name starts with a letter or _ and holds letters, digits, _ and hyphens between them, such as alpine-supplier.`
    if (isDirectoryObject(node) && takenWords.has(newName))
      return `${newName} is a word of the language where approvers and reviewers stand. Take another name.`
    if ('name' in node && node.name === newName) return undefined
    const { taken, misled } = renamedNames(node, newName, this.services)
    if (taken !== undefined) return takenBy(taken, node, newName)
    return misled === undefined ? undefined : misledBy(misled)
  }
}

const takenBy = (other: EntitleSymbol, node: AstNode, newName: string): string => {
  const place = fileName(other.documentUri.path)
  const same = other.type === node.$type && lastOf(other.name) === newName
  return same
    ? `${newName} is already the name of another declaration of this kind, in ${place}. Take another name.`
    : `There is a ${nounOf(other)} ${other.name} already, in ${place}. Take another name.`
}

/** In `incompatible with`, a package comes before a group of its name, and one of the same catalog before others. */
const misledBy = ({ reference, document, text, before, after }: Misled): string => {
  const line = (reference.$refNode?.range.start.line ?? 0) + 1
  const place = `in ${fileName(document.uri.path)}, line ${line}`
  if (text !== reference.$refText)
    return `${lastOf(text)} would mean ${after === undefined ? 'nothing' : `the ${nounOf(after)} of that name`} ${place}. Take another name.`
  const then = after === undefined ? 'nothing' : `the ${nounOf(after)} that you rename`
  return `${capital(place)}, ${text} means the ${nounOf(before)} ${before.name}, and would then mean ${then}. Take another name.`
}

/** A display name without its quotes. */
const insideOf = (document: LangiumDocument, name: DisplayName | undefined): Range | undefined =>
  name && !name.cst.text.startsWith('"""')
    ? editAt(document, name.cst.offset + 1, name.cst.end - 1, '').range
    : undefined

/** A display name and, since the tenant knows the object by the old one, `formerly` with that. */
const newDisplayName = (document: LangiumDocument, name: DisplayName, newName: string): TextEdit[] => {
  if (newName.trim() === '')
    throw new ResponseError(ErrorCodes.InvalidParams, 'A display name has one character at least that is not a blank.')
  return renamed(
    document,
    name,
    `"${newName.replace(/[\\"]/g, '\\$&').replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t')}"`,
  )
}

const isBuiltIn = (node: AstNode): boolean => AstUtils.getDocument(node).uri.scheme === libraryScheme
const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const nounOf = ({ type, node }: EntitleSymbol): string =>
  isDirectoryObject(node) ? node.objectKind : type.replace(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase()
