import { type AuthenticationSessionAccountInformation, authentication, commands, window } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { LanguageServer } from '../language/client.ts'
import { providerOf } from '../tenant/sign-in.ts'

interface Account {
  readonly provider: string
  readonly account: AuthenticationSessionAccountInformation
}

/** Opens VS Code's menu of accounts, where every sign-in can be ended. */
const manage = { 'Manage Accounts': 'workbench.action.manageAccounts' }

/**
 * *Entitle: Sign Out*: ends the sign-in of a Microsoft account in VS Code, which asks first, because other extensions may use it too. Entitle itself keeps no
 * sign-in. Returns what the account is called. @throws {Refusal} where nobody is signed in {Cancelled}
 */
export const signOut = async (language: Pick<LanguageServer, 'tenants'>): Promise<string> => {
  const tenants = await language.tenants()
  const providers = [...new Set(['microsoft', ...tenants.map(providerOf)])]
  const { provider, account } = await chosen((await Promise.all(providers.map(accountsOf))).flat())
  await endSession(provider, account.label)
  if ((await accountsOf(provider)).some(left => left.account.id === account.id)) throw new Cancelled()
  void showResult(`Signed out of ${account.label}. Planning and deploying ask who you are the next time.`)
  return account.label
}

/** The accounts of a provider; none where VS Code doesn't have it. */
const accountsOf = async (provider: string): Promise<readonly Account[]> => {
  try {
    return (await authentication.getAccounts(provider)).map(account => ({ provider, account }))
  } catch {
    return []
  }
}

const chosen = async (accounts: readonly Account[]): Promise<Account> => {
  const [only, ...others] = accounts
  if (only === undefined) throw new Refusal('Nobody is signed in to VS Code with a Microsoft account.', {})
  if (others.length === 0) return only
  const rows = accounts.map(each => ({ ...each, label: `$(account) ${each.account.label}` }))
  const row = await window.showQuickPick(rows, { title: 'Entitle: Sign out of which account?', ignoreFocusOut: true })
  if (row === undefined) throw new Cancelled()
  return row
}

/**
 * What *Sign Out* in VS Code's menu of accounts does. Extensions have no API for the sign-ins of others; a VS Code that lacks this command has the menu.
 * @see https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/authentication/browser/actions/signOutOfAccountAction.ts
 */
const endSession = async (providerId: string, accountLabel: string): Promise<void> => {
  try {
    await commands.executeCommand('_signOutOfAccount', { providerId, accountLabel })
  } catch {
    throw new Refusal(`This VS Code signs out of ${accountLabel} in its menu of accounts only.`, manage)
  }
}
