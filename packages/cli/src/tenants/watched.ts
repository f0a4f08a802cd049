import type { Clock, HttpTransport, Terminal } from '@entitle/graph'
import { printableText } from '../views/printable.ts'
import { took } from '../views/took.ts'

/** Shows every request on standard error as it is answered: method, path, status, time; never headers or bodies. */
export const watched = (transport: HttpTransport, terminal: Terminal, clock: Clock): HttpTransport => ({
  async send(request, signal) {
    const started = clock.now().getTime()
    const show = (result: string) => {
      const time = took(clock.now().getTime() - started)
      terminal.writeError(`  ${request.method} ${printableText(request.path)} ${result} (${time})\n`)
    }
    try {
      const response = await transport.send(request, signal)
      show(String(response.status))
      return response
    } catch (error) {
      show('no answer')
      throw error
    }
  },
})
