import type { HttpTransport } from '@entitle/graph'
import { type Fetch, graphTransport, sandboxCredential, tokenFacts } from '@entitle/graph/web'
import { directorySeed } from '@entitle/language'
import { openMemorySandbox } from '@entitle/sandbox/memory'
import type { RunningSandbox } from './running-sandbox.ts'
import { savingLast } from './saving-last.ts'

/** Where a tenant is kept as text. */
export interface TextStorage {
  read(): Promise<string | undefined>
  write(text: string): Promise<void>
}

/** An address that is never connected to: the sandbox takes requests before they leave. */
const url = 'http://127.0.0.1'

/** Starts the sandbox that is kept in the storage, or a new one. @throws {Error} where something else is kept there. */
export const startSandbox = async (storage: TextStorage): Promise<RunningSandbox> => {
  const kept = await storage.read()
  const sandbox = openMemorySandbox(kept === undefined ? {} : { state: JSON.parse(kept) })
  const saving = savingLast(() => storage.write(JSON.stringify(sandbox.export())))
  const send: Fetch = (address, init) => sandbox.fetch(new Request(address, init))
  const tenantId = sandbox.tenant.id
  const credential = sandboxCredential(url, tenantId, send)
  const { token } = (await credential.getToken(`${url}/.default`)) ?? {}
  const transport = graphTransport({ credential, baseUrl: url, allowLoopback: true, fetch: send })
  return {
    url,
    tenantId,
    transport: followed(transport, saving.save),
    token: token === undefined ? undefined : tokenFacts(token),
    seed: desired => {
      sandbox.seed(directorySeed(desired))
      saving.save()
    },
    stop: async () => {
      saving.save()
      await saving.saved()
      sandbox.close()
    },
  }
}

/** A transport after whose writes something is done. */
const followed = ({ send }: HttpTransport, after: () => void): HttpTransport => ({
  async send(request, signal) {
    try {
      return await send(request, signal)
    } finally {
      if (request.method !== 'GET') after()
    }
  },
})
