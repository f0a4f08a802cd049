/** The text of table.ts with one more rule, sorted by name. */
export const enterInTable = (text: string, name: string, identifier: string): string => {
  const imports = sortedBy(
    [...linesOf(text, /^import .*$/gm), `import { ${identifier} } from './${name}.ts'`],
    line => /'(.*)'/.exec(line)?.[1] ?? line,
  )
  const entries = sortedBy([...linesOf(text, /^ {2}[a-zA-Z]+,$/gm), `  ${identifier},`], line =>
    line.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
  )
  return text
    .replace(/^(import .*\n)+/, `${imports.join('\n')}\n`)
    .replace(/^( {2}[a-zA-Z]+,\n)+/m, `${entries.join('\n')}\n`)
}

/** The index of the rules' pages with one more row. */
export const enterInIndex = (text: string, name: string, finds: string): string => {
  const rows = /(\| rule \| finds .*\n\|[-|]+\n)((?:\| \[.*\n)+)/.exec(text)
  if (rows === null) return text
  const [whole, head = '', body = ''] = rows
  const sorted = sortedBy(
    [...body.trimEnd().split('\n'), `| [${name}](${name}.md) | ${finds} | warning | error | – |`],
    row => /\[(.*?)\]/.exec(row)?.[1] ?? row,
  )
  return text.replace(whole, () => `${head}${sorted.join('\n')}\n`)
}

const linesOf = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([line]) => line)

const sortedBy = (lines: readonly string[], key: (line: string) => string): string[] =>
  lines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
