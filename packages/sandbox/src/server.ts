import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { ConnectionCut, type Transport } from './http/transport.ts'

export interface ServeOptions {
  /** Default any free port. */
  port?: number
  /** Loopback is the only host there is. */
  host?: '127.0.0.1'
}

/** A sandbox that listens. */
export interface ServedSandbox {
  /** `http://127.0.0.1:{port}`, without `/v1.0`. */
  readonly url: string
  readonly port: number
  /** Stops listening and closes every connection. */
  close(): Promise<void>
}

const loopback = '127.0.0.1'
const loopbackNames = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

/** Serves on loopback, to clients that know they talk to loopback: a foreign Host header is refused with 421. */
export async function serveSandbox(transport: Transport, options: ServeOptions = {}): Promise<ServedSandbox> {
  if (options.host !== undefined && options.host !== loopback)
    throw new TypeError(`The sandbox listens on ${loopback} only, not on '${String(options.host)}'.`)
  const server = createAdaptorServer({
    fetch: (request, bindings) => answer(transport, request, bindings.incoming as IncomingMessage),
    overrideGlobalObjects: false,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, loopback, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${loopback}:${port}`,
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

async function answer(transport: Transport, request: Request, incoming: IncomingMessage): Promise<Response> {
  if (!loopbackNames.test(incoming.headers.host ?? ''))
    return new Response('The sandbox answers to loopback names only.', { status: 421 })
  try {
    return await transport.take(request)
  } catch (error) {
    if (!(error instanceof ConnectionCut)) throw error
    incoming.socket.destroy()
    return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
  }
}
