import { find } from '../entities/kind.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { derivedId } from './derived-id.ts'
import { groups } from './groups.ts'
import { keepLicences, type LicenceName } from './licences.ts'
import { type GroupKind, newGroup, newServicePrincipal, newSite, newUser } from './new-objects.ts'
import { servicePrincipals } from './service-principals.ts'
import { sites } from './sites.ts'
import { users } from './users.ts'

/** The directory objects a rehearsal refers to. Ids follow from the names unless given. */
export interface DirectorySeed {
  users?: readonly {
    userPrincipalName: string
    id?: string
    displayName?: string
    mail?: string
    /** Default `Member`. */
    userType?: 'Member' | 'Guest'
    /** Default true; whoever is not enabled can't sign in. */
    accountEnabled?: boolean
    /** User principal name of the manager, who must be in the directory or in this seed. */
    managerUpn?: string
    /** User principal names of a guest's sponsors. */
    sponsorUpns?: readonly string[]
    /** Directory roles such as `Global Administrator` or `Security Reader`; without any, a user governs nothing. */
    roles?: readonly string[]
  }[]
  groups?: readonly {
    displayName: string
    id?: string
    /** Default `security`. A `synced` group comes from on-premises Active Directory and can't be a resource. */
    kind?: GroupKind
    mailNickname?: string
    /** User principal names of the members; where they are not told, anyone is taken for a member. */
    members?: readonly string[]
    owners?: readonly string[]
  }[]
  /** Applications (service principals) with the names of their app roles. */
  apps?: readonly { displayName: string; roles?: readonly string[] }[]
  /** SharePoint Online sites with the names of their roles; default owners, visitors and members. */
  sites?: readonly { webUrl: string; displayName?: string; roles?: readonly string[] }[]
  /** The licences that the tenant has from now on; at first it has all. */
  licences?: readonly LicenceName[]
}

/** Adds what is missing from the directory; what is there already stays as it is. */
export function seedDirectory(world: World, seed: DirectorySeed): void {
  const { store, tenant } = world
  const createdDateTime = world.now()
  const add = (kind: typeof users, doc: Doc) => {
    if (!find(world, kind, doc.id)) store.put(kind.store, doc)
  }
  if (seed.licences) keepLicences(world, seed.licences)
  store.withoutDelay(() =>
    store.transaction(() => {
      for (const user of seed.users ?? []) {
        const { userPrincipalName, managerUpn, sponsorUpns, roles, userType = 'Member', accountEnabled = true } = user
        const displayName = user.displayName ?? nameFrom(userPrincipalName)
        const doc = newUser({
          id: user.id?.toLowerCase() ?? userId(userPrincipalName),
          userPrincipalName,
          displayName,
          mail: user.mail ?? userPrincipalName,
          userType,
          accountEnabled,
          createdDateTime,
        })
        add(users, {
          ...doc,
          ...(managerUpn ? { $manager: userId(managerUpn) } : {}),
          ...(sponsorUpns ? { $sponsors: sponsorUpns.map(userId) } : {}),
          ...(roles ? { $directoryRoles: [...roles] } : {}),
        })
      }
      for (const { displayName, kind = 'security', ...group } of seed.groups ?? []) {
        const mailNickname = group.mailNickname ?? displayName.replaceAll(/[^A-Za-z0-9]+/g, '')
        const id = group.id?.toLowerCase() ?? derivedId('group', displayName)
        add(groups, {
          ...newGroup({ id, displayName, kind, mailNickname, domain: tenant.domain, createdDateTime }),
          ...(group.members ? { $members: group.members.map(userId) } : {}),
          ...(group.owners ? { $owners: group.owners.map(userId) } : {}),
        })
      }
      for (const { displayName, roles = [] } of seed.apps ?? []) {
        const id = derivedId('servicePrincipal', displayName)
        add(
          servicePrincipals,
          newServicePrincipal({
            id,
            appId: derivedId('application', displayName),
            displayName,
            roles,
            tenantId: tenant.id,
          }),
        )
      }
      for (const { webUrl, displayName = lastWord(webUrl), roles } of seed.sites ?? []) {
        const names = roles ?? [`${displayName} Owners`, `${displayName} Visitors`, `${displayName} Members`]
        add(sites, newSite({ webUrl, displayName, roles: names, createdDateTime }))
      }
    }),
  )
}

const userId = (userPrincipalName: string) => derivedId('user', userPrincipalName)

/** `ada.lovelace@contoso.com` → `Ada Lovelace`. */
function nameFrom(userPrincipalName: string): string {
  const words = String(userPrincipalName.split('@')[0]).split(/[._-]+/)
  return words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

function lastWord(webUrl: string): string {
  const { hostname, pathname } = new URL(webUrl)
  return decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? hostname)
}
