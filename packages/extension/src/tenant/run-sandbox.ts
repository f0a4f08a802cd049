import { graphTransport, sandboxCredential, tokenFacts } from '@entitle/graph/web'
import { directorySeed } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'
import type { RunningSandbox } from './running-sandbox.ts'

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
