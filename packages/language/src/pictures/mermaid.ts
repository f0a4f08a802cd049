import { shown } from '../printing/markdown-text.ts'
import type { Box, BoxKind, Group, Picture } from './picture.ts'

/** The picture as Mermaid text: https://mermaid.js.org/syntax/flowchart.html */
export const mermaid = ({ title, columns, arrows }: Picture): string => {
  const isRow = arrows.some(({ from, to }) => columnOf(columns, from) !== columnOf(columns, to))
  const groups = columns.flatMap(column => column.groups)
  return [
    `flowchart ${isRow ? 'LR' : 'TD'}`,
    `  accTitle: ${plain(title)}`,
    ...groups.flatMap(groupLines),
    ...arrows.map(({ from, to, label }) => `  ${from} -->${label === undefined ? '' : `|"${quoted(label)}"|`} ${to}`),
    '',
  ].join('\n')
}

const columnOf = (columns: Picture['columns'], id: string): number =>
  columns.findIndex(({ groups }) => groups.some(({ boxes }) => boxes.some(box => box.id === id)))

const groupLines = ({ heading, boxes }: Group, index: number): readonly string[] => {
  if (heading === undefined) return boxes.map(box => `  ${node(box)}`)
  return [`  subgraph g${index + 1}["${quoted(heading)}"]`, ...boxes.map(box => `    ${node(box)}`), '  end']
}

const shapes: { readonly [kind in BoxKind]: readonly [string, string] } = {
  begin: ['([', '])'],
  decides: ['{{', '}}'],
  access: ['[', ']'],
  review: ['[/', '/]'],
  end: ['([', '])'],
  people: ['(', ')'],
  package: ['[', ']'],
  resource: ['[(', ')]'],
}

const node = ({ id, kind, title, lines }: Box): string => {
  const [open, close] = shapes[kind]
  return `${id}${open}"${[title, ...lines].map(quoted).join('<br/>')}"${close}`
}

/** Nothing in a name is markup, or ends the text. */
const quoted = (text: string): string => shown(text).replace(/[#&"<>`\\;]/g, sign => `#${sign.codePointAt(0)};`)

const plain = (text: string): string => shown(text).replace(/[#;{}]/g, ' ')
