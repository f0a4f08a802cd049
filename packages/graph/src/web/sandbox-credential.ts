import type { AccessToken, TokenCredential } from '@azure/identity'
import { NotSentError } from '../ports/ports.ts'
import type { Fetch } from './graph-transport.ts'
import { trusted } from './loopback.ts'
import { noAnswer } from './no-answer.ts'

const minute = 60_000

/**
 * Signs in to a sandbox at `url` (`http://127.0.0.1:port`) as the application `entitle`. Microsoft's libraries refuse a
 * token endpoint without TLS; the sandbox's secret is no secret, and its tokens open nothing else.
 */
export function sandboxCredential(url: string, tenantId: string, send: Fetch = fetch): TokenCredential {
  let kept: AccessToken | undefined
  return {
    async getToken(scopes, more) {
      if (more?.claims === undefined && kept !== undefined && kept.expiresOnTimestamp - minute > Date.now()) return kept
      const endpoint = new URL(`/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, trusted(url, true))
      const form = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'entitle',
        client_secret: 'sandbox',
        scope: [scopes].flat().join(' '),
        ...(more?.claims === undefined ? {} : { claims: more.claims }),
      })
      const signal = AbortSignal.timeout(30_000)
      const response = await send(endpoint, { method: 'POST', body: form, redirect: 'error', signal }).catch(error => {
        throw new NotSentError(`The sandbox gave no token: ${noAnswer(error, endpoint.host)}`)
      })
      const answer: unknown = await response.json().catch(() => undefined)
      const token = typeof answer === 'object' && answer !== null && 'access_token' in answer ? answer : undefined
      if (!response.ok || typeof token?.access_token !== 'string')
        throw new NotSentError(
          `${endpoint.origin} gave no token (${response.status}). Check that a sandbox of tenant ${tenantId} runs there.`,
        )
      const seconds = 'expires_in' in token ? Number(token.expires_in) : 0
      kept = { token: token.access_token, expiresOnTimestamp: Date.now() + seconds * 1000 }
      return kept
    },
  }
}
