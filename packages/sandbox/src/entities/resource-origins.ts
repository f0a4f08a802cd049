import { groups } from '../directory/groups.ts'
import { servicePrincipals } from '../directory/service-principals.ts'
import { findSiteByUrl } from '../directory/sites.ts'
import { GraphError, invalidModel } from '../http/graph-error.ts'
import { type Doc, objectsIn } from '../json.ts'
import type { World } from '../world.ts'
import { find } from './kind.ts'

/** A role that an origin offers, before entitlement management has given it an id. */
export interface OfferedRole {
  readonly originId: string
  readonly displayName: string
  readonly description: string | null
}

/** What stands behind a resource in its own system. */
export interface Origin {
  readonly originId: string
  readonly originSystem: string
  readonly displayName: string
  readonly description: string | null
  readonly roles: readonly OfferedRole[]
  /** The application permission that lets an application add such a resource. */
  readonly ownership: string
}

/** Finds the group, application or site of a resource. Unknown ones are 404, ones that can't be governed 400. */
export function findOrigin(world: World, originSystem: string, originId: string): Origin {
  switch (originSystem) {
    case 'AadGroup':
      return groupOrigin(known(find(world, groups, originId.toLowerCase()), originId))
    case 'AadApplication':
      return applicationOrigin(known(find(world, servicePrincipals, originId.toLowerCase()), originId))
    case 'SharePointOnline':
      return siteOrigin(known(findSiteByUrl(world, originId), originId))
    default:
      throw new GraphError(
        501,
        'NotImplemented',
        `The sandbox does not do resources of the origin system '${originSystem}'; Microsoft Graph may.`,
      )
  }
}

function known(doc: Doc | undefined, originId: string): Doc {
  if (doc) return doc
  throw new GraphError(
    404,
    'ResourceNotFoundInOriginSystem',
    `The resource '${originId}' was not found in its origin system.`,
  )
}

function groupOrigin(group: Doc): Origin {
  const name = String(group.displayName)
  if (group.onPremisesSyncEnabled === true) {
    throw invalidModel(
      `The model is invalid. The group: ${name} is synchronized from on-premises and can not be a resource.`,
    )
  }
  if (group.mailEnabled === true && !hasType(group, 'Unified')) {
    throw invalidModel(
      `The model is invalid. The group: ${name} is a mail-enabled group of Exchange and can not be a resource.`,
    )
  }
  const owner = { originId: `Owner_${group.id}`, displayName: 'Owner', description: null }
  const member = { originId: `Member_${group.id}`, displayName: 'Member', description: null }
  const roles = hasType(group, 'DynamicMembership') ? [owner] : [owner, member]
  return { ...named(group), originId: group.id, originSystem: 'AadGroup', roles, ownership: 'Group.ReadWrite.All' }
}

const hasType = (group: Doc, type: string) => Array.isArray(group.groupTypes) && group.groupTypes.includes(type)

function applicationOrigin(app: Doc): Origin {
  const appRoles = objectsIn(app.appRoles).map(role => ({
    originId: String(role.id),
    displayName: String(role.displayName),
    description: typeof role.description === 'string' ? role.description : null,
  }))
  const byDefault = {
    originId: '00000000-0000-0000-0000-000000000000',
    displayName: 'Default Access',
    description: null,
  }
  const roles = appRoles.length > 0 ? appRoles : [byDefault]
  return {
    ...named(app),
    originId: app.id,
    originSystem: 'AadApplication',
    roles,
    ownership: 'Application.ReadWrite.All',
  }
}

/** SharePoint numbers the groups of a site; the first three are its owners, visitors and members. */
function siteOrigin(site: Doc): Origin {
  const names = Array.isArray(site.$roles) ? site.$roles.map(String) : []
  const roles = names.map((displayName, index) => ({ originId: String(index + 3), displayName, description: null }))
  return {
    ...named(site),
    originId: String(site.webUrl),
    originSystem: 'SharePointOnline',
    roles,
    ownership: 'Sites.FullControl.All',
  }
}

const named = (doc: Doc) => ({
  displayName: String(doc.displayName),
  description: typeof doc.description === 'string' ? doc.description : null,
})
