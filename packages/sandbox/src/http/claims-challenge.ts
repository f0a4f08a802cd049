import type { JsonObject } from '../json.ts'

/**
 * The `WWW-Authenticate` of a 401 that asks for a token with these claims.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export const claimsChallenge = (claims: JsonObject, authority: string): string => {
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64')
  return `Bearer realm="", authorization_uri="${authority}/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`
}
