import type { Leaf } from './leaf.ts'

/** What stands between two leaves on one line. */
export const flatGap = (left: Leaf | undefined, right: Leaf): string => {
  if (left === undefined || right.text === ',' || isDot(left) || isDot(right)) return ''
  if (left.text === '{' && right.text === '}') return ''
  return ' '
}

const isDot = (leaf: Leaf): boolean => leaf.text === '.'

/** How wide the leaves from `first` to `last` are on one line; of a text over several lines the first counts. */
export const flatWidth = (leaves: readonly Leaf[], first: number, last: number): number => {
  let width = 0
  for (let index = first; index <= last; index++) {
    const leaf = leaves[index]
    if (leaf === undefined) continue
    if (index > first) width += flatGap(leaves[index - 1], leaf).length
    width += leaf.text.split('\n', 1)[0]?.length ?? 0
  }
  return width
}
