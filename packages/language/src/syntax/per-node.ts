import type { AstNode } from 'langium'
import { firstLeaf } from './leaves.ts'

const nothing = Symbol('nothing')

/** Computes once for each node what depends on nothing but the node. Trees never change; a new parse makes new nodes. */
export const perNode = <N extends object, T>(compute: (node: N) => T): ((node: N) => T) => {
  // A property of the node: with a million nodes, a weak map keeps the garbage collector busy.
  const key = Symbol('known')
  return node => {
    const knowing = node as { [key]?: T | typeof nothing }
    const found = knowing[key]
    if (found !== undefined) return (found === nothing ? undefined : found) as T
    const value = compute(node)
    knowing[key] = value === undefined ? nothing : value
    return value
  }
}

/**
 * As `perNode`, for what also tells where the node stands: computed again when the node has moved, as the rest of a large file does when
 * lines are added in one passage. A node moves as a whole, and keeps its columns.
 */
export const perPlace = <N extends AstNode, T>(compute: (node: N) => T): ((node: N) => T) => {
  const key = Symbol('known')
  return node => {
    const knowing = node as { [key]?: { readonly line: number; readonly value: T } }
    const line = lineOf(node)
    const found = knowing[key]
    if (found?.line === line) return found.value
    const value = compute(node)
    knowing[key] = { line, value }
    return value
  }
}

/** The line that a node starts in, from 0. */
export const lineOf = ({ $cstNode: cst }: AstNode): number =>
  cst === undefined ? 0 : ((firstLeaf(cst) as { readonly _startLine?: number })._startLine ?? 0)
