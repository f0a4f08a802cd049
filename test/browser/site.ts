import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../e2e/harness/places.ts'
import type { Server } from '../e2e/harness/server.ts'

/** Scripts and workers of this place only; nothing else is loaded, nothing is asked over the network, no text becomes a program. */
const policy = "default-src 'none'; script-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"

const html = '<!doctype html><html lang="en"><title>Entitle in a worker</title><script src="/page.js"></script></html>'

const bundledPage = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  })
  return outputFiles[0]?.text ?? ''
}

/** Serves a page and the bundled server on a free loopback port, with a strict content policy. */
export const serveSite = async (): Promise<Server> => {
  const files: { readonly [path: string]: readonly [type: string, content: string] } = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', await bundledPage()],
    '/server-web.js': [
      'text/javascript',
      fs.readFileSync(path.join(root, 'packages/extension/dist/server-web.js'), 'utf8'),
    ],
  }
  const server = http.createServer(({ url = '' }, response) => {
    const [type, content] = files[url] ?? ['text/plain', undefined]
    response.writeHead(content === undefined ? 204 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
    })
    response.end(content)
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const authority = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  return {
    url: `http://${authority}/`,
    authority,
    stop: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
