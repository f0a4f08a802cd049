import type { JsonObject } from '../json.ts'
import { toBase64 } from './base64.ts'

/**
 * The `WWW-Authenticate` of a 401 that asks for a token with these claims.
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export const claimsChallenge = (claims: JsonObject, authority: string): string => {
  const encoded = toBase64(JSON.stringify(claims))
  return `Bearer realm="", authorization_uri="${authority}/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`
}
