import type { HttpTransport, Tenant } from '@entitle/graph'
import { graphTransport, sandboxCredential } from '@entitle/graph/node'
import { directorySeed } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'

/** A sandbox tenant that listens on loopback. */
export interface RunningSandbox {
  readonly url: string
  readonly tenantId: string
  readonly transport: HttpTransport
  /** Adds the directory objects that are declared and missing; the others stay as they are. */
  seed(desired: Tenant): void
  stop(): Promise<void>
}

/** Starts the sandbox that is kept in `file`. @throws {Error} when the file is of something else, or in use. */
export const startSandbox = async (file: string): Promise<RunningSandbox> => {
  const sandbox = openSandbox({ database: file })
  const served = await sandbox.serve().catch((error: unknown) => {
    sandbox.close()
    throw error
  })
  const { url } = served
  const tenantId = sandbox.tenant.id
  return {
    url,
    tenantId,
    transport: graphTransport({ credential: sandboxCredential(url, tenantId), baseUrl: url, allowLoopback: true }),
    seed: desired => sandbox.seed(directorySeed(desired)),
    stop: async () => {
      await served.close()
      sandbox.close()
    },
  }
}
