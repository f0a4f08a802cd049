/**
 * A `"""` text moved to `indent` columns. Its value stays: lines keep their indentation relative to each other.
 * A text that shares a line with its quotes is left as it is.
 */
export const reindentText = (literal: string, indent: number, closingIndent: number): string => {
  if (!literal.startsWith('"""') || !literal.includes('\n')) return literal
  const lines = literal.slice(3, -3).split(/\r\n|\n/)
  const first = lines.shift() ?? ''
  const last = lines.pop() ?? ''
  if (!isBlank(first) || !isBlank(last) || literal.replaceAll('\r\n', '').includes('\r')) return literal
  const indents = lines.filter(line => !isBlank(line)).map(line => /^[ \t]*/.exec(line)?.[0].length ?? 0)
  const shared = indents.length === 0 ? 0 : Math.min(...indents)
  const moved = lines.map(line => (isBlank(line) ? '' : ' '.repeat(indent) + line.slice(shared)))
  return ['"""', ...moved, `${' '.repeat(closingIndent)}"""`].join('\n')
}

const isBlank = (line: string): boolean => /^\s*$/.test(line)
