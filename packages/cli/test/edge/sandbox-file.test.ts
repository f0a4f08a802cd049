import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSandboxFile, serveSandbox } from '../../src/edge/sandbox-file.ts'
import { sandboxTransport } from '../../src/edge/sandbox-transport.ts'
import { nodeTenants } from '../../src/edge/tenants.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-cli-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))
const identity = {
  name: 'contoso',
  displayName: 'Contoso',
  domain: 'contoso.com',
  cloud: 'global',
  protected: false,
} as const
const seed = { objects: [] }

describe('a sandbox in a file', () => {
  it('is a tenant of its own, and the same one when it is opened again', async () => {
    const file = path.join(folder, 'deep/.entitle/sandbox.db')
    const first = await openSandboxFile(file, {}, identity)
    const { id } = first.tenant
    first.close()
    const again = await openSandboxFile(file, {}, identity)
    const other = await openSandboxFile(path.join(folder, 'other.db'), {}, identity)
    expect(again.tenant).toEqual({ id, displayName: 'Contoso', domain: 'contoso.com' })
    expect(other.tenant.id).not.toBe(id)
    again.close()
    other.close()
  })

  it('keeps its folder out of git', () => {
    expect(fs.readFileSync(path.join(folder, 'deep/.entitle/.gitignore'), 'utf8')).toBe('*\n')
    expect(fs.existsSync(path.join(folder, '.gitignore'))).toBe(false)
  })

  it('is refused where the file is something else, which stays as it was', async () => {
    const file = path.join(folder, 'notes.txt')
    fs.writeFileSync(file, 'Buy milk, and a great many other things that no database starts with.\n'.repeat(20))
    await expect(openSandboxFile(file, {}, identity)).rejects.toThrow(
      `${file} cannot be used as a sandbox: it is not a sandbox file. Name another file with --sandbox=FILE.`,
    )
    expect(fs.readFileSync(file, 'utf8')).toMatch(/^Buy milk/)
  })

  it('is refused where the file is a folder', async () => {
    await expect(openSandboxFile(folder, {}, identity)).rejects.toThrow(
      'cannot be used as a sandbox: it cannot be opened',
    )
  })

  it('answers as Graph does, to whoever signed in', async () => {
    const sandbox = await openSandboxFile(':memory:', {}, identity)
    const transport = await sandboxTransport(sandbox)
    const read = await transport.send({ method: 'GET', path: '/identityGovernance/entitlementManagement/catalogs' })
    expect(read.status).toBe(200)
    const reader = await sandboxTransport(sandbox, ['EntitlementManagement.Read.All'])
    const write = await reader.send({
      method: 'POST',
      path: '/identityGovernance/entitlementManagement/catalogs',
      body: { displayName: 'x' },
    })
    expect(write.status).toBe(403)
    sandbox.close()
  })

  it('tells a cut connection from an answer', async () => {
    const sandbox = await openSandboxFile(':memory:', {}, identity)
    const transport = await sandboxTransport(sandbox)
    sandbox.faults.add({ do: { kind: 'cut' } })
    await expect(transport.send({ method: 'GET', path: '/organization' })).rejects.toMatchObject({
      name: 'TransportError',
    })
    sandbox.close()
  })
})

describe('a sandbox that runs', () => {
  it('is reached by its URL with the client that real tenants have', async () => {
    const served = await serveSandbox({ file: ':memory:', port: 0, latencyMs: 0, readDelayMs: 0, seed, identity })
    const opened = await nodeTenants(() => {}).open({ kind: 'server', url: served.url })
    expect(opened.tenantId).toBe(served.tenantId)
    const { status } = await opened.transport.send({ method: 'GET', path: '/organization' })
    expect(status).toBe(200)
    await opened.close()
    await served.close()
  })

  it('says that its port is taken', async () => {
    const options = { file: ':memory:', latencyMs: 0, readDelayMs: 0, seed, identity }
    const served = await serveSandbox({ ...options, port: 0 })
    const port = Number(new URL(served.url).port)
    await expect(serveSandbox({ ...options, port })).rejects.toThrow(`Port ${port} is taken by another program.`)
    await served.close()
  })

  it('says that nothing runs at an address', async () => {
    await expect(nodeTenants(() => {}).open({ kind: 'server', url: 'http://127.0.0.1:9' })).rejects.toThrow(
      'Nothing was changed.',
    )
  })
})

describe('a real tenant', () => {
  it('is not signed in to without an id or a domain', async () => {
    const target = {
      kind: 'tenant',
      identity: { ...identity, domain: undefined },
      auth: 'auto',
      permissions: [],
    } as const
    const { domain: _, ...nowhere } = target.identity
    await expect(nodeTenants(() => {}).open({ ...target, identity: nowhere })).rejects.toThrow(
      'has neither an id nor a domain',
    )
  })
})
