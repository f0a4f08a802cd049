import { outermost, parentOf } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import type { Address, Tenant, TenantObject, Value } from '../model/tenant.ts'
import { refsIn } from './name-refs.ts'

/** The catalogs of a desired tenant that have one of these display names; several where twins share one. */
export const catalogsCalled = ({ objects }: Tenant, names: readonly string[]): readonly TenantObject[] => {
  const folded = new Set(names.map(fold))
  return objects.filter(({ kind, name }) => kind === 'catalog' && folded.has(fold(name)))
}

/** Whether an object lies in one of some catalogs, or is one; addresses are compared as Graph compares names. */
export const liesIn = (catalogs: readonly TenantObject[]): ((object: { readonly address: Address }) => boolean) => {
  const addresses = new Set(catalogs.map(({ address }) => fold(address)))
  return ({ address }) => addresses.has(fold(outermost(address)))
}

/**
 * What of a desired tenant must be compared to know how some of its catalogs stand: all that lies in them, the organizations that they name
 * (without their sponsors), and the packages of other catalogs that they exclude, with those catalogs.
 */
export const partOf = ({ objects }: Tenant, catalogs: readonly TenantObject[]): Tenant => {
  const isInside = liesIn(catalogs)
  const named = new Set(
    objects
      .filter(isInside)
      .flatMap(({ properties }) => refsIn(properties as Value))
      .flatMap(({ address }) => (address === undefined ? [] : [address, parentOf(address)])),
  )
  return { objects: objects.filter(object => isInside(object) || named.has(object.address)) }
}
