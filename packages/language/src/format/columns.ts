import { isDirectoryObject, isRuleSetting } from '../generated/ast.ts'
import { isComment, type Leaf } from './leaf.ts'
import type { Statement } from './outline.ts'

/**
 * Extra spaces before certain leaves, by index, so that directory objects on consecutive lines, and the settings of a standard,
 * stand in columns. A blank line ends a group.
 */
export const columns = (statements: readonly Statement[], leaves: readonly Leaf[]): ReadonlyMap<number, number> => {
  const pads = new Map<number, number>()
  for (const group of groups(statements, leaves)) {
    if (group.length < 2) continue
    const directory = isDirectoryObject(group[0]?.node)
    const widths = (place: number) => Math.max(...group.map(({ first }) => leaves[first + place]?.text.length ?? 0))
    const [left, right] = [widths(0), widths(1)]
    for (const { first } of group) {
      pads.set(first + 1, left - (leaves[first]?.text.length ?? 0))
      pads.set(first + 2, right - (leaves[first + 1]?.text.length ?? 0) + (directory ? 1 : 0))
    }
  }
  return pads
}

/** Neighbours of one sort whose first three leaves are tokens: `group alpine "…"`, `rule external-review error`. */
const groups = (statements: readonly Statement[], leaves: readonly Leaf[]): Statement[][] => {
  const found: Statement[][] = []
  let previous: Statement | undefined
  for (const statement of statements) {
    const fits = isAligned(statement, leaves)
    const joins =
      fits && previous !== undefined && isAligned(previous, leaves) && !blankBetween(previous, statement, leaves)
    if (joins && previous?.node.$type === statement.node.$type) found.at(-1)?.push(statement)
    else if (fits) found.push([statement])
    previous = statement
  }
  return found
}

const isAligned = ({ node, first, last }: Statement, leaves: readonly Leaf[]): boolean =>
  (isDirectoryObject(node) || isRuleSetting(node)) &&
  last >= first + 2 &&
  !isComment(leaves[first + 1]) &&
  !isComment(leaves[first + 2])

const blankBetween = (a: Statement, b: Statement, leaves: readonly Leaf[]): boolean =>
  leaves.slice(a.last + 1, b.first + 1).some(leaf => leaf.breaks > 1)
