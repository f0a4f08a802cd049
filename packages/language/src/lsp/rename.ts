import { type AstNode, type AstNodeDescription, AstUtils, GrammarUtils, type LangiumDocument, URI } from 'langium'
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
import { isCatalog, isDirectoryObject, isPackage, isPolicy, isWorkflow } from '../generated/ast.ts'
import { libraryScheme } from '../references/library.ts'
import { type Family, qualifiedPackageName } from '../references/symbol.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { type Name, nameAt } from './names.ts'
import { occurrences } from './occurrences.ts'
import { type DisplayName, displayNameAt, renamed } from './refactor/display-name.ts'
import { nodesAt } from './refactor/refactorings.ts'
import { editAt } from './refactor/source.ts'

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
    const captured = this.capture(places, params.newName)
    if (captured !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, captured)
    const changes: Record<string, TextEdit[]> = {}
    for (const { uri, range } of places) {
      const edits = changes[uri] ?? []
      edits.push({ range, newText: params.newName })
      changes[uri] = edits
    }
    return { changes }
  }

  /** A use that would then mean something else: in `incompatible with`, a package comes before a group of its name. */
  private capture(places: readonly Name[], newName: string): string | undefined {
    for (const { declaration, reference, uri, range } of places) {
      const cst = reference?.$refNode
      if (reference === undefined || cst === undefined) continue
      const text = `${reference.$refText.slice(0, reference.$refText.lastIndexOf('.') + 1)}${newName}`
      const property = GrammarUtils.findAssignment(cst)?.feature ?? ''
      const scope = this.services.references.ScopeProvider.getScope({ reference, container: cst.astNode, property })
      const other = scope.getElement(text)
      if (other !== undefined && nodeOf(other, this.services) !== declaration)
        return `${newName} would mean the ${wordFor[other.type] ?? 'declaration'} of that name in ${fileName(URI.parse(uri).path)}, line ${range.start.line + 1}. Take another name.`
    }
    return undefined
  }

  private refusal(node: AstNode, newName: string): string | undefined {
    if (isBuiltIn(node)) return 'This standard comes with Entitle and keeps its name. Extend it under a name of yours.'
    if (!identifier.test(newName))
      return `${JSON.stringify(newName)} is not a name. A name starts with a letter or _ and holds letters, digits, _ and hyphens between them, such as alpine-supplier.`
    if (isDirectoryObject(node) && takenWords.has(newName))
      return `${newName} is a word of the language where approvers and reviewers stand. Take another name.`
    const own = 'name' in node ? node.name : undefined
    const key = keyOf(node, newName)
    if (own === newName || key === undefined) return undefined
    const other = this.services.shared.workspace.SymbolTable.find(key.family, key.name)
    return other === undefined
      ? undefined
      : `${newName} is already the name of another declaration of this kind, in ${fileName(other.documentUri.path)}. Take another name.`
  }
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

const wordFor: { readonly [type: string]: string } = { Package: 'package', DirectoryObject: 'directory object' }

const nodeOf = ({ documentUri, path }: AstNodeDescription, { shared, workspace }: EntitleLspServices) => {
  const document = shared.workspace.LangiumDocuments.getDocument(documentUri)
  return document && workspace.AstNodeLocator.getAstNode(document.parseResult.value, path)
}

const families: { readonly [type: string]: Family } = {
  Tenant: 'tenant',
  Organization: 'organization',
  DirectoryObject: 'directory',
  Catalog: 'catalog',
  PolicyTemplate: 'template',
  StandaloneReview: 'review',
  Standard: 'standard',
}

/** What the declaration would be found by under its new name. */
const keyOf = (node: AstNode, newName: string): { readonly family: Family; readonly name: string } | undefined => {
  const family = families[node.$type]
  if (family !== undefined) return { family, name: newName }
  const inside = (prefix: string) => `${prefix.slice(0, prefix.lastIndexOf('.') + 1)}${newName}`
  if (isPackage(node)) return { family: 'package', name: inside(qualifiedPackageName(node)) }
  if (isPolicy(node) && isPackage(node.$container))
    return { family: 'policy', name: `${qualifiedPackageName(node.$container)}.${newName}` }
  if (isWorkflow(node) && isCatalog(node.$container))
    return { family: 'workflow', name: `${node.$container.name}.${newName}` }
  return undefined
}
