import { type AstNode, AstUtils, isReference, type LangiumDocument, type Reference } from 'langium'
import { isCatalog, isPackage } from '../generated/ast.ts'
import type { EntitleLspServices } from './lsp-services.ts'
import { catalogOf, type Name, ownName, segmentsOf } from './names.ts'

/** Every place in the workspace that names `declaration`, its own name first. Of qualified names, only the segment that means it. */
export const occurrences = (declaration: AstNode, services: EntitleLspServices): readonly Name[] => {
  const own = ownName(declaration)
  const uri = AstUtils.getDocument(declaration).uri.toString()
  const first: Name[] = own === undefined ? [] : [{ declaration, uri, range: own.range, declares: true }]
  const uses = referencesTo(declaration, services).flatMap(({ reference, document }) => {
    const segment = segmentsOf(reference).at(-1)
    return segment === undefined ? [] : [{ ...use(declaration, document, segment.range), reference }]
  })
  return [...first, ...uses, ...prefixes(declaration, services)]
}

/** The catalog's name in `catalog.package`. */
const prefixes = (declaration: AstNode, services: EntitleLspServices): readonly Name[] => {
  if (!isCatalog(declaration)) return []
  return allReferences(services)
    .filter(({ reference }) => {
      const target = reference.$refText.includes('.') ? reference.ref : undefined
      return isPackage(target) && catalogOf(target) === declaration
    })
    .flatMap(({ reference, document }) => {
      const segments = segmentsOf(reference)
      const first = segments[0]
      return first === undefined || segments.length < 2 ? [] : [use(declaration, document, first.range)]
    })
}

const use = (declaration: AstNode, document: LangiumDocument, range: Name['range']): Name => ({
  declaration,
  uri: document.uri.toString(),
  range,
  declares: false,
})

interface Use {
  readonly reference: Reference
  readonly document: LangiumDocument
}

const allReferences = (services: EntitleLspServices): readonly Use[] =>
  services.shared.workspace.LangiumDocuments.all
    .flatMap(document =>
      document.references.flatMap(reference => (isReference(reference) ? [{ reference, document }] : [])),
    )
    .toArray()

/** Only files of which the index knows that they refer to the declaration are looked through. */
const referencesTo = (declaration: AstNode, services: EntitleLspServices): readonly Use[] => {
  const { IndexManager, LangiumDocuments } = services.shared.workspace
  const path = services.workspace.AstNodeLocator.getAstNodePath(declaration)
  const uris = new Set(IndexManager.findAllReferences(declaration, path).map(({ sourceUri }) => sourceUri.toString()))
  return LangiumDocuments.all
    .filter(document => uris.has(document.uri.toString()))
    .flatMap(document =>
      document.references.flatMap(reference =>
        isReference(reference) && reference.ref === declaration ? [{ reference, document }] : [],
      ),
    )
    .toArray()
}
