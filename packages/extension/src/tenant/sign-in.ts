import type { TenantIdentity } from '@entitle/graph'
import type { AuthenticationGetSessionOptions, AuthenticationSession } from 'vscode'
import { NotSignedIn } from './not-signed-in.ts'

/** Somebody who is signed in to a tenant; nothing of it is stored by us. */
export interface SignedIn {
  readonly account: string
  /** The current access token, renewed by VS Code when it runs out; with `claims`, one that meets what a challenge asks for. */
  token(claims?: string): Promise<string>
}

/** What a server wants of a sign-in, for VS Code 1.105 and later. https://code.visualstudio.com/api/references/vscode-api#AuthenticationWwwAuthenticateRequest */
export interface Challenge {
  readonly wwwAuthenticate: string
  readonly fallbackScopes: readonly string[]
}

/** VS Code's `authentication.getSession`. */
export type GetSession = (
  provider: string,
  asked: string[] | Challenge,
  options: AuthenticationGetSessionOptions,
) => PromiseLike<AuthenticationSession | undefined>

export interface SignInOptions {
  readonly identity: TenantIdentity
  /** Graph's origin in the tenant's cloud. */
  readonly graph: string
  readonly permissions: readonly string[]
  /** Permissions that a session may have already; such a session is taken without asking. */
  readonly rather?: readonly string[]
  /** Lets the person choose another account than the one that VS Code remembers. */
  readonly anotherAccount?: boolean
  /** An application of the user's own; empty for Microsoft's. */
  readonly clientId: string
  /** What for: `read entitlement management of Contoso`. */
  readonly purpose: string
  readonly getSession: GetSession
  /** Whether `getSession` takes challenges. */
  readonly takesChallenges: boolean
  /** Why there is no session. */
  explain(error: unknown, clientId: string): { readonly says: string; readonly link?: string }
}

/** VS Code's providers of Microsoft accounts; the second wants the setting `microsoft-sovereign-cloud.environment`. */
export const providerOf = ({ cloud }: Pick<TenantIdentity, 'cloud'>): string =>
  cloud === 'global' ? 'microsoft' : 'microsoft-sovereign-cloud'

/**
 * Microsoft Graph Command Line Tools, in which a person can consent to any delegated permission; VS Code's own application
 * may not read entitlement management. https://learn.microsoft.com/powershell/microsoftgraph/authentication-commands
 */
const graphCommandLineTools = '14d82eec-204b-4c2f-b7e8-296a70dab67e'

const clientOf = ({ clientId }: Pick<SignInOptions, 'clientId'>): string =>
  clientId === '' ? graphCommandLineTools : clientId

/** The scopes in VS Code's form: permissions of one Graph, which tenant, and which application asks. */
const scopesOf = (
  options: Pick<SignInOptions, 'identity' | 'graph' | 'clientId'>,
  permissions: readonly string[],
): string[] => [
  ...permissions.map(permission => `${options.graph}/${permission}`),
  'offline_access',
  `VSCODE_TENANT:${options.identity.id ?? options.identity.domain ?? 'organizations'}`,
  `VSCODE_CLIENT_ID:${clientOf(options)}`,
]

/** Signs in with VS Code's own Microsoft accounts. @throws {NotSignedIn} when the person doesn't, or may not. */
export const signIn = async (options: SignInOptions): Promise<SignedIn> => {
  const { identity, permissions, purpose, getSession, anotherAccount = false } = options
  const provider = providerOf(identity)
  const asking = async (asked: string[] | Challenge, how: AuthenticationGetSessionOptions) => {
    try {
      return await getSession(provider, asked, how)
    } catch (error) {
      const { says, link } = options.explain(error, clientOf(options))
      throw new NotSignedIn(`You are not signed in to ${identity.displayName}: ${says}.`, link)
    }
  }
  const found = anotherAccount ? undefined : await rememberedSession(options, provider)
  const scopes = found?.scopes ?? scopesOf(options, permissions)
  const detail = `Entitle wants to ${purpose}. It uses: ${permissions.join(', ')}.`
  const session =
    found?.session ??
    (await asking(scopes, { createIfNone: { detail }, ...(anotherAccount ? { clearSessionPreference: true } : {}) }))
  if (session === undefined) throw new NotSignedIn(`You are not signed in to ${identity.displayName}.`, undefined)
  const { account, accessToken } = session
  const answer = (claims: string) => {
    const more = { detail: `${identity.displayName} asks for more of your sign-in before Entitle may go on.` }
    return options.takesChallenges
      ? asking({ wwwAuthenticate: challengeWith(claims), fallbackScopes: scopes }, { createIfNone: more })
      : asking(scopes, { forceNewSession: more })
  }
  return {
    account: account.label,
    token: async claims => {
      const current = claims === undefined ? getSession(provider, scopes, { silent: true }) : answer(claims)
      return (await current)?.accessToken ?? accessToken
    },
  }
}

/** Whoever is signed in already with one of the permissions; nobody is asked for anything. */
export const signedInAlready = async (
  options: Pick<SignInOptions, 'identity' | 'graph' | 'clientId' | 'getSession'> & {
    readonly anyOf: readonly string[]
  },
): Promise<SignedIn | undefined> => {
  const provider = providerOf(options.identity)
  for (const permission of options.anyOf) {
    const found = await rememberedSession({ ...options, rather: [permission] }, provider)
    if (found === undefined) continue
    const { session, scopes } = found
    const current = () => options.getSession(provider, scopes, { silent: true })
    return { account: session.account.label, token: async () => (await current())?.accessToken ?? session.accessToken }
  }
  return undefined
}

/** A session with the permissions that one would rather have, if there is one. */
const rememberedSession = async (
  options: Pick<SignInOptions, 'identity' | 'graph' | 'clientId' | 'getSession' | 'rather'>,
  provider: string,
) => {
  if (options.rather === undefined) return undefined
  const scopes = scopesOf(options, options.rather)
  try {
    const session = await options.getSession(provider, scopes, { silent: true })
    return session === undefined ? undefined : { session, scopes }
  } catch {
    return undefined
  }
}

/** Graph's challenge again, of which VS Code takes the claims. https://learn.microsoft.com/entra/identity-platform/claims-challenge */
const challengeWith = (claims: string): string =>
  `Bearer error="insufficient_claims", claims="${btoa(String.fromCharCode(...new TextEncoder().encode(claims)))}"`
