import { openSandbox } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'
import { NotSentError } from '../../src/ports/ports.ts'
import { graphTransport, sandboxCredential, tokenFacts } from '../../src/web/index.ts'
import { loopbackServer } from './loopback-server.ts'

describe('sandboxCredential', () => {
  it('signs in to a sandbox that listens, once for many requests', async () => {
    const sandbox = openSandbox()
    const served = await sandbox.serve()
    try {
      const credential = sandboxCredential(served.url, sandbox.tenant.id)
      const transport = graphTransport({ credential, baseUrl: served.url, allowLoopback: true })
      const path = '/identityGovernance/entitlementManagement/catalogs'
      expect((await transport.send({ method: 'GET', path })).status).toBe(200)
      expect((await transport.send({ method: 'GET', path })).status).toBe(200)
      expect(sandbox.requests.filter(request => request.path.endsWith('/token'))).toHaveLength(1)
      const token = await credential.getToken('https://graph.microsoft.com/.default')
      expect(tokenFacts(token?.token ?? '')).toMatchObject({ kind: 'application', tenantId: sandbox.tenant.id })
    } finally {
      await served.close()
      sandbox.close()
    }
  })

  it('signs in nowhere but on this machine over plain http', async () => {
    await expect(sandboxCredential('http://sandbox.example', 't').getToken('s')).rejects.toBeInstanceOf(NotSentError)
  })

  it('says what to do where no sandbox runs', async () => {
    await using server = await loopbackServer((_request, response) => response.writeHead(404).end('nothing'))
    await expect(sandboxCredential(server.url, 't').getToken('s')).rejects.toThrow(
      'gave no token (404). Check that a sandbox of tenant t runs there.',
    )
    await server.close()
    await expect(sandboxCredential(server.url, 't').getToken('s')).rejects.toThrow('refuses connections')
  })
})
