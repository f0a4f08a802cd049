import { fold } from '../kinds/fold.ts'
import type { JsonObject } from '../model/json.ts'
import type { DirectoryKind } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { defaultLimit, type NameQuery, nameRequest } from './name-request.ts'
import { isObject, objectsIn, pageOf, type ReadFailure, textOf } from './source.ts'

/** A name that the directory has. */
export interface SuggestedName {
  /** As the sources write it: a user principal name, a display name, the address of a site. */
  readonly name: string
  /** What people call it. */
  readonly label: string
  /** What tells it apart: a mail address, an application's id, a role's value; empty where there is nothing. */
  readonly detail: string
  /** What it is, where the directory tells: `Microsoft 365 group`. */
  readonly about: string
  /** The object's id; empty for a role. */
  readonly id: string
  /** Another one has the same name, so that the name alone does not say which is meant. */
  readonly shared: boolean
}

export type SuggestedNames =
  | {
      readonly names: readonly SuggestedName[]
      /** There are no others that fit. */
      readonly complete: boolean
    }
  | { readonly failure: ReadFailure }

/** Names of the directory that go on with what is typed, from one request. @throws {TransportError} {NotSentError} as the transport does */
export async function suggestNames(
  transport: HttpTransport,
  query: NameQuery,
  signal?: AbortSignal,
): Promise<SuggestedNames> {
  const page = pageOf(await transport.send(nameRequest(query), signal))
  if ('failure' in page) return page
  const { kind, limit = defaultLimit } = query
  const found = kind === 'role' ? rolesIn(page.items, query.prefix) : page.items.flatMap(item => named(kind, item))
  const names = distinct(found)
  return { names: names.slice(0, limit), complete: names.length <= limit && !page.more }
}

type Named = Omit<SuggestedName, 'shared'>

const named = (kind: DirectoryKind, item: JsonObject): Named[] => {
  const id = textOf(item.id)
  const displayName = textOf(item.displayName)
  const mail = textOf(item.mail)
  switch (kind) {
    case 'user': {
      const name = textOf(item.userPrincipalName)
      const other = mail !== '' && fold(mail) !== fold(name) ? mail : ''
      return name === '' ? [] : [{ name, label: displayName || name, detail: name, about: other, id }]
    }
    case 'group':
      return displayName === ''
        ? []
        : [{ name: displayName, label: displayName, detail: mail, about: sortOf(item), id }]
    case 'servicePrincipal':
      return displayName === ''
        ? []
        : [{ name: displayName, label: displayName, detail: textOf(item.appId), about: '', id }]
    case 'site': {
      const name = textOf(item.webUrl)
      return name === ''
        ? []
        : [{ name, label: displayName || textOf(item.name) || name, detail: name, about: '', id: name }]
    }
  }
}

/** https://learn.microsoft.com/graph/api/resources/groups-overview */
const sortOf = ({ groupTypes, securityEnabled, onPremisesSyncEnabled }: JsonObject): string => {
  const types = Array.isArray(groupTypes) ? groupTypes : []
  const sort = types.includes('Unified')
    ? 'Microsoft 365 group'
    : securityEnabled === false
      ? 'distribution list'
      : 'security group'
  const dynamic = types.includes('DynamicMembership') ? ', its members follow a rule' : ''
  return `${sort}${dynamic}${onPremisesSyncEnabled === true ? ', synchronized from on-premises' : ''}`
}

/**
 * Roles that people can have, where what is typed stands in their names; an application without any has one that entitlement management calls
 * `Default Access`. https://learn.microsoft.com/graph/api/resources/approle
 */
const rolesIn = (apps: readonly JsonObject[], prefix: string): Named[] =>
  apps.flatMap(({ appRoles }) => {
    const all = objectsIn(appRoles)
    const roles = all.filter(
      ({ isEnabled, allowedMemberTypes }) =>
        isEnabled !== false && (!Array.isArray(allowedMemberTypes) || allowedMemberTypes.includes('User')),
    )
    const offered = all.length === 0 ? [{ displayName: 'Default Access' }] : roles
    return offered.filter(isObject).flatMap((role): Named[] => {
      const name = textOf(role.displayName)
      if (name === '' || !fold(name).includes(fold(prefix.trim()))) return []
      return [{ name, label: name, detail: textOf(role.value), about: textOf(role.description), id: '' }]
    })
  })

/** Each once, by name; those that share theirs say so, and are told apart by their ids where they have nothing else. */
const distinct = (all: readonly Named[]): SuggestedName[] => {
  const once = [...new Map(all.map(each => [`${fold(each.name)} ${each.id}`, each])).values()]
  const counts = new Map<string, number>()
  for (const { name } of once) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1)
  return once
    .map(each => {
      const shared = (counts.get(fold(each.name)) ?? 0) > 1
      return { ...each, detail: each.detail === '' && shared ? each.id : each.detail, shared }
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en') || a.detail.localeCompare(b.detail, 'en'))
}
