import { isObject, textOf } from '../json.ts'
import type { World } from '../world.ts'
import { type Caller, readSigned, signed } from './access-tokens.ts'
import { refused } from './sign-in-error.ts'
import { callerFor, userToSignIn } from './signed-in-user.ts'

/** Refresh tokens that nobody uses are good for so many seconds: https://learn.microsoft.com/entra/identity-platform/refresh-tokens */
const lifetime = 90 * 86_400

/** A token for which the same application gets new access tokens for the same user. It says all by itself, so none is kept. */
export function refreshToken({ tenant, clock }: World, { appId, user }: Caller, scope: string): string {
  return signed({ typ: 'refresh', appId, user: user ?? '', scope, until: clock().getTime() + lifetime * 1000 }, tenant)
}

/** The user on whose behalf a refresh token was given, and what was asked for then. */
export function refreshed(
  world: World,
  clientId: string,
  token: string,
  scope: string | null,
): { readonly caller: Caller; readonly scope: string } {
  const claims = readSigned(token, world.tenant)
  if (!isObject(claims) || claims.typ !== 'refresh' || claims.appId !== clientId)
    throw refused(
      'invalid_grant',
      'AADSTS9002313: Invalid request. The refresh token is malformed or not of this application.',
    )
  if (Number(claims.until) <= world.clock().getTime())
    throw refused('invalid_grant', 'AADSTS700082: The refresh token has expired due to inactivity.')
  const before = textOf(claims.scope) ?? ''
  const wanted = scope ?? before
  const known = new Set(before.split(/\s+/))
  const more = wanted.split(/\s+/).filter(word => word.includes('.') && !known.has(word))
  if (more.length > 0 && !before.includes('.default'))
    throw refused(
      'invalid_grant',
      `AADSTS65001: The user or administrator has not consented to use the application for ${more.join(' ')}.`,
    )
  return { caller: callerFor(userToSignIn(world, String(claims.user)), clientId, wanted), scope: wanted }
}
