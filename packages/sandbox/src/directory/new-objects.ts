import type { Doc, JsonObject } from '../json.ts'
import { derivedId } from './derived-id.ts'

/** A group's sort: what decides whether and how entitlement management can hand it out. */
export type GroupKind = 'security' | 'microsoft365' | 'dynamic' | 'synced'

export interface NewUser {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly mail: string | null
  readonly userType: 'Member' | 'Guest'
  readonly accountEnabled?: boolean
  readonly createdDateTime: string
}

export function newUser(user: NewUser): Doc {
  return {
    $type: 'user',
    id: user.id,
    deletedDateTime: null,
    accountEnabled: user.accountEnabled ?? true,
    companyName: null,
    createdDateTime: user.createdDateTime,
    department: null,
    displayName: user.displayName,
    employeeId: null,
    employeeType: null,
    externalUserState: user.userType === 'Guest' ? 'Accepted' : null,
    givenName: null,
    jobTitle: null,
    mail: user.mail,
    surname: null,
    userPrincipalName: user.userPrincipalName,
    userType: user.userType,
  }
}

export interface NewGroup {
  readonly id: string
  readonly displayName: string
  readonly kind: GroupKind
  readonly mailNickname: string
  readonly domain: string
  readonly createdDateTime: string
}

export function newGroup(group: NewGroup): Doc {
  const unified = group.kind === 'microsoft365'
  const dynamic = group.kind === 'dynamic'
  return {
    $type: 'group',
    id: group.id,
    deletedDateTime: null,
    createdDateTime: group.createdDateTime,
    description: null,
    displayName: group.displayName,
    groupTypes: unified ? ['Unified'] : dynamic ? ['DynamicMembership'] : [],
    isAssignableToRole: null,
    mail: unified ? `${group.mailNickname}@${group.domain}` : null,
    mailEnabled: unified,
    mailNickname: group.mailNickname,
    membershipRule: dynamic ? '(user.accountEnabled -eq true)' : null,
    membershipRuleProcessingState: dynamic ? 'On' : null,
    onPremisesSyncEnabled: group.kind === 'synced' ? true : null,
    securityEnabled: !unified,
    uniqueName: null,
    visibility: unified ? 'Private' : null,
  }
}

export interface NewServicePrincipal {
  readonly id: string
  readonly appId: string
  readonly displayName: string
  readonly roles: readonly string[]
  readonly tenantId: string
}

export function newServicePrincipal(app: NewServicePrincipal): Doc {
  const appRoles = app.roles.map(
    (role): JsonObject => ({
      allowedMemberTypes: ['User'],
      description: role,
      displayName: role,
      id: derivedId('appRole', `${app.id}:${role}`),
      isEnabled: true,
      origin: 'Application',
      value: role.replaceAll(/[^\w.-]+/g, '.'),
    }),
  )
  return {
    $type: 'servicePrincipal',
    id: app.id,
    deletedDateTime: null,
    accountEnabled: true,
    appDisplayName: app.displayName,
    appId: app.appId,
    appOwnerOrganizationId: app.tenantId,
    appRoleAssignmentRequired: true,
    appRoles,
    displayName: app.displayName,
    servicePrincipalNames: [app.appId],
    servicePrincipalType: 'Application',
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
  }
}

export interface NewSite {
  readonly webUrl: string
  readonly displayName: string
  readonly roles: readonly string[]
  readonly createdDateTime: string
}

export function newSite(site: NewSite): Doc {
  const url = new URL(site.webUrl)
  return {
    $type: 'site',
    id: `${url.hostname},${derivedId('siteCollection', site.webUrl)},${derivedId('web', site.webUrl)}`,
    createdDateTime: site.createdDateTime,
    description: null,
    displayName: site.displayName,
    isPersonalSite: false,
    lastModifiedDateTime: site.createdDateTime,
    name: decodeURIComponent(url.pathname.split('/').at(-1) || 'root'),
    root: {},
    siteCollection: { hostname: url.hostname },
    webUrl: site.webUrl,
    $roles: [...site.roles],
  }
}
