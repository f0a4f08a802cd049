import type { Leaf } from './leaf.ts'

/** A comment at its new column: what follows its first line moves along; `/** … *\/` gets its stars in one column. */
export const reindentComment = (leaf: Leaf, column: number): string => {
  if (leaf.sort === 'line comment') return leaf.text.trimEnd()
  const [first = '', ...rest] = leaf.text.split(/\r\n|\n/)
  if (rest.length === 0) return leaf.text
  const starred = rest.every(line => line.trimStart().startsWith('*'))
  const move = starred
    ? (line: string) => `${' '.repeat(column + 1)}${line.trimStart()}`
    : (line: string) => shift(line, column - leaf.column)
  return [first, ...rest.map(line => move(line))].map(line => line.trimEnd()).join('\n')
}

const shift = (line: string, by: number): string => {
  if (by >= 0) return line.trim() === '' ? '' : ' '.repeat(by) + line
  const room = /^ */.exec(line)?.[0].length ?? 0
  return line.slice(Math.min(room, -by))
}
