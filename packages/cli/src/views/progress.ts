import type { Terminal } from '@entitle/graph'
import { wrapped } from './columns.ts'
import { paintFor } from './paint.ts'

/** One line on standard error that says what is going on; it goes away when something else is written. */
export interface Progress {
  /** Replaces the line. Shows nothing where standard error is no terminal. */
  show(text: string): void
  /** Says what is worth saying also in a log: on a terminal as the line, elsewhere as a line of its own. */
  note(text: string): void
  clear(): void
}

export const progressOn = (terminal: Terminal): Progress => {
  const paint = paintFor(terminal)
  let shown = false
  const clear = () => {
    if (shown) terminal.writeError('\r\u001b[2K')
    shown = false
  }
  const show = (text: string) => {
    if (!terminal.interactive) return
    const [first = ''] = wrapped(text, terminal.columns - 3)
    terminal.writeError(`\r\u001b[2K${paint.dim(`… ${first}`)}`)
    shown = true
  }
  return {
    show,
    note: text => (terminal.interactive ? show(text) : terminal.writeError(`… ${text}\n`)),
    clear,
  }
}

/** `▇▇▇▇▇▁▁▁▁▁`. */
export const bar = (done: number, of: number): string => {
  const full = of === 0 ? 10 : Math.floor((done / of) * 10)
  return `${'▇'.repeat(full)}${'▁'.repeat(10 - full)}`
}
