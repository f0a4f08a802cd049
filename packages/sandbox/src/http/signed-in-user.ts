import { derivedId } from '../directory/derived-id.ts'
import { roleClaim } from '../directory/directory-roles.ts'
import { newUser } from '../directory/new-objects.ts'
import { findUser, users } from '../directory/users.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import type { Caller } from './access-tokens.ts'
import { everyScope } from './permissions.ts'
import { refused } from './sign-in-error.ts'

/**
 * The user of the directory who signs in. `admin@` the tenant's domain, a Global Administrator, comes into being on first
 * use; nobody else does.
 */
export function userToSignIn(world: World, name: string): Doc {
  const known = findUser(world, name)
  if (known?.accountEnabled === false) throw refused('invalid_grant', 'AADSTS50057: The user account is disabled.')
  if (known) return known
  const { domain } = world.tenant
  if (name.toLowerCase() !== `admin@${domain}`.toLowerCase())
    throw refused('invalid_grant', `AADSTS50034: The user account ${name} does not exist in the ${domain} directory.`)
  const admin: Doc = {
    ...newUser({
      id: derivedId('user', `admin@${domain}`),
      userPrincipalName: `admin@${domain}`,
      displayName: 'Sandbox Administrator',
      mail: `admin@${domain}`,
      userType: 'Member',
      createdDateTime: world.now(),
    }),
    $directoryRoles: ['Global Administrator'],
  }
  world.store.withoutDelay(() => world.store.put(users.store, admin))
  return admin
}

/** The user's token as an application asked for it: the scopes it names, or with `.default` all that the sandbox knows. */
export function callerFor(user: Doc, clientId: string, scope: string): Caller {
  const named = scope.split(/\s+/).map(word => word.slice(word.lastIndexOf('/') + 1))
  const granted = named.includes('.default') ? everyScope : named.filter(word => /\.|^EntitlementMgmt-/.test(word))
  return {
    objectId: user.id,
    appId: clientId,
    displayName: String(user.displayName),
    permissions: granted,
    user: String(user.userPrincipalName),
    directoryRoles: roleClaim(user, 'b79fbf4d-3ef9-4689-8143-76b194e85509'),
  }
}
