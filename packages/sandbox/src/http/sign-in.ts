import { derivedId } from '../directory/derived-id.ts'
import { roleClaim } from '../directory/directory-roles.ts'
import { newServicePrincipal } from '../directory/new-objects.ts'
import { servicePrincipals } from '../directory/service-principals.ts'
import { find } from '../entities/kind.ts'
import type { World } from '../world.ts'
import { type Caller, issueToken, tokenLifetime } from './access-tokens.ts'
import { approvedUser, deviceCodeGrant } from './device-code.ts'
import { everyPermission } from './permissions.ts'
import { refused, SignInError, type TokenReply } from './sign-in-error.ts'
import { callerFor, userToSignIn } from './signed-in-user.ts'

/** The one secret that every application has here, and the one password of every user. */
const sandboxSecret = 'sandbox'

/**
 * The token endpoint: client credentials of any application with the secret `sandbox`, any user of the directory with the
 * password `sandbox`, and device codes. The extra field `sandbox_roles` names the application permissions to issue,
 * separated by spaces; without it the token carries all that the sandbox knows.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function signIn(world: World, form: URLSearchParams, authorization: string | undefined): TokenReply {
  try {
    return tokenReply(world, callerOf(world, form, basicCredentials(authorization)))
  } catch (error) {
    if (error instanceof SignInError) return error.reply
    throw error
  }
}

function callerOf(world: World, form: URLSearchParams, basic: [string, string] | undefined): Caller {
  const clientId = form.get('client_id') ?? basic?.[0]
  const grant = form.get('grant_type')
  if (grant !== 'client_credentials' && grant !== 'password' && grant !== deviceCodeGrant)
    throw refused(
      'unsupported_grant_type',
      'AADSTS70003: The sandbox signs in with client_credentials, password and device codes only.',
    )
  if (!clientId)
    throw refused(
      'invalid_request',
      "AADSTS900144: The request body must contain the following parameter: 'client_id'.",
    )
  if (grant === deviceCodeGrant) return approvedUser(world, clientId, form.get('device_code') ?? '')
  const scope = form.get('scope')
  if (!scope)
    throw refused('invalid_request', "AADSTS900144: The request body must contain the following parameter: 'scope'.")
  if (grant === 'password') {
    const user = userToSignIn(world, form.get('username') ?? '')
    if (form.get('password') !== sandboxSecret)
      throw refused('invalid_grant', "AADSTS50126: Invalid username or password. The sandbox's password is 'sandbox'.")
    return callerFor(user, clientId, scope)
  }
  if ((form.get('client_secret') ?? basic?.[1]) !== sandboxSecret)
    throw refused('invalid_client', "AADSTS7000215: Invalid client secret provided. The sandbox's is 'sandbox'.", 401)
  const named = form.get('sandbox_roles')
  return applicationOf(world, clientId, named === null ? everyPermission : named.split(/\s+/).filter(Boolean))
}

function tokenReply(world: World, caller: Caller): TokenReply {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: issueToken(world.tenant, caller, world.clock()),
      ...(caller.user === undefined ? {} : { scope: caller.permissions.join(' ') }),
    },
  }
}

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
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString().split(':').map(decodeURIComponent)
  return [id, secret]
}
