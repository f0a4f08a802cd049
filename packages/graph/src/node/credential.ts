import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import { lacking } from '../model/lacking.ts'
import { NotSentError } from '../ports/ports.ts'
import { tokenFacts } from '../web/token-facts.ts'
import { credentialOf, isInteractive, type SignInOptions, scopesOf, unattended, type Way } from './ways-to-sign-in.ts'

import { whyNotSignedIn } from './why-not-signed-in.ts'

interface Attempt {
  readonly way: Way
  readonly because: string
}

/**
 * Signs in to a tenant when the first token is asked for, over @azure/identity; tokens stay in memory.
 * `auto` tries what needs nobody, in the order of {@link unattended}, and stays with the first that works.
 * `getToken` throws {@link NotSentError} with what was tried and what to do; never with a token or a secret.
 */
export function credentialFor(options: SignInOptions): TokenCredential {
  const kind = options.kind ?? 'auto'
  const ways: readonly Way[] =
    kind === 'auto' ? [...unattended, ...(options.onDeviceCode === undefined ? [] : ['device-code' as const])] : [kind]
  const made = new Map<Way, TokenCredential>()
  let working: Way | undefined
  let first: Promise<AccessToken> | undefined

  const ask = async (way: Way, scopes: string | string[], more?: GetTokenOptions): Promise<AccessToken> => {
    const identity = await import('@azure/identity')
    const credential = made.get(way) ?? credentialOf(identity, way, options)
    made.set(way, credential)
    const wanted = isInteractive(way) ? scopesOf(options.cloud, options.permissions) : scopes
    const token = await credential.getToken(wanted, more)
    if (token === null) throw new Error('it gave no token')
    const lacks = lackedBy(token, options)
    if (lacks.length > 0) throw new LackingPermissions(way, lacks)
    return token
  }

  const tryAll = async (scopes: string | string[], more?: GetTokenOptions): Promise<AccessToken> => {
    const failed: Attempt[] = []
    for (const way of working === undefined ? ways : [working]) {
      try {
        const token = await ask(way, scopes, more)
        if (working === undefined) options.onSignedIn?.(way)
        working = way
        return token
      } catch (error) {
        if (more?.abortSignal?.aborted === true) throw error
        failed.push({ way, because: reasonOf(error, way, options) })
      }
    }
    throw new NotSentError(sentence(options.tenant, failed))
  }

  return {
    /** Requests that start together share the one sign-in. */
    async getToken(scopes, more) {
      if (working !== undefined) return tryAll(scopes, more)
      first ??= tryAll(scopes, more)
      try {
        return await first
      } finally {
        first = undefined
      }
    },
  }
}

function sentence(tenant: string, failed: readonly Attempt[]): string {
  const [only, ...others] = failed
  if (only !== undefined && others.length === 0)
    return `Signing in to ${tenant} with ${only.way} did not work: ${only.because}`
  const tried = failed.map(({ way, because }) => `  ${way}: ${because}`)
  return [`Signing in to ${tenant} did not work in any of the ways tried.`, ...tried].join('\n')
}

/** What the token lacks of what is needed; nothing where it can't be read. */
function lackedBy({ token }: AccessToken, { permissions }: SignInOptions): readonly string[] {
  const facts = tokenFacts(token)
  return facts === undefined ? [] : lacking(facts, permissions)
}

/** The token would not open what is asked of it: Microsoft's own applications, such as the Azure CLI, may not have all permissions. */
class LackingPermissions extends Error {
  constructor(way: Way, lacks: readonly string[]) {
    const whose = way === 'azure-cli' ? 'the token of the Azure CLI' : 'its token'
    super(
      `${whose} does not carry ${lacks.join(' and ')}, without which Graph refuses. Sign in with --auth browser or --auth device-code, which ask for it, or as an application that has it.`,
    )
  }
}

/** Variables whose values are said to nobody. */
const secretNames = [
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PASSWORD',
  'AZURE_PASSWORD',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'SYSTEM_ACCESSTOKEN',
]

const reasonOf = (error: unknown, way: Way, options: SignInOptions): string =>
  error instanceof LackingPermissions
    ? error.message
    : whyNotSignedIn(
        error,
        way,
        options,
        secretNames.map(name => process.env[name]),
      )
