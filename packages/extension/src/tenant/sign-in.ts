import type { TenantIdentity } from '@entitle/graph'
import type { AuthenticationGetSessionOptions, AuthenticationSession } from 'vscode'
import { Refusal } from '../dialogue/refusal.ts'

/** Somebody who is signed in to a tenant; nothing of it is stored by us. */
export interface SignedIn {
  readonly account: string
  /** The current access token, renewed by VS Code when it runs out. */
  token(): Promise<string>
}

/** VS Code's `authentication.getSession`. */
export type GetSession = (
  provider: string,
  scopes: string[],
  options: AuthenticationGetSessionOptions,
) => PromiseLike<AuthenticationSession | undefined>

export interface SignInOptions {
  readonly identity: TenantIdentity
  /** Graph's origin in the tenant's cloud. */
  readonly graph: string
  readonly permissions: readonly string[]
  /** An application of the user's own; empty for Microsoft's. */
  readonly clientId: string
  /** What for: `read entitlement management of Contoso`. */
  readonly purpose: string
  readonly getSession: GetSession
}

/** VS Code's providers of Microsoft accounts; the second wants the setting `microsoft-sovereign-cloud.environment`. */
const providerOf = ({ cloud }: TenantIdentity): string =>
  cloud === 'global' ? 'microsoft' : 'microsoft-sovereign-cloud'

/**
 * Microsoft Graph Command Line Tools, in which a person can consent to any delegated permission; VS Code's own application
 * may not read entitlement management. https://learn.microsoft.com/powershell/microsoftgraph/authentication-commands
 */
const graphCommandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

/** The scopes in VS Code's form: permissions of one Graph, which tenant, and which application asks. */
const scopesOf = ({ identity, graph, permissions, clientId }: SignInOptions): string[] => [
  ...permissions.map(permission => `${graph}/${permission}`),
  'offline_access',
  `VSCODE_TENANT:${identity.id ?? identity.domain ?? 'organizations'}`,
  `VSCODE_CLIENT_ID:${clientId === '' ? graphCommandLineTools : clientId}`,
]

/** Signs in with VS Code's own Microsoft accounts. @throws {Refusal} when the person doesn't, or may not. */
export const signIn = async (options: SignInOptions): Promise<SignedIn> => {
  const { identity, permissions, purpose, getSession } = options
  const provider = providerOf(identity)
  const scopes = scopesOf(options)
  const detail = `Entitle wants to ${purpose}. It uses: ${permissions.join(', ')}.`
  const refusal = (why: string) =>
    new Refusal(`You are not signed in to ${identity.displayName}${why}. Nothing was changed.`)
  let session: AuthenticationSession | undefined
  try {
    session = await getSession(provider, scopes, { createIfNone: { detail } })
  } catch (error) {
    throw refusal(` (${error instanceof Error ? error.message : String(error)})`)
  }
  if (session === undefined) throw refusal('')
  const { account, accessToken } = session
  return {
    account: account.label,
    token: async () => (await getSession(provider, scopes, { silent: true }))?.accessToken ?? accessToken,
  }
}
