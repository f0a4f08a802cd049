import type { Address, KindName, TenantObject } from '@entitle/graph'
import type { Sentence } from './sentence.ts'

/** What printing one object needs to know of the others. */
export interface Surroundings {
  /** The name that an organization, catalog, package or policy is declared by; undefined for what isn't printed. */
  readonly nameOf: (address: Address) => string | undefined
  /** The object that an object lies in. */
  readonly parentOf: (address: Address) => Address | undefined
  /** The objects of one kind in a parent, in order. */
  readonly children: (parent: Address, kind: KindName) => readonly TenantObject[]
  /** Another object of the kind in the same parent has the same display name. */
  readonly hasNamesake: (object: TenantObject) => boolean
  /** Statements that the object's declaration is to have besides those that the tenant knows of. */
  readonly also: (address: Address) => readonly Sentence[]
}

/** The object was read from a tenant; otherwise the sources declare it. */
export const isLive = ({ raw }: TenantObject): boolean => raw !== undefined
