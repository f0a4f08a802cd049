import type { Fix } from '@entitle/graph'
import type { Block } from '../resolve/program.ts'

/** A fix that adds one statement to a block, and the braces where there are none yet. */
export const blockFix = (block: Block, statement: string, title: string, safe = true): Fix => {
  const range = { uri: block.uri, start: block.insertAt, end: block.insertAt }
  const line = `\n${' '.repeat(block.indent)}${statement}`
  const text = block.inline
    ? ` ${statement}`
    : block.exists
      ? line
      : ` {${line}\n${' '.repeat(Math.max(0, block.indent - 2))}}`
  return { title, safe, edits: [{ range, text }] }
}
