import type { TokenFacts } from '../model/token-facts.ts'
import { fromBase64 } from './from-base64.ts'

export type { TokenFacts } from '../model/token-facts.ts'

/**
 * Reads the claims of an access token; undefined where it isn't a readable one.
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function tokenFacts(token: string): TokenFacts | undefined {
  const claims = claimsOf(token)
  if (claims === undefined) return undefined
  const text = (name: string) => (typeof claims[name] === 'string' && claims[name] !== '' ? claims[name] : undefined)
  const scopes = (text('scp') ?? '').split(' ').filter(Boolean)
  const roles = Array.isArray(claims.roles) ? claims.roles.map(String) : []
  const person = text('idtyp') === 'user' || (text('idtyp') === undefined && claims.scp !== undefined)
  const account = person
    ? (text('upn') ?? text('unique_name') ?? text('preferred_username') ?? text('name') ?? text('oid'))
    : (text('app_displayname') ?? text('appid') ?? text('azp'))
  const tenantId = text('tid')
  const objectId = text('oid')
  const clientId = text('appid') ?? text('azp')
  return {
    kind: person ? 'person' : 'application',
    scopes,
    roles,
    ...(tenantId === undefined ? {} : { tenantId }),
    ...(account === undefined ? {} : { account }),
    ...(objectId === undefined ? {} : { objectId }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(Array.isArray(claims.wids) ? { directoryRoles: claims.wids.map(wid => String(wid).toLowerCase()) } : {}),
    ...(typeof claims.iat === 'number' ? { issued: new Date(claims.iat * 1000) } : {}),
    ...(typeof claims.exp === 'number' ? { expires: new Date(claims.exp * 1000) } : {}),
  }
}

function claimsOf(token: string): Record<string, unknown> | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  try {
    const claims: unknown = JSON.parse(fromBase64(payload))
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims)
      ? (claims as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
