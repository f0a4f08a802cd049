import { bare, fieldDifferences } from '../kinds/compare.ts'
import { kinds } from '../kinds/kinds.ts'
import type { PropertyChange } from '../kinds/property-change.ts'
import type { Matching } from '../match/matching.ts'
import type { TenantObject } from '../model/tenant.ts'

/** One object that is to become as declared. */
export type Change =
  | {
      readonly action: 'create'
      readonly reason: 'declared' | 'replaced' | 'moved'
      readonly object: TenantObject
      readonly changes: readonly PropertyChange[]
    }
  | {
      readonly action: 'update'
      readonly reason: 'differs' | 'renamed'
      readonly object: TenantObject
      readonly live: TenantObject
      readonly changes: readonly PropertyChange[]
    }

/** What has to change for every declared object to be as declared; what already is gives no change. */
export const diff = ({ pairs, missing }: Pick<Matching, 'pairs' | 'missing'>): Change[] => [
  ...missing.map((object): Change => ({ action: 'create', reason: 'declared', object, changes: all(object, 'after') })),
  ...pairs.flatMap(({ desired: object, live, renamed }): Change[] => {
    const changes = fieldDifferences(kinds[object.kind].fields, object.properties, live.properties)
    return changes.length === 0
      ? []
      : [{ action: 'update', reason: renamed ? 'renamed' : 'differs', object, live, changes }]
  }),
]

/** Every property of an object as a change: from nothing, or to nothing. */
export const all = ({ properties }: TenantObject, side: 'before' | 'after'): PropertyChange[] =>
  Object.entries(properties).map(([path, value]) => ({ path, [side]: bare(value) }))
