import { createInterface } from 'node:readline/promises'
import type { Terminal } from '@entitle/graph'

/** Colour only where a person looks, unless they said otherwise: https://no-color.org */
const wantsColour = ({ NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean => {
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '0') return true
  return process.stdout.isTTY === true && TERM !== 'dumb'
}

const narrowest = 40
const widest = 140
const usual = 100

/** Some terminals say that they are 0 columns wide; they don't know. */
const columnsOf = (said: number | undefined): number =>
  said === undefined || said === 0 ? usual : Math.max(narrowest, Math.min(said, widest))

/** The terminal that the process has. `ask` rejects when `cancelled` aborts; where the input ends, nothing was answered. */
export const nodeTerminal = (cancelled: AbortSignal): Terminal => ({
  write: text => void process.stdout.write(text),
  writeError: text => void process.stderr.write(text),
  columns: columnsOf(process.stdout.columns),
  colour: wantsColour(process.env),
  interactive: process.stdin.isTTY === true && process.stderr.isTTY === true,
  ask: async question => {
    const lines = createInterface({ input: process.stdin, output: process.stderr })
    const ended = new Promise<string>(resolve => lines.once('close', () => resolve('')))
    // readline takes Ctrl-C for itself while it asks.
    lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    try {
      return await Promise.race([lines.question(question, { signal: cancelled }), ended])
    } finally {
      lines.close()
    }
  },
})
