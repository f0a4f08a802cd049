import path from 'node:path'
import type { Tenant, TenantIdentity } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { openSources, type Sources } from '../sources/open-sources.ts'
import { inFolder, sandboxFile } from '../tenants/target.ts'
import { json } from '../views/json.ts'
import { sandboxText } from '../views/sandbox.ts'

export interface SandboxArguments {
  readonly file?: string
  readonly port: number
  readonly latencyMs: number
  readonly readDelayMs: number
  readonly tenant?: string
  readonly format: 'human' | 'json'
  /** Whether it goes on in a process of its own. */
  readonly background?: boolean
}

/** Runs a sandbox tenant on this machine until Ctrl-C. */
export const sandbox = async (options: SandboxArguments, ports: Ports): Promise<ExitCode> => {
  const { terminal, cancelled } = ports
  const file = options.file === undefined ? path.join(ports.folder, sandboxFile) : inFolder(ports.folder, options.file)
  if (options.background === true) return aside(file, options, ports)
  const desired = await seedFor(options.tenant, ports)
  const served = await ports.tenants.serve({
    file,
    port: options.port,
    latencyMs: options.latencyMs,
    readDelayMs: options.readDelayMs,
    seed: desired.tenant,
    ...(desired.identity === undefined ? {} : { identity: desired.identity }),
  })
  const shown = shownIn(ports.folder, file)
  terminal.write(
    options.format === 'json'
      ? json({ format: 'entitle-sandbox/1', url: served.url, tenantId: served.tenantId, file: shown })
      : sandboxText({ ...served, file: shown, objects: desired.tenant.objects.length }, terminal),
  )
  if (!cancelled.aborted)
    await new Promise<void>(resolve => cancelled.addEventListener('abort', () => resolve(), { once: true }))
  await served.close()
  if (options.format === 'human') terminal.write('Stopped.\n')
  return exitCodes.fine
}

const shownIn = (folder: string, file: string) => (file === ':memory:' ? 'memory' : path.relative(folder, file) || file)

/** Starts it in a process of its own, which reads the sources here as this one would. */
const aside = async (
  file: string,
  { port, latencyMs, readDelayMs, tenant, format }: SandboxArguments,
  { sandboxes, terminal, folder }: Ports,
): Promise<ExitCode> => {
  if (file === ':memory:')
    throw unusable('A sandbox in memory cannot run in the background: nothing could find it again. Name a file.')
  const before = await sandboxes.running(file)
  if (before !== undefined)
    throw new Refusal(`This sandbox already runs at ${before.url}. Use it there, or end it with entitle sandbox stop.`)
  const named = tenant === undefined ? {} : { tenant }
  const running = await sandboxes.startAside(file, { port, latencyMs, readDelayMs, ...named })
  const shown = shownIn(folder, file)
  terminal.write(
    format === 'json'
      ? json({
          format: 'entitle-sandbox/1',
          url: running.url,
          tenantId: running.tenantId,
          file: shown,
          pid: running.pid,
        })
      : `${sandboxText({ url: running.url, file: shown, objects: 0 }, terminal, 'entitle sandbox stop ends it.')}`,
  )
  return exitCodes.fine
}

/** What the sources here name, where there are sources; a sandbox also runs without any. */
export const seedFor = async (
  tenant: string | undefined,
  ports: Ports,
): Promise<{ tenant: Tenant; identity?: TenantIdentity }> => {
  let sources: Sources
  try {
    sources = await openSources({ paths: [], exclude: [] }, ports)
  } catch (error) {
    if (error instanceof Refusal && tenant === undefined) return { tenant: { objects: [] } }
    throw error
  }
  const { tenant: seed, identity } = sources.desired(tenant)
  return identity.name === '' ? { tenant: seed } : { tenant: seed, identity }
}
