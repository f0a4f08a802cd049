import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/identity'
import { NotSentError } from '../ports/ports.ts'
import { firstLine } from './redact.ts'
import {
  credentialOf,
  delegatedScopes,
  isInteractive,
  needs,
  type SignInKind,
  type SignInOptions,
  unattended,
} from './ways-to-sign-in.ts'

type Way = Exclude<SignInKind, 'auto'>

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
    const wanted = isInteractive(way) ? delegatedScopes(options.cloud, options.access ?? 'write') : scopes
    const token = await credential.getToken(wanted, more)
    if (token === null) throw new Error('it gave no token')
    return token
  }

  const tryAll = async (scopes: string | string[], more?: GetTokenOptions): Promise<AccessToken> => {
    const failed: Attempt[] = []
    for (const way of working === undefined ? ways : [working]) {
      try {
        const token = await ask(way, scopes, more)
        working = way
        return token
      } catch (error) {
        if (more?.abortSignal?.aborted === true) throw error
        failed.push({ way, because: firstLine(error, [process.env.AZURE_CLIENT_SECRET, process.env.AZURE_PASSWORD]) })
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
    return `Signing in to ${tenant} with ${only.way} did not work: ${ended(only.because)} To use it, ${needs[only.way]}.`
  const tried = failed.map(({ way, because }) => `  ${way}: ${ended(because)} To use it, ${needs[way]}.`)
  return [`Signing in to ${tenant} did not work in any of the ways tried.`, ...tried].join('\n')
}

const ended = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)
