import { afterEach, describe, expect, it, vi } from 'vitest'
import { resetSandbox, startSandbox } from '../../src/commands/sandbox.ts'
import { Refusal } from '../../src/dialogue/refusal.ts'
import { enterTenant } from '../../src/tenant/open-tenant.ts'
import { requireTrust } from '../../src/tenant/trusted.ts'

const workspace = vi.hoisted(() => ({ isTrusted: false }))
vi.mock('vscode', () => ({ workspace, window: {}, authentication: {}, env: {}, UIKind: {}, ProgressLocation: {} }))

afterEach(() => {
  workspace.isTrusted = false
})

/** Whatever is asked of it is a mistake. */
const untouched = new Proxy({}, { get: (_, name) => expect.unreachable(String(name)) })

describe('a workspace that is not trusted', () => {
  it('is told about, with the way to trust it', () => {
    const refused = (() => {
      try {
        requireTrust()
      } catch (error) {
        return error
      }
    })()
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).actions).toEqual({ 'Manage Workspace Trust': 'workbench.trust.manage' })
    workspace.isTrusted = true
    expect(() => requireTrust()).not.toThrow()
  })

  it.each([
    [
      'a tenant',
      () => enterTenant({ sandbox: untouched, engine: untouched } as never, { target: { kind: 'declared' } } as never),
    ],
    [
      'a sandbox as a tenant',
      () => enterTenant({ sandbox: untouched } as never, { target: { kind: 'sandbox' } } as never),
    ],
    ['a sandbox by its command', () => startSandbox({ sandbox: untouched, language: untouched } as never)],
    ['a sandbox that begins anew', () => resetSandbox({ sandbox: untouched } as never, true)],
  ])('leads to no one: %s', async (_, enter) => {
    await expect(enter()).rejects.toBeInstanceOf(Refusal)
  })
})
