import { graphTransport, sandboxCredential } from '@entitle/graph/node'
import { openSandbox } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'

const claims = { access_token: { acrs: { essential: true, value: 'c1' } } }
const create = {
  method: 'POST',
  path: '/identityGovernance/entitlementManagement/catalogs',
  body: { displayName: 'A' },
} as const

describe('a sandbox that asks for claims', () => {
  it('gets a new token, and the request takes effect once', async () => {
    const sandbox = openSandbox()
    const served = await sandbox.serve()
    try {
      const credential = sandboxCredential(served.url, sandbox.tenant.id)
      const transport = graphTransport({ credential, baseUrl: served.url, allowLoopback: true })
      sandbox.faults.add({ path: '/catalogs', do: { kind: 'challenge', claims } })
      expect(await transport.send(create)).toMatchObject({ status: 201 })
      const sent = sandbox.requests.map(({ path, status }) => [path.split('/').at(-1), status])
      expect(sent).toEqual([
        ['token', 200],
        ['catalogs', 401],
        ['token', 200],
        ['catalogs', 201],
      ])
    } finally {
      await served.close()
      sandbox.close()
    }
  })
})
