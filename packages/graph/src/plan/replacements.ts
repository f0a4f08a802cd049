import { kinds } from '../kinds/kinds.ts'
import type { Matching } from '../match/matching.ts'
import { isRef, type Tenant, type TenantObject, type Value } from '../model/tenant.ts'

/**
 * Live objects in whose place another one is declared that they can't become, each with that one. What a policy goes on using, because
 * the sources say nothing of that policy, stays.
 */
export function replacements(
  { unmanaged, missing, pairs, addresses }: Matching,
  live: Tenant,
  prune: boolean,
): ReadonlyMap<TenantObject, TenantObject> {
  const said = new Set([...pairs.map(pair => pair.live), ...(prune ? unmanaged : [])])
  const used = new Set(
    live.objects.filter(object => !said.has(object)).flatMap(({ properties }) => idsIn(properties as Value)),
  )
  return new Map(
    unmanaged.flatMap(old => {
      if (old.id === undefined || used.has(old.id)) return []
      const successor = missing.find(
        each =>
          each.kind === old.kind &&
          addresses.get(each.parent ?? '') === old.parent &&
          kinds[each.kind].replaces?.(each, old) === true,
      )
      return successor === undefined ? [] : [[old, successor] as const]
    }),
  )
}

const idsIn = (value: Value): readonly string[] => {
  if (isRef(value)) return value.id === undefined ? [] : [value.id]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(idsIn)
}
