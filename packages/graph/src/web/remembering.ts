import type { AccessToken, TokenCredential } from '@azure/identity'

const minute = 60_000

/** A credential that answers claims challenges, and knows which tokens are in use so that they can be taken out of texts. */
export interface Remembering {
  readonly signingIn: TokenCredential
  /** The tokens in use, which no text may hold. */
  secrets(): readonly string[]
  /** How many challenges were answered so far: what a request is sent under. */
  answered(): number
  /** Signs in again with the claims, unless a challenge was answered since the request was sent under `since`. */
  answerChallenge(claims: string, since: number): Promise<void>
}

/**
 * Keeps the token that a challenge led to until it runs out: a credential's own cache may still have the one that was refused. Requests that
 * meet the same challenge share one sign-in. Failures leave as `failed` words them, through `carry` where Microsoft's client stands between.
 */
export function remembering(
  credential: TokenCredential,
  scope: string,
  failed: (error: unknown) => Error,
  carry: (error: unknown) => never,
): Remembering {
  const tokens = new Set<string>()
  let stronger: AccessToken | undefined
  let count = 0
  let answering: { readonly claims: string; readonly done: Promise<void> } | undefined

  const kept = (token: AccessToken | null): AccessToken | null => {
    if (token !== null) tokens.add(token.token)
    return token
  }
  const signInWith = async (claims: string): Promise<void> => {
    try {
      const token = kept(await credential.getToken(scope, { claims }))
      stronger = token ?? undefined
      count += 1
    } catch (error) {
      throw failed(error)
    }
  }
  return {
    signingIn: {
      async getToken(scopes, more) {
        if (stronger !== undefined && stronger.expiresOnTimestamp - minute > Date.now()) return stronger
        try {
          return kept(await credential.getToken(scopes, more))
        } catch (error) {
          return carry(failed(error))
        }
      },
    },
    secrets: () => [...tokens],
    answered: () => count,
    async answerChallenge(claims, since) {
      if (count > since) return
      if (answering?.claims === claims) return answering.done
      const done = signInWith(claims).finally(() => {
        answering = undefined
      })
      answering = { claims, done }
      return done
    },
  }
}
