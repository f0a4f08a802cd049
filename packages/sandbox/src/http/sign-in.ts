import { derivedId } from '../directory/derived-id.ts'
import { roleClaim } from '../directory/directory-roles.ts'
import { newServicePrincipal } from '../directory/new-objects.ts'
import { servicePrincipals } from '../directory/service-principals.ts'
import { find } from '../entities/kind.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { type Caller, clientInfo, issueIdToken, issueToken, tokenLifetime } from './access-tokens.ts'
import { fromBase64 } from './base64.ts'
import { approvedUser, deviceCodeGrants } from './device-code.ts'
import { everyPermission } from './permissions.ts'
import { refreshed, refreshToken } from './refresh-tokens.ts'
import { refused, SignInError, type TokenReply } from './sign-in-error.ts'
import { callerFor, userToSignIn } from './signed-in-user.ts'

/** The one secret that every application has here, and the one password of every user. */
const sandboxSecret = 'sandbox'

/** Another party vouches for an application: https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Who signed in, and what was asked for. */
interface SignedIn {
  readonly caller: Caller
  readonly scope: string
}

/**
 * The token endpoint: client credentials of any application with the secret `sandbox` or with any assertion that has not expired, any user
 * of the directory with the password `sandbox`, device codes, and refresh tokens. The extra field `sandbox_roles` names the application
 * permissions to issue, separated by spaces; without it the token carries all that the sandbox knows.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
 */
export function signIn(
  world: World,
  form: URLSearchParams,
  authorization: string | undefined,
  origin: string,
): TokenReply {
  try {
    return tokenReply(world, signedIn(world, form, basicCredentials(authorization)), form, origin)
  } catch (error) {
    if (error instanceof SignInError) return error.reply
    throw error
  }
}

const grants = ['client_credentials', 'password', 'refresh_token', ...deviceCodeGrants]

function signedIn(world: World, form: URLSearchParams, basic: [string, string] | undefined): SignedIn {
  const clientId = form.get('client_id') ?? basic?.[0]
  const grant = form.get('grant_type') ?? ''
  if (!grants.includes(grant))
    throw refused(
      'unsupported_grant_type',
      'AADSTS70003: The sandbox signs in with client_credentials, password, refresh_token and device codes only.',
    )
  if (!clientId) throw missing('client_id')
  if (deviceCodeGrants.includes(grant)) return approvedUser(world, clientId, form.get('device_code') ?? '')
  if (grant === 'refresh_token') return refreshed(world, clientId, form.get('refresh_token') ?? '', form.get('scope'))
  const scope = form.get('scope')
  if (!scope) throw missing('scope')
  if (grant === 'password') {
    const user = userToSignIn(world, form.get('username') ?? '')
    if (form.get('password') !== sandboxSecret)
      throw refused('invalid_grant', "AADSTS50126: Invalid username or password. The sandbox's password is 'sandbox'.")
    return { caller: callerFor(user, clientId, scope), scope }
  }
  proveApplication(world, form, basic)
  const named = form.get('sandbox_roles')
  const permissions = named === null ? everyPermission : named.split(/\s+/).filter(Boolean)
  return { caller: applicationOf(world, clientId, permissions), scope }
}

const missing = (name: string) =>
  refused('invalid_request', `AADSTS900144: The request body must contain the following parameter: '${name}'.`)

/** The secret, or an assertion: the sandbox knows nobody's keys, so it looks only at the time that an assertion says. */
function proveApplication(world: World, form: URLSearchParams, basic: [string, string] | undefined): void {
  const assertion = form.get('client_assertion')
  if (assertion === null) {
    if ((form.get('client_secret') ?? basic?.[1]) !== sandboxSecret)
      throw refused('invalid_client', "AADSTS7000215: Invalid client secret provided. The sandbox's is 'sandbox'.", 401)
    return
  }
  const claims = form.get('client_assertion_type') === assertionType ? claimsOf(assertion) : undefined
  if (claims === undefined) throw refused('invalid_client', 'AADSTS50027: JWT token is invalid or malformed.', 401)
  if (claims.exp !== undefined && Number(claims.exp) * 1000 <= world.clock().getTime())
    throw refused('invalid_client', 'AADSTS700024: Client assertion is not within its valid time range.', 401)
}

function claimsOf(token: string): JsonObject | undefined {
  const [, payload, signature] = token.split('.')
  if (!payload || !signature) return undefined
  try {
    const claims: unknown = JSON.parse(fromBase64(payload))
    return isObject(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

function tokenReply(world: World, { caller, scope }: SignedIn, form: URLSearchParams, origin: string): TokenReply {
  const asked = scope.split(/\s+/)
  const { tenant } = world
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: issueToken(tenant, caller, world.clock()),
      ...(caller.user === undefined ? {} : { scope: grantedScope(asked, caller) }),
      ...(caller.user !== undefined && asked.includes('offline_access')
        ? { refresh_token: refreshToken(world, caller, scope) }
        : {}),
      ...(asked.includes('openid')
        ? { id_token: issueIdToken(tenant, caller, world.clock(), `${origin}/${tenant.id}/v2.0`) }
        : {}),
      ...(form.get('client_info') === '1' && caller.user !== undefined
        ? { client_info: clientInfo(tenant, caller) }
        : {}),
    },
  }
}

/** Permissions in the way in which they were asked for, with all of them where everything was. */
const grantedScope = (asked: readonly string[], { permissions }: Caller): string =>
  [
    ...asked.filter(word => word !== 'offline_access'),
    ...(asked.some(word => word.endsWith('.default')) ? permissions : []),
  ].join(' ')

/** The application's service principal, which comes into being when it first signs in. */
export function applicationOf(world: World, clientId: string, permissions: readonly string[]): Caller {
  const id = derivedId('client', clientId)
  const known = find(world, servicePrincipals, id)
  const displayName = String(known?.displayName ?? `Client ${clientId}`)
  if (!known) {
    world.store.withoutDelay(() =>
      world.store.put(
        servicePrincipals.store,
        newServicePrincipal({ id, appId: clientId, displayName, roles: [], tenantId: world.tenant.id }),
      ),
    )
  }
  const directoryRoles = roleClaim(known, '0997a1d0-0d1d-4acb-b408-d5ca73121e90')
  return { objectId: id, appId: clientId, displayName, permissions, directoryRoles }
}

function basicCredentials(authorization: string | undefined): [string, string] | undefined {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1]
  if (!encoded) return undefined
  try {
    const [id = '', secret = ''] = fromBase64(encoded).split(':').map(decodeURIComponent)
    return [id, secret]
  } catch {
    return undefined
  }
}
