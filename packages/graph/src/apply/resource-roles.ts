import type { JsonObject } from '../model/json.ts'
import { type Address, segmentsOf } from '../model/tenant.ts'
import type { Placeholder } from '../plan/plan.ts'
import { ask, itemsOf } from './ask.ts'
import { Unfilled } from './fill.ts'
import type { Send } from './send.ts'

export type RolePlaceholder = Extract<Placeholder, { readonly role: string }>

export const isRolePlaceholder = (placeholder: Placeholder): placeholder is RolePlaceholder => 'role' in placeholder

/** What a catalog knows of one of its resources: the resource itself, its root scope, and the roles it offers. */
interface Offer {
  readonly resource: JsonObject
  readonly roles: readonly JsonObject[]
}

/** The id that Graph shows for a role that no access package has used yet; such a role is named by its origin alone. */
const unused = '00000000-0000-0000-0000-000000000000'
const em = '/identityGovernance/entitlementManagement'
const looks = 8

export interface RoleDirectory {
  /** Reads what these placeholders need, as far as it isn't known yet, waiting a bounded time for what isn't there yet. */
  load(placeholders: readonly RolePlaceholder[]): Promise<void>
  /** The part of the role; undefined where the request leaves it out. @throws {Unfilled} naming the roles there are. */
  part(placeholder: RolePlaceholder): string | undefined
}

export interface RoleMeans {
  readonly send: Send
  readonly idOf: (address: Address) => string | undefined
  /** Waits before the nth new look; false where the deployment was cancelled meanwhile. */
  readonly wait: (attempt: number) => Promise<boolean>
}

/**
 * The roles and scopes of catalog resources, read once each. Roles come from the catalog, since those of applications
 * are listed nowhere else. https://learn.microsoft.com/graph/api/accesspackagecatalog-list-resourceroles
 */
export function roleDirectory({ send, idOf, wait }: RoleMeans): RoleDirectory {
  const offers = new Map<Address, Offer>()

  const readResources = async (catalogs: readonly string[]) => {
    const answers = await ask(
      send,
      catalogs.map(id => `${em}/catalogs/${id}/resources?$expand=scopes`),
    )
    const lists = await Promise.all(answers.map(answer => itemsOf(send, answer)))
    return new Map(lists.flat().flatMap(item => (typeof item?.id === 'string' ? [[item.id, item] as const] : [])))
  }

  const readRoles = async (wanted: readonly { address: Address; catalog: string; resource: JsonObject }[]) => {
    const answers = await ask(
      send,
      wanted.map(({ catalog, resource }) => {
        const filter = `(originSystem eq '${text(resource.originSystem)}' and resource/id eq '${text(resource.id)}')`
        return `${em}/catalogs/${catalog}/resourceRoles?$filter=${encodeURIComponent(filter)}&$expand=resource`
      }),
    )
    for (const [index, { address, resource }] of wanted.entries()) {
      const answer = answers[index]
      const roles = answer === undefined ? undefined : await itemsOf(send, answer)
      if (roles !== undefined && roles.length > 0) offers.set(address, { resource, roles })
    }
  }

  return {
    async load(placeholders) {
      for (let attempt = 0; attempt < looks; attempt += 1) {
        const missing = new Map(
          placeholders.flatMap(({ resource, catalog }) => {
            const [catalogId, resourceId] = [idOf(catalog), idOf(resource)]
            return offers.has(resource) || catalogId === undefined || resourceId === undefined
              ? []
              : [[resource, { catalogId, resourceId }] as const]
          }),
        )
        if (missing.size === 0) return
        if (attempt > 0 && !(await wait(attempt))) return
        const there = await readResources([...new Set([...missing.values()].map(({ catalogId }) => catalogId))])
        await readRoles(
          [...missing].flatMap(([address, { catalogId, resourceId }]) => {
            const resource = there.get(resourceId)
            return resource === undefined ? [] : [{ address, catalog: catalogId, resource }]
          }),
        )
      }
    },
    part(placeholder) {
      const offer = offers.get(placeholder.resource)
      if (offer === undefined)
        throw new Unfilled(
          `${nameOf(placeholder.resource)} is not in ${nameOf(placeholder.catalog)} yet, or its roles can't be read`,
          'Wait some minutes and run entitle deploy again: it goes on from here.',
        )
      return partOf(placeholder, offer)
    },
  }
}

function partOf({ role: name, part, resource }: RolePlaceholder, offer: Offer): string | undefined {
  const scopes = Array.isArray(offer.resource.scopes) ? (offer.resource.scopes as readonly JsonObject[]) : []
  const scope = scopes.find(each => each.isRootScope === true) ?? scopes[0]
  if (part === 'resourceId') return text(offer.resource.id)
  if (part === 'scopeId') return text(scope?.id)
  if (part === 'scopeOriginId') return text(scope?.originId) ?? text(offer.resource.originId)
  const role = roleNamed(name, offer.roles)
  if (role === undefined) {
    const offered = offer.roles.map(each => `'${text(each.displayName) ?? ''}'`).sort()
    throw new Unfilled(
      `${nameOf(resource)} has no role '${name}'; it has ${offered.join(', ')}`,
      'Name one of these roles in the sources.',
    )
  }
  if (part === 'roleOriginId') return text(role.originId)
  return role.id === unused ? undefined : text(role.id)
}

/** By exact name, else by the only one that differs in case. */
function roleNamed(name: string, roles: readonly JsonObject[]): JsonObject | undefined {
  const same = roles.filter(role => text(role.displayName)?.toLowerCase() === name.toLowerCase())
  return same.find(role => role.displayName === name) ?? (same.length === 1 ? same[0] : undefined)
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const nameOf = (address: Address): string => segmentsOf(address).at(-1)?.name ?? address
