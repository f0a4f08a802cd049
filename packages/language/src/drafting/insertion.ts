import type { Block } from '../resolve/program.ts'
import type { Draft } from './question.ts'

/**
 * A statement, laid out for the outermost level, as the last one of a block; one of several lines is set apart. A block on one line gets
 * several.
 */
export const insertion = ({ uri, insertAt, exists, inline, inside, indent }: Block, text: string): Draft => {
  const gap = text.includes('\n') ? '\n' : ''
  const lines = indented(text, indent)
  const outer = ' '.repeat(Math.max(0, indent - 2))
  const behind = { start: insertAt, end: insertAt }
  if (!exists) return { place: { uri, range: behind }, text: ` {\n${lines}\n${outer}}` }
  if (!inline) return { place: { uri, range: behind }, text: `\n${gap}${lines}` }
  const former = (inside?.statements ?? []).map(statement => `${indented(statement, indent)}\n`).join('')
  const apart = former === '' ? '' : gap
  return { place: { uri, range: inside?.range ?? behind }, text: `\n${former}${apart}${lines}\n${outer}` }
}

const indented = (text: string, spaces: number): string =>
  text
    .split('\n')
    .map(line => (line === '' ? '' : `${' '.repeat(spaces)}${line}`))
    .join('\n')
