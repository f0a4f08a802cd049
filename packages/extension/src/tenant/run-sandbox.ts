import type { HttpTransport, Tenant, TokenFacts } from '@entitle/graph'
import { graphTransport, sandboxCredential, tokenFacts } from '@entitle/graph/node'
import { directorySeed } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'

/** A sandbox tenant that listens on loopback. */
export interface RunningSandbox {
  readonly url: string
  readonly tenantId: string
  readonly transport: HttpTransport
  /** As whom one is signed in there. */
  readonly token: TokenFacts | undefined
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
  const credential = sandboxCredential(url, tenantId)
  const { token } = (await credential.getToken(`${url}/.default`)) ?? {}
  return {
    url,
    tenantId,
    transport: graphTransport({ credential, baseUrl: url, allowLoopback: true }),
    token: token === undefined ? undefined : tokenFacts(token),
    seed: desired => sandbox.seed(directorySeed(desired)),
    stop: async () => {
      await served.close()
      sandbox.close()
    },
  }
}
