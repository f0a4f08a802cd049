import { padded, wrapped } from './columns.ts'
import type { Paint } from './paint.ts'

/** Markdown of one paragraph as a terminal shows it: links by their words, code in a colour or, without colours, in its quotes. */
export const inline = (markdown: string, { cyan }: Paint): string =>
  markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*([^*`]+)\*/g, '$1')
    .replaceAll(/`([^`]+)`/g, (quoted, code: string) => (cyan(code) === code ? quoted : cyan(code)))

export const paragraph = (text: string, columns: number, paint: Paint): readonly string[] =>
  wrapped(inline(text, paint), columns - 2).map(line => `  ${line}`)

/** `  Default    14 days.` */
export const fact = (label: string, text: string, columns: number, paint: Paint): readonly string[] =>
  wrapped(inline(text, paint), columns - labelWidth - 2).map(
    (line, i) => `  ${paint.dim(padded(i === 0 ? label : '', labelWidth))}${line}`,
  )

const labelWidth = 11

export const indented = (text: string, by: string): readonly string[] =>
  text.split('\n').map(line => (line === '' ? '' : `${by}${line}`))
