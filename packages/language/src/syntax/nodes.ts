import type { AstNode, LangiumDocument } from 'langium'
import type { EntitleAstType } from '../generated/ast.ts'

type NodesByType = ReadonlyMap<string, readonly AstNode[]>

/** Trees are made anew by every parse, so what is known of one stays true as long as it lives. */
const known = new WeakMap<AstNode, NodesByType>()

/** Every node of one type in a file, in the order in which they stand. */
export const nodesOf = <T extends keyof EntitleAstType>(
  document: LangiumDocument,
  type: T,
): readonly EntitleAstType[T][] => {
  const root = document.parseResult.value
  let nodes = known.get(root)
  if (nodes === undefined) {
    nodes = collect(root)
    known.set(root, nodes)
  }
  return (nodes.get(type) ?? []) as readonly EntitleAstType[T][]
}

const collect = (root: AstNode): NodesByType => {
  const found = new Map<string, AstNode[]>()
  const visit = (node: AstNode): void => {
    const same = found.get(node.$type)
    if (same === undefined) found.set(node.$type, [node])
    else same.push(node)
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith('$')) continue
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
    }
  }
  visit(root)
  return found
}

const isNode = (value: unknown): value is AstNode => typeof value === 'object' && value !== null && '$type' in value
