import type * as ast from '../generated/ast.ts'
import { propertyRange } from '../syntax/range.ts'
import type { Directory } from './directory.ts'
import type { OrganizationElement, Requestable } from './program.ts'

/** Who may request; undefined where the statement is broken. */
export const requestableOf = (
  who: ast.Who | undefined,
  directory: Directory,
  organizationOf: (node: ast.Organization) => OrganizationElement | undefined,
): Requestable | undefined => {
  if (who === undefined) return undefined
  switch (who.$type) {
    case 'NoOne':
      return { who: 'no one' }
    case 'AnyMember':
      return { who: 'any member' }
    case 'AnyUser':
      return { who: 'any user' }
    case 'AnyConnectedOrganization':
      return { who: 'any connected organization' }
    case 'AnyExternalUser':
      return { who: 'any external user' }
    case 'AnyServicePrincipal':
      return { who: 'any service principal' }
    case 'AnyAgentIdentity':
      return { who: 'any agent identity' }
    case 'TheseApps':
      return { who: 'apps', objects: directory.uses(who.objects, 'servicePrincipal') }
    case 'TheseObjects':
      return { who: 'objects', objects: directory.uses(who.objects) }
    default:
      return {
        who: 'users from',
        organizations: who.organizations.flatMap(({ ref }, index) => {
          const organization = ref === undefined ? undefined : organizationOf(ref)
          return organization === undefined ? [] : [{ organization, range: propertyRange(who, 'organizations', index) }]
        }),
      }
  }
}
