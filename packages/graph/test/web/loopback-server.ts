import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server on loopback that hands each request to `answer` and keeps what it received. */
export async function loopbackServer(answer: (request: Received, response: ServerResponse) => void) {
  const received: Received[] = []
  const server = createServer(async (incoming, response) => {
    let body = ''
    for await (const chunk of incoming) body += String(chunk)
    const request = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body }
    received.push(request)
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, received, close, [Symbol.asyncDispose]: close }
}

/** A readable token that no one signed, with these claims. */
export const tokenOf = (claims: object): string =>
  [{ alg: 'none' }, claims, 'signed'].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

export const credentialWith = (token: string) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
})
