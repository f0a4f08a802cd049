import type { Terminal } from '@entitle/graph'
import picocolors from 'picocolors'

/** Colours that only help: without them every line says the same. */
export type Paint = Pick<
  ReturnType<typeof picocolors.createColors>,
  'red' | 'green' | 'yellow' | 'cyan' | 'blue' | 'dim' | 'bold'
>

export const paintFor = (terminal: Pick<Terminal, 'colour'>): Paint => picocolors.createColors(terminal.colour)
