import { type AstNode, AstUtils, type LangiumDocument, type Reference } from 'langium'
import { isCatalog, isPackage } from '../generated/ast.ts'
import { NamedReference } from '../references/linker.ts'
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

/** A name that stands for a declaration, and the file that it is in. */
export interface Use {
  readonly reference: Reference & NamedReference
  readonly document: LangiumDocument
}

/** Every name in the workspace that stands for a declaration. */
export const allReferences = (services: EntitleLspServices): readonly Use[] =>
  services.shared.workspace.LangiumDocuments.all
    .flatMap(document =>
      document.references.flatMap(reference => (isNamed(reference) ? [{ reference, document }] : [])),
    )
    .toArray()

/** What a name means everywhere the same, wherever it is written. */
const global: ReadonlySet<string> = new Set([
  'Tenant',
  'Organization',
  'DirectoryObject',
  'Catalog',
  'PolicyTemplate',
  'Standard',
])

/** Every use of a declaration in the workspace. Only names that could mean it are followed, and of those that mean the same everywhere only one. */
export const referencesTo = (declaration: AstNode, services: EntitleLspServices): readonly Use[] => {
  const name = 'name' in declaration ? String(declaration.name) : ''
  const { AstReflection, workspace } = services.shared
  const meant = new Map<string, boolean>()
  const isMeant = (reference: NamedReference): boolean => {
    const type = AstReflection.getReferenceType(reference.info)
    if (!global.has(type)) return reference.ref === declaration
    const known = meant.get(type) ?? reference.ref === declaration
    meant.set(type, known)
    return known
  }
  const uses: Use[] = []
  for (const document of workspace.LangiumDocuments.all)
    for (const reference of document.references)
      if (isNamed(reference) && isCalled(reference.$refText, name) && isMeant(reference))
        uses.push({ reference, document })
  return uses
}

const isNamed = (reference: unknown): reference is Use['reference'] => reference instanceof NamedReference

const isCalled = (text: string, name: string): boolean =>
  text.endsWith(name) && (text.length === name.length || text[text.length - name.length - 1] === '.')
