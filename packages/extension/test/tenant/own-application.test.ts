import { describe, expect, it, vi } from 'vitest'

vi.mock('vscode', () => ({}))

const { requireOwnApplication } = await import('../../src/tenant/own-application.ts')

const own = '5d3f1c0e-0b7a-4c52-9d64-2f1a7c9be830'

describe('signing in from a browser', () => {
  it('takes an application of one’s own, and says which, before a page of Entra’s would', () => {
    expect(() => requireOwnApplication('Contoso', '', true)).toThrow(
      /^Signing in to Contoso from a browser .* redirect address https:\/\/vscode\.dev\/redirect, .* entitle\.signIn\.clientId\..* Nothing was changed\.$/,
    )
  })

  it('goes on with one, and on the desktop without', () => {
    expect(() => requireOwnApplication('Contoso', own, true)).not.toThrow()
    expect(() => requireOwnApplication('Contoso', own, false)).not.toThrow()
    expect(() => requireOwnApplication('Contoso', '', false)).not.toThrow()
  })
})
