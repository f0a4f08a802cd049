import { beforeEach, describe, expect, it, vi } from 'vitest'
import { signOut } from '../../src/commands/sign-out.ts'
import { Cancelled, Refusal } from '../../src/dialogue/refusal.ts'

const { accounts, run, choose, told } = vi.hoisted(() => ({
  accounts: new Map<string, string[]>(),
  run: vi.fn(),
  choose: vi.fn(),
  told: [] as string[],
}))
vi.mock('vscode', () => ({
  authentication: {
    getAccounts: async (provider: string) => {
      const labels = accounts.get(provider)
      if (labels === undefined) throw new Error(`No authentication provider '${provider}' is currently registered.`)
      return labels.map(label => ({ id: label, label }))
    },
  },
  commands: { executeCommand: run },
  window: {
    showQuickPick: choose,
    showInformationMessage: async (message: string) => void told.push(message),
  },
}))

const language = (...clouds: readonly string[]) => ({ tenants: async () => clouds.map(cloud => ({ cloud })) as never })
const endIt = async (_: string, { providerId, accountLabel }: { providerId: string; accountLabel: string }) => {
  accounts.set(providerId, accounts.get(providerId)?.filter(label => label !== accountLabel) ?? [])
}

beforeEach(() => {
  accounts.clear()
  told.splice(0)
  choose.mockReset()
  run.mockReset()
  run.mockImplementation(endIt)
})

describe('Sign Out', () => {
  it('ends the sign-in of the only account', async () => {
    accounts.set('microsoft', ['anna@contoso.com'])
    expect(await signOut(language())).toBe('anna@contoso.com')
    expect(run).toHaveBeenCalledWith('_signOutOfAccount', { providerId: 'microsoft', accountLabel: 'anna@contoso.com' })
    expect(told).toEqual(['Signed out of anna@contoso.com. Planning and deploying ask who you are the next time.'])
    expect(choose).not.toHaveBeenCalled()
  })

  it('asks which of several, also of the clouds of declared tenants', async () => {
    accounts.set('microsoft', ['anna@contoso.com', 'ben@contoso.com'])
    accounts.set('microsoft-sovereign-cloud', ['eva@contoso.us'])
    choose.mockImplementation(async (rows: readonly { label: string }[]) => rows[2])
    expect(await signOut(language('global', 'usgov'))).toBe('eva@contoso.us')
    expect(choose.mock.calls[0]?.[0].map(({ label }: { label: string }) => label)).toEqual([
      '$(account) anna@contoso.com',
      '$(account) ben@contoso.com',
      '$(account) eva@contoso.us',
    ])
    expect(accounts.get('microsoft')).toHaveLength(2)
  })

  it('says nothing where the person keeps the account', async () => {
    accounts.set('microsoft', ['anna@contoso.com'])
    run.mockImplementation(async () => {})
    await expect(signOut(language())).rejects.toBeInstanceOf(Cancelled)
    accounts.set('microsoft', ['anna@contoso.com', 'ben@contoso.com'])
    choose.mockResolvedValue(undefined)
    await expect(signOut(language())).rejects.toBeInstanceOf(Cancelled)
    expect(told).toEqual([])
  })

  it('says that nobody is signed in', async () => {
    const refused = await signOut(language('usgov')).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect(String(refused)).toContain('Nobody is signed in')
    expect(run).not.toHaveBeenCalled()
  })

  it('points to the menu of accounts where VS Code has no such command', async () => {
    accounts.set('microsoft', ['anna@contoso.com'])
    run.mockRejectedValue(new Error("command '_signOutOfAccount' not found"))
    const refused = (await signOut(language()).catch((error: unknown) => error)) as Refusal
    expect(refused.message).toContain('menu of accounts')
    expect(refused.actions).toEqual({ 'Manage Accounts': 'workbench.action.manageAccounts' })
  })
})
