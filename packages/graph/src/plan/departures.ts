import type { Matching } from '../match/matching.ts'
import type { Finding } from '../model/finding.ts'
import { isRef, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Held } from '../read/assignments.ts'
import type { Move } from './moves.ts'
import { hasAssignments, notMoved } from './plan-findings.ts'
import { type Reassignment, reassigned } from './reassignment.ts'

export interface DepartureInput {
  readonly desired: Tenant
  readonly matching: Matching
  /** Live objects in whose place others are made, each with that one. */
  readonly replaced: ReadonlyMap<TenantObject, TenantObject>
  /** Live addresses of resources that declared grants need. */
  readonly inUse: ReadonlySet<string>
  readonly prune: boolean
  /** What goes was made by a deployment that is undone. */
  readonly undoing: boolean
  readonly assignments: Held | undefined
  readonly endAssignments: boolean
  /** Where those go who would lose access; undefined: nowhere. */
  readonly reassign: Reassignment | undefined
  /** People who are moved because the sources say so. */
  readonly moves: readonly Move[]
}

/** A live object that is deleted, and the assignments that are ended for it. */
export interface Departure {
  readonly object: TenantObject
  readonly reason: 'pruned' | 'undone' | 'replaced'
  readonly ended: readonly TenantObject[]
}

/** Which live objects go, who loses access by it, and what stays because somebody would. */
export function departures(input: DepartureInput): {
  readonly leaving: readonly Departure[]
  /** People who go to the policy of `reassign`. */
  readonly moves: readonly Move[]
  readonly findings: readonly Finding[]
} {
  const { desired, matching, replaced, inUse, prune, undoing, assignments, endAssignments } = input
  const moved = new Set(input.moves.map(({ from }) => from.id))
  // Assignments that go anyway keep nothing from being deleted.
  const going = matching.unmanaged.flatMap(({ kind, id }) => (kind === 'assignment' ? [id] : []))
  const moving = new Set([...moved, ...going])
  const reassign = input.reassign && lasting(input.reassign, input)
  const moves: Move[] = []
  const settled = new Set<string>()
  const leaving: Departure[] = []
  const findings: Finding[] = []
  for (const object of matching.unmanaged) {
    if ((!prune && !replaced.has(object)) || (object.kind === 'assignment' && moved.has(object.id))) continue
    const held = givesAccess(object) ? assignments?.get(object.address) : []
    if (held === undefined) continue
    const left = held.filter(({ id }) => !moving.has(id))
    const gone =
      reassign === undefined || !givesAccess(object) ? undefined : reassigned(object, left, reassign, settled)
    moves.push(...(gone?.moves ?? []))
    const ended = gone === undefined ? left : gone.refused.map(({ holder }) => holder)
    const strangers = endAssignments && !ended.every(isKnown)
    if (gone !== undefined && reassign !== undefined)
      findings.push(...notMoved(object, reassign.policy, gone.refused, endAssignments))
    if (strangers || (ended.length > 0 && !endAssignments)) {
      if (strangers || gone === undefined) findings.push(hasAssignments(object, ended, { strangers, undoing }))
      continue
    }
    if (inUse.has(object.address) || isLastOwner(object, desired, matching)) continue
    leaving.push({ object, reason: replaced.has(object) ? 'replaced' : undoing ? 'undone' : 'pruned', ended })
  }
  return { leaving, moves, findings }
}

/** The reassignment without those who have the package by what goes as well: they have to be given it anew. */
function lasting(
  reassign: Reassignment,
  { matching, prune, replaced, assignments, moves }: DepartureInput,
): Reassignment {
  const going = matching.unmanaged.filter(object => prune || replaced.has(object))
  const ended = [
    ...moves.map(({ from }) => from),
    ...going,
    ...going.flatMap(({ address }) => assignments?.get(address) ?? []),
  ]
  const lost = new Set(ended.map(({ address }) => address))
  return { ...reassign, holders: new Map([...reassign.holders].filter(([, address]) => !lost.has(address))) }
}

const givesAccess = ({ kind }: TenantObject) => kind === 'access-package' || kind === 'assignment-policy'

/** Whether a person is in the directory, so that whether the assignment is still there can be looked up. */
const isKnown = ({ properties: { target } }: TenantObject) =>
  isRef(target) && target.id !== undefined && target.id !== ''

/** A catalog whose sources name no owner keeps the owners that it has, so that nobody is locked out. */
const isLastOwner = ({ kind, parent, properties: { role } }: TenantObject, desired: Tenant, { addresses }: Matching) =>
  kind === 'catalog-role' &&
  role === 'Catalog owner' &&
  !desired.objects.some(
    each =>
      each.kind === 'catalog-role' &&
      each.properties.role === 'Catalog owner' &&
      addresses.get(each.parent ?? '') === parent,
  )
