import type { AstNode, CompositeCstNode, CstNode, LangiumDocument, LeafCstNode, Reference } from 'langium'
import { isReference } from 'langium'
import type * as ast from '../generated/ast.ts'
import { type EntitleAstType, isModel } from '../generated/ast.ts'

interface Contents {
  readonly all: readonly AstNode[]
  readonly nodes: ReadonlyMap<string, readonly AstNode[]>
  readonly references: readonly Reference[]
}

/** A part of a file, of which some nodes are no part. */
export interface Part extends LangiumDocument {
  readonly leftOut?: ReadonlyMap<AstNode, unknown>
}

const leftOutOf = (document: LangiumDocument) => (document as Part).leftOut

/** What is known of a tree stays true as long as the result of parsing that it belongs to. */
const known = new WeakMap<LangiumDocument['parseResult'], Contents>()

/** Every node of one type in a file, in the order in which they stand. */
export const nodesOf = <T extends keyof EntitleAstType>(
  document: LangiumDocument,
  type: T,
): readonly EntitleAstType[T][] => (contentsOf(document).nodes.get(type) ?? []) as readonly EntitleAstType[T][]

/** Every name in a file that stands for a declaration, in the order in which they stand. */
export const referencesIn = (document: LangiumDocument): readonly Reference[] => contentsOf(document).references

/** Every node of a file, in an order that is the same for the same text. */
export const everyNode = (document: LangiumDocument): readonly AstNode[] => contentsOf(document).all

/** The top-level declarations in a file, or in a part of it. */
export const declarationsIn = (document: LangiumDocument): readonly ast.Declaration[] => {
  const { value: root } = document.parseResult
  if (!isModel(root)) return root.$container !== undefined && isModel(root.$container) ? [root as ast.Declaration] : []
  const leftOut = leftOutOf(document)
  return leftOut === undefined ? root.declarations : root.declarations.filter(node => !leftOut.has(node))
}

/** The statements of a catalog's block in a file, or in a part of it. */
export const statementsIn = (
  document: LangiumDocument,
  { statements }: ast.Catalog,
): readonly ast.CatalogStatement[] => {
  const leftOut = leftOutOf(document)
  return leftOut === undefined ? statements : statements.filter(node => !leftOut.has(node))
}

/** The words, values and signs of a file, or of a part of it, with its comments. */
export function* leavesIn(document: LangiumDocument): Iterable<LeafCstNode> {
  const { $cstNode: root } = document.parseResult.value
  const leftOut = leftOutOf(document)
  const parts = new Set([...(leftOut?.keys() ?? [])].map(({ $cstNode }) => $cstNode))
  function* leaves(cst: CstNode): Iterable<LeafCstNode> {
    if (parts.has(cst)) return
    if ('content' in cst) for (const part of (cst as CompositeCstNode).content) yield* leaves(part)
    else yield cst as LeafCstNode
  }
  if (root !== undefined) yield* leaves(root)
}

const contentsOf = (document: LangiumDocument): Contents => {
  let contents = known.get(document.parseResult)
  if (contents === undefined) {
    contents = collect(document.parseResult.value, leftOutOf(document))
    known.set(document.parseResult, contents)
  }
  return contents
}

const collect = (root: AstNode, leftOut: ReadonlyMap<AstNode, unknown> | undefined): Contents => {
  const all: AstNode[] = []
  const nodes = new Map<string, AstNode[]>()
  const references: Reference[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isReference(value)) references.push(value)
    else if ('$type' in value) visit(value as AstNode)
  }
  const visit = (node: AstNode): void => {
    if (leftOut?.has(node)) return
    all.push(node)
    const same = nodes.get(node.$type)
    if (same === undefined) nodes.set(node.$type, [node])
    else same.push(node)
    for (const property in node) {
      if (property.startsWith('$')) continue
      const value = (node as unknown as { readonly [property: string]: unknown })[property]
      if (Array.isArray(value)) value.forEach(look)
      else look(value)
    }
  }
  visit(root)
  return { all, nodes, references }
}
