import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { TenantIdentity } from '@entitle/graph'
import { directorySeed } from '@entitle/language'
import type { Sandbox, SandboxOptions } from '@entitle/sandbox'
import type { ServedSandbox, Tenants } from '../ports.ts'
import { Refusal, unusable } from '../refusal.ts'
import { fileReason } from '../sources/file-reason.ts'
import { forgetRunning, noteRunning, runningFrom } from './running-note.ts'

/**
 * Who creates a catalog becomes its owner. In a rehearsal that would be the sandbox's own application, which no sources declare.
 */
const rehearsal = { creatorBecomesOwner: false }

/**
 * Opens the sandbox that a file keeps, or a new tenant in a new file; `:memory:` is always new.
 * @throws {Refusal} when the file is something else or can't be used.
 */
export const openSandboxFile = async (
  file: string,
  options: SandboxOptions,
  identity: Pick<TenantIdentity, 'displayName' | 'domain'> | undefined,
): Promise<Sandbox> => {
  const { openSandbox } = await import('@entitle/sandbox')
  try {
    const isNew = file === ':memory:' || !fs.existsSync(file)
    if (isNew && file !== ':memory:') makeFolder(path.dirname(file))
    return openSandbox({ ...rehearsal, ...options, database: file, ...(isNew ? newTenant(identity) : {}) })
  } catch (error) {
    throw unusable(
      `${file} cannot be used as a sandbox: ${sandboxReason(error)}. Name another file with --sandbox=FILE.`,
    )
  }
}

/** Every sandbox is a tenant of its own, so that a plan for one is not carried out in another. */
const newTenant = (identity: Pick<TenantIdentity, 'displayName' | 'domain'> | undefined): SandboxOptions => ({
  tenant: {
    id: randomUUID(),
    ...(identity === undefined || identity.displayName === '' ? {} : { displayName: identity.displayName }),
    ...(identity?.domain === undefined ? {} : { domain: identity.domain }),
  },
})

/** The folder `.entitle` keeps itself out of git. */
export const makeFolder = (folder: string): void => {
  fs.mkdirSync(folder, { recursive: true })
  const ignore = path.join(folder, '.gitignore')
  if (path.basename(folder) === '.entitle' && !fs.existsSync(ignore)) fs.writeFileSync(ignore, '*\n')
}

const sandboxReason = (error: unknown): string => {
  const text = error instanceof Error ? error.message : ''
  if (/not a database|malformed|encrypted/.test(text)) return 'it is not a sandbox file'
  return /unable to open/.test(text) ? 'it cannot be opened' : fileReason(error)
}

export const serveSandbox: Tenants['serve'] = async ({ file, port, latencyMs, readDelayMs, seed, identity }) => {
  await refuseSecond(file)
  const sandbox = await openSandboxFile(file, { latencyMs, readDelayMs }, identity)
  sandbox.seed(directorySeed(seed))
  try {
    const served = await sandbox.serve({ port })
    noteRunning(file, { url: served.url, tenantId: sandbox.tenant.id, pid: process.pid })
    return closing(served.url, sandbox, async () => {
      await served.close()
      forgetRunning(file)
    })
  } catch (error) {
    sandbox.close()
    const taken = typeof error === 'object' && error !== null && 'code' in error && error.code === 'EADDRINUSE'
    throw new Refusal(
      taken
        ? `Port ${port} is taken by another program. Choose another with --port, or leave it out to get a free one.`
        : `The sandbox cannot listen on port ${port}: ${fileReason(error)}.`,
    )
  }
}

/** Two servers of one file would answer with two clocks and two logs. */
const refuseSecond = async (file: string): Promise<void> => {
  const running = await runningFrom(file)
  if (running !== undefined)
    throw new Refusal(`This sandbox already runs at ${running.url}. Use it there, or end it with entitle sandbox stop.`)
}

const closing = (url: string, sandbox: Sandbox, stop: () => Promise<void>): ServedSandbox => ({
  url,
  tenantId: sandbox.tenant.id,
  close: async () => {
    await stop()
    sandbox.close()
  },
})
