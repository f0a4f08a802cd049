import { aligned } from './columns.ts'
import { indented, inline, paragraph } from './explain-lines.ts'
import type { Paint } from './paint.ts'

/** A page of docs/rules as a terminal shows it: headings, paragraphs, tables and examples. */
export const pageLines = (markdown: string, columns: number, paint: Paint): readonly string[] => {
  const lines: string[] = []
  for (const block of blocksOf(markdown)) {
    if (lines.length > 0) lines.push('')
    lines.push(...blockLines(block, columns, paint))
  }
  return lines
}

/** Fenced examples as a whole; of the rest what blank lines part. */
const blocksOf = (markdown: string): readonly string[] =>
  markdown
    .trim()
    .split(/^(```[^\n]*\n[\s\S]*?^```)$/m)
    .flatMap(part => (part.startsWith('```') ? [part] : part.split(/\n{2,}/)))
    .map(block => block.trim())
    .filter(block => block !== '')

const blockLines = (block: string, columns: number, paint: Paint): readonly string[] => {
  if (block.startsWith('```')) return indented(block.split('\n').slice(1, -1).join('\n'), '    ')
  const heading = /^#+ (.*)$/.exec(block)?.[1]
  if (heading !== undefined) return [paint.bold(inline(heading, paint))]
  if (block.startsWith('|')) return tableLines(block, paint)
  return paragraph(block.replaceAll('\n', ' '), columns, paint)
}

const tableLines = (block: string, paint: Paint): readonly string[] => {
  const rows = block
    .split('\n')
    .filter(row => !/^\|[-|]+$/.test(row))
    .map(row =>
      row
        .split('|')
        .slice(1, -1)
        .map(cell => inline(cell.trim(), paint)),
    )
  return aligned(rows).map(line => `  ${line.trimEnd()}`)
}
