import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'

/** What a command writes when it runs without anybody in front of it: plain text, and whoever asks something is refused. */
export const captured = async (
  ports: Ports,
  cancelled: AbortSignal,
  command: (ports: Ports) => Promise<unknown>,
): Promise<string> => {
  const written: string[] = []
  const write = (text: string) => void written.push(text)
  await command({
    ...ports,
    cancelled,
    terminal: {
      write,
      writeError: write,
      columns: 120,
      colour: false,
      interactive: false,
      ask: () => Promise.reject(unusable('Nobody can be asked here. Run the command in a terminal.')),
    },
  })
  return written.join('')
}
