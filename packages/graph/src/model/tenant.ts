import type { SourceRange } from './finding.ts'
import type { JsonObject } from './json.ts'

/** The sorts of objects that Entitle reads, compares and writes, in the order in which they are written. */
export const kindNames = [
  'settings',
  'connected-organization',
  'sponsor',
  'catalog',
  'catalog-role',
  'catalog-resource',
  'custom-workflow-extension',
  'access-package',
  'resource-role-scope',
  'assignment-policy',
  'incompatible-package',
  'incompatible-group',
  'assignment',
  'access-review',
] as const
export type KindName = (typeof kindNames)[number]

/** Directory objects: they exist in the directory; Entitle refers to them and never writes them. */
export const directoryKinds = ['user', 'group', 'servicePrincipal', 'site'] as const
export type DirectoryKind = (typeof directoryKinds)[number]

/**
 * An address names an object by display names from the outermost parent inwards:
 * `catalog/Partner collaboration/access-package/Alpine/assignment-policy/Suppliers`. `/` and `%` inside names are percent-encoded.
 * Objects of one parent that share a display name have their ids behind it: `access-package/Alpine (6f3c…)`.
 */
export type Address = string

/**
 * A reference inside an object's properties, where Graph has an id.
 * From the sources it has a name (user principal name, display name, site URL) and sometimes a pinned id;
 * from a tenant it has an id and, where it could be read, a name. `address` is set for references to objects of {@link kindNames}.
 */
export interface Ref {
  readonly $ref: DirectoryKind | KindName
  readonly name: string
  readonly id?: string
  readonly address?: Address
  /** Somebody whom the directory doesn't know yet, called by e-mail address: the write that names them invites them. */
  readonly invited?: true
}

/** A property's value: JSON in Graph's own words, with {@link Ref} in the places of ids. */
export type Value = null | boolean | number | string | Ref | readonly Value[] | { readonly [key: string]: Value }

export type Properties = { readonly [key: string]: Value }

/** Where in the sources an object and its properties were declared. */
export interface Origin {
  readonly range: SourceRange
  /** By property path, e.g. `expiration` or `requestApprovalSettings/stages`. */
  readonly properties?: { readonly [path: string]: SourceRange }
}

/**
 * One object of a tenant, desired or live, in the same normal form.
 * A desired object's `properties` are a pattern: only what they mention is compared and written; what they don't mention is kept as it is.
 */
export interface TenantObject {
  readonly kind: KindName
  readonly address: Address
  readonly parent?: Address
  /** The display name, or what stands for one (a resource's name, a principal's name). */
  readonly name: string
  /** The live object's id; in a desired object the id that the sources pin. */
  readonly id?: string
  /** Display names under which the object may still live (desired only). */
  readonly formerly?: readonly string[]
  readonly properties: Properties
  /**
   * What is written where the live object has nothing in that place: when the object, or the part of it that holds the property, is
   * created (desired only). Never compared: a review whose start the sources leave open starts on the day it is first deployed, and stays so.
   */
  readonly defaults?: Properties
  readonly origin?: Origin
  /** Everything that was read, unknown properties included, to be written back by PUT (live only). */
  readonly raw?: JsonObject
}

/** Everything that a workspace declares, or that was read of a live tenant. Parents stand before their children. */
export interface Tenant {
  readonly objects: readonly TenantObject[]
}

export type Cloud = 'global' | 'usgov' | 'usgov-dod' | 'china'

/** Which tenant: as the sources' `tenant` declaration says. `id` or `domain` is what one signs in to. */
export interface TenantIdentity {
  /** The declaration's name. */
  readonly name: string
  readonly displayName: string
  readonly id?: string
  readonly domain?: string
  readonly cloud: Cloud
  readonly protected: boolean
}

export const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && '$ref' in value

const escaped = (name: string) => name.replaceAll('%', '%25').replaceAll('/', '%2F')

/** The address of an object of `kind` called `name` inside `parent`. */
export const addressOf = (kind: KindName, name: string, parent?: Address): Address =>
  `${parent === undefined ? '' : `${parent}/`}${kind}/${escaped(name)}`

/** The names in an address from the outermost inwards, with their kinds. */
export const segmentsOf = (address: Address): readonly { readonly kind: KindName; readonly name: string }[] => {
  const parts = address.split('/')
  const segments = []
  for (let i = 0; i + 1 < parts.length; i += 2)
    segments.push({
      kind: parts[i] as KindName,
      name: (parts[i + 1] ?? '').replaceAll('%2F', '/').replaceAll('%25', '%'),
    })
  return segments
}
