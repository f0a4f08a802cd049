import { fromBase64 } from './from-base64.ts'

/**
 * The claims that a 401 asks a new token for, as JSON text; undefined where it asks for none. Conditional Access and continuous access
 * evaluation send them.
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallenge(status: number, header: string | undefined): string | undefined {
  if (status !== 401 || header === undefined || !/\berror="?insufficient_claims"?/i.test(header)) return undefined
  const encoded = /\bclaims="?([\w+/=-]+)"?/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  try {
    const text = fromBase64(encoded)
    const claims: unknown = JSON.parse(text)
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims) ? text : undefined
  } catch {
    return undefined
  }
}
