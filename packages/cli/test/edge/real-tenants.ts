import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Clock, Cloud } from '@entitle/graph'
import { nodeFileSystem, type SignInOptions } from '@entitle/graph/node'
import { openSandbox, type Sandbox } from '@entitle/sandbox'
import { nodeSandboxes } from '../../src/edge/running-sandbox.ts'
import { nodeTenants, type Reach } from '../../src/edge/tenants.ts'
import type { ExitCode } from '../../src/exit-codes.ts'
import type { Ports } from '../../src/ports.ts'
import { run } from '../../src/run.ts'

/** A readable token that nobody signed. */
export const tokenOf = (claims: object): string =>
  [{ alg: 'none' }, claims, 'signed'].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

/** One request as it comes over the wire, counted from 1. */
export interface Incoming {
  readonly number: number
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
export interface Reply {
  readonly status: number
  readonly headers?: { readonly [name: string]: string }
  readonly body?: object
}

/** A cloud of Microsoft's on this machine: takes `token` only, and hands requests to a sandbox unless `instead` answers. */
export async function cloudHere(
  token: string,
  domain: string,
  instead: (request: Incoming) => Reply | undefined = () => undefined,
) {
  const sandbox = openSandbox({ tenant: { id: tenantId, displayName: 'Contoso', domain }, creatorBecomesOwner: false })
  sandbox.seed({ groups: [{ displayName: 'Desk' }, { displayName: 'Alpine' }] })
  const inner = await sandboxToken(sandbox)
  const received: Incoming[] = []
  const server = createServer(async (incoming, response) => {
    let body = ''
    for await (const chunk of incoming) body += String(chunk)
    const { method = '', url = '', headers } = incoming
    const request: Incoming = { number: received.length + 1, method, url, headers, body }
    received.push(request)
    const refused: Reply | undefined =
      headers.authorization === `Bearer ${token}` ? undefined : { status: 401, body: {} }
    const reply = refused ?? instead(request)
    if (reply !== undefined) {
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(JSON.stringify(reply.body ?? {}))
      return
    }
    const answer = await sandbox.fetch(
      new Request(`http://${headers.host}${url}`, {
        method,
        headers: { authorization: `Bearer ${inner}`, 'content-type': 'application/json' },
        ...(body === '' ? {} : { body }),
      }),
    )
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>(resolve => {
      server.closeAllConnections()
      server.close(() => {
        sandbox.close()
        resolve()
      })
    })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, received, [Symbol.asyncDispose]: close }
}

export const tenantId = '11111111-1111-4111-8111-111111111111'

const sandboxToken = async (sandbox: Sandbox): Promise<string> => {
  const form = { grant_type: 'client_credentials', client_id: 'entitle', client_secret: 'sandbox', scope: 'x/.default' }
  const request = new Request(`http://127.0.0.1/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return ((await (await sandbox.fetch(request)).json()) as { access_token: string }).access_token
}

/** A folder with these sources, in which commands run against clouds on this machine; `printed` is all that they wrote anywhere. */
export function desk(
  sources: string,
  getToken: (scopes: string | string[], options: SignInOptions) => Promise<string>,
  urlOf: (cloud: Cloud) => string,
  reached?: Reach,
) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'entitle-'))
  writeFileSync(path.join(folder, 'all.entitle'), sources)
  const said = { out: '', err: '' }
  let now = Date.now()
  // Waits in no time, so that requests that are tried again cost nothing.
  const clock: Clock = {
    now: () => new Date(now),
    sleep: async ms => {
      now += ms
    },
  }
  const reach: Reach = reached ?? {
    credential: async (options: SignInOptions) => ({
      getToken: async (scopes: string | string[]) => ({
        token: await getToken(scopes, options),
        expiresOnTimestamp: Date.now() + 3_600_000,
      }),
    }),
    host: (cloud: Cloud) => ({ baseUrl: urlOf(cloud), allowLoopback: true }),
    authority: urlOf,
  }
  const ports = (): Ports => ({
    terminal: {
      write: text => {
        said.out += text
      },
      writeError: text => {
        said.err += text
      },
      columns: 120,
      colour: false,
      interactive: false,
      ask: async () => '',
    },
    files: nodeFileSystem,
    clock,
    sandboxes: nodeSandboxes,
    tenants: nodeTenants(text => {
      said.err += text
    }, reach),
    folder,
    cancelled: new AbortController().signal,
    serveLanguage: async () => {},
    serveAgents: async () => {},
  })
  return {
    folder,
    said,
    entitle: (...argv: string[]): Promise<ExitCode> => run(argv, ports()),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Sources for one tenant in a cloud. */
export const sourcesFor = (cloud: Cloud, domain: string): string => `
tenant contoso "Contoso" {
  domain "${domain}"
  cloud ${cloud}
}
group desk "Desk"
group alpine "Alpine"
catalog partners "Partners" {
  owners desk
  resources alpine
  package staff "Staff" {
    grants "Member" of alpine
    policy all "Employees" {
      requestable by any member
      approval {
        stage by manager, fallback desk
      }
      expires after 180 days
    }
  }
}
`
