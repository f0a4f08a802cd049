import { type Address, type KindName, match, type SourceRange, type Tenant } from '@entitle/graph'
import type { LiveTenant } from './live-tenant.ts'

/** Kinds whose declarations rules look at; the settings stand for the tenant and need no finding. */
export const elementKinds: ReadonlySet<KindName> = new Set([
  'connected-organization',
  'catalog',
  'access-package',
  'assignment-policy',
  'access-review',
])

/**
 * The live objects of the elements that lowering made `desired` of, by the place of the element. They are told by their names alone: a policy
 * whose approver is not in the directory is still that policy.
 */
export const liveAddresses = (
  desired: Tenant,
  { tenant }: LiveTenant,
): ((element: { readonly range: SourceRange }) => Address | undefined) => {
  const elements = desired.objects.filter(({ kind }) => elementKinds.has(kind))
  const named = elements.map(({ properties: { displayName }, ...object }) => ({
    ...object,
    properties: displayName === undefined ? {} : { displayName },
  }))
  const { addresses } = match({ objects: named }, tenant)
  const places = new Map(
    elements.flatMap(({ address, origin }) => {
      const there = addresses.get(address)
      return origin === undefined || there === undefined ? [] : [[keyOf(origin.range), there]]
    }),
  )
  return ({ range }) => places.get(keyOf(range))
}

const keyOf = ({ uri, start }: SourceRange): string => `${uri} ${start.line} ${start.character}`
