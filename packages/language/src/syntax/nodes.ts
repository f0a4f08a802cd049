import type { AstNode, LangiumDocument, Reference } from 'langium'
import { isReference } from 'langium'
import type { EntitleAstType } from '../generated/ast.ts'

interface Contents {
  readonly all: readonly AstNode[]
  readonly nodes: ReadonlyMap<string, readonly AstNode[]>
  readonly references: readonly Reference[]
}

/** Trees are made anew by every parse, so what is known of one stays true as long as it lives. */
const known = new WeakMap<AstNode, Contents>()

/** Every node of one type in a file, in the order in which they stand. */
export const nodesOf = <T extends keyof EntitleAstType>(
  document: LangiumDocument,
  type: T,
): readonly EntitleAstType[T][] => (contentsOf(document).nodes.get(type) ?? []) as readonly EntitleAstType[T][]

/** Every name in a file that stands for a declaration, in the order in which they stand. */
export const referencesIn = (document: LangiumDocument): readonly Reference[] => contentsOf(document).references

/** Every node of a file, in an order that is the same for the same text. */
export const everyNode = (document: LangiumDocument): readonly AstNode[] => contentsOf(document).all

const contentsOf = (document: LangiumDocument): Contents => {
  const root = document.parseResult.value
  let contents = known.get(root)
  if (contents === undefined) {
    contents = collect(root)
    known.set(root, contents)
  }
  return contents
}

const collect = (root: AstNode): Contents => {
  const all: AstNode[] = []
  const nodes = new Map<string, AstNode[]>()
  const references: Reference[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isReference(value)) references.push(value)
    else if ('$type' in value) visit(value as AstNode)
  }
  const visit = (node: AstNode): void => {
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
