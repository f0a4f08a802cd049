import { type OpenTenant, type Ports, type Sandboxes, sandboxTransport, type Target, type Tenants } from '@entitle/cli'
import type { Clock, HttpTransport, Json } from '@entitle/graph'
import { directorySeed } from '@entitle/language'
import { openSandbox, type Sandbox } from '@entitle/sandbox'
import { MemoryFiles } from './memory-files.ts'

/** Where every story happens. */
export const home = '/contoso'

const guid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** The world of one story: files, a clock that waits in no time, and sandboxes instead of tenants. */
export class World {
  readonly files = new MemoryFiles(home)
  /** What commands printed since it was last taken: `| ` before standard output, `! ` before standard error. */
  readonly printed: { out: string; err: string } = { out: '', err: '' }
  answers: string[] = []
  permissions: readonly string[] | undefined
  /** Ctrl-C comes with the request of this number, counted in each command from 1. */
  cancelAt: number | undefined
  private now = Date.parse('2026-11-22T09:00:00Z')
  private count = 0
  private readonly sandboxes = new Map<string, Sandbox>()
  private interruption = new AbortController()
  private sent = 0

  /** The sandbox of a key (a file's path, or `tenant` for the real one), which comes into being when it is first asked for. */
  sandbox(key: string, domain = 'contoso.com'): Sandbox {
    const known = this.sandboxes.get(key)
    if (known !== undefined) return known
    const sandbox = openSandbox({
      tenant: { id: this.id(), displayName: 'Contoso', domain },
      clock: () => new Date(this.now),
      ids: () => this.id(),
      creatorBecomesOwner: false,
    })
    this.sandboxes.set(key, sandbox)
    return sandbox
  }

  /** The sandbox that was used last, for what happens behind our back. */
  get latest(): Sandbox {
    const sandbox = [...this.sandboxes.values()].at(-1)
    if (sandbox === undefined) throw new Error('No command has used a tenant yet.')
    return sandbox
  }

  all(): readonly Sandbox[] {
    return [...this.sandboxes.values()]
  }

  /** From now on the real tenant is another one. */
  anotherTenant(): void {
    this.sandboxes.delete('tenant')
  }

  setNow(moment: string): void {
    this.now = Date.parse(moment)
  }

  ports(): Ports {
    this.interruption = new AbortController()
    this.sent = 0
    return {
      terminal: {
        write: text => {
          this.printed.out += text
        },
        // What replaces a line is progress, which depends on timing.
        writeError: text => {
          if (!text.startsWith('\r')) this.printed.err += text
        },
        columns: 120,
        colour: false,
        interactive: this.answers.length > 0,
        ask: async question => {
          const answer = this.answers.shift() ?? ''
          this.printed.out += `${question}${answer}\n`
          return answer
        },
      },
      files: this.files,
      clock: this.clock,
      tenants: this.tenants,
      sandboxes: this.sandboxFiles,
      folder: home,
      cancelled: this.interruption.signal,
      serveLanguage: async () => {},
      serveAgents: async () => {},
    }
  }

  /** A request as somebody in the portal would send it, with every permission. */
  async graph(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: Json,
  ): Promise<Json | undefined> {
    const transport = await sandboxTransport(this.latest)
    const response = await transport.send({ method, path, ...(body === undefined ? {} : { body }) })
    if (response.status >= 400)
      throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(response.body)}`)
    return response.body
  }

  close(): void {
    for (const sandbox of this.sandboxes.values()) sandbox.close()
  }

  private id(): string {
    this.count += 1
    return guid(this.count)
  }

  private readonly clock: Clock = {
    now: () => new Date(this.now),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted()
      this.now += ms
    },
  }

  private readonly tenants: Tenants = {
    open: target => this.open(target),
    knock: async ({ kind }) =>
      kind === 'tenant'
        ? [{ host: 'graph.microsoft.com', answered: true, at: this.clock.now(), date: this.clock.now() }]
        : [],
    serve: async ({ file }) => {
      const sandbox = this.sandbox(file)
      queueMicrotask(() => this.interruption.abort())
      return { url: 'http://127.0.0.1:8765', tenantId: sandbox.tenant.id, close: async () => {} }
    },
  }

  /** Sandboxes that are kept, none of them served: starting and stopping processes is tested where processes are. */
  private readonly sandboxFiles: Sandboxes = {
    open: async file => ({ ...this.sandbox(file), close: () => {} }),
    running: async () => undefined,
    startAside: async () => ({ url: 'http://127.0.0.1:8765', tenantId: guid(0), pid: 4711 }),
    stop: async () => {},
  }

  /** All real tenants are one, but for those that a story has set apart. */
  private keyOf(target: Target): string {
    if (target.kind !== 'tenant') return target.kind === 'sandbox' ? target.file : target.url
    const apart = `tenant ${target.identity.name}`
    return this.sandboxes.has(apart) ? apart : 'tenant'
  }

  private async open(target: Target): Promise<OpenTenant> {
    const key = this.keyOf(target)
    const sandbox = this.sandbox(key)
    if (target.kind === 'sandbox') sandbox.seed(directorySeed(target.seed))
    const transport = await sandboxTransport(sandbox, this.permissions)
    return {
      transport: this.interrupting(transport),
      tenantId: sandbox.tenant.id,
      ...(transport.token === undefined ? {} : { token: transport.token }),
      ...(target.kind === 'tenant' ? { account: 'anna@contoso.com' } : {}),
      close: async () => {},
    }
  }

  private interrupting(transport: HttpTransport): HttpTransport {
    return {
      send: async (request, signal) => {
        this.sent += 1
        if (this.sent === this.cancelAt) this.interruption.abort()
        return transport.send(request, signal)
      },
    }
  }
}
