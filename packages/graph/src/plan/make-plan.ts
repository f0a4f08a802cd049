import { type Change, diff } from '../diff/diff.ts'
import { outermost, parentOf } from '../kinds/em.ts'
import type { Matching } from '../match/matching.ts'
import type { Finding } from '../model/finding.ts'
import {
  type Address,
  isRef,
  segmentsOf,
  type Tenant,
  type TenantIdentity,
  type TenantObject,
} from '../model/tenant.ts'
import type { Held } from '../read/assignments.ts'
import { scopeOf, withEndings } from '../read/scope-of.ts'
import { type Departure, departures } from './departures.ts'
import { graphRoots } from './graph-roots.ts'
import { stepsOfMove, withCounterpart } from './move-steps.ts'
import { declaredMoves, isAutomatic } from './moves.ts'
import { inOrder, withAfter } from './order.ts'
import type { Plan, Step } from './plan.ts'
import { assignedAutomatically, notInCatalog } from './plan-findings.ts'
import type { Reassignment } from './reassignment.ts'
import { replacements } from './replacements.ts'
import { deletion, type Setting, stepsOf } from './steps.ts'
import { surroundingsOf } from './surroundings.ts'

export interface PlanInput {
  /** Bound: with the ids of directory objects. */
  readonly desired: Tenant
  readonly live: Tenant
  readonly matching: Matching
  readonly identity: TenantIdentity & { readonly tenantId: string }
  /** Deletes what is in declared parents and not declared. */
  readonly prune?: boolean
  /** What is deleted was made by a deployment that is undone; `matching` has nothing else as unmanaged. */
  readonly undoing?: boolean
  /** Who has access through each package and policy that may be deleted, by live address; what isn't listed stays. */
  readonly assignments?: Held
  /** Ends the assignments of what is deleted; without it, what has some stays, and that is an error. */
  readonly endAssignments?: boolean
  /** Where people go who hold what is deleted, rather than losing access. */
  readonly reassign?: Reassignment
  /** What was found before: what couldn't be read or looked up. */
  readonly findings?: readonly Finding[]
}

/** Writes down what has to be done for the tenant to be as declared. Equal inputs give equal plans. */
export function plan({
  desired,
  live,
  matching,
  identity,
  prune = false,
  undoing = false,
  assignments,
  endAssignments = false,
  reassign,
  findings = [],
}: PlanInput): Plan {
  const surroundings = surroundingsOf(desired, live, matching, graphRoots[identity.cloud])
  const homeless = new Set(matching.missing.filter(object => lacksResource(object, surroundings.resourceIn)))
  const replaced = replacements(matching, live, prune)
  const successors = new Set(replaced.values())
  const movable = Map.groupBy(declaredMoves(matching, live), ({ from }) => isAutomatic(live, from.parent))
  const [moves, fixed] = [movable.get(false) ?? [], movable.get(true) ?? []]
  const stuck = new Set(fixed.map(({ to }) => to))
  const changes = diff({
    pairs: matching.pairs,
    missing: matching.missing.filter(each => !homeless.has(each) && !stuck.has(each)),
  }).map((change): Change => {
    if (change.action !== 'create') return change
    if (moves.some(({ to }) => to === change.object)) return { ...change, reason: 'moved' }
    return successors.has(change.object) ? { ...change, reason: 'replaced' } : change
  })
  const made = new Set(changes.flatMap(({ action, object }) => (action === 'create' ? [object.address] : [])))
  const setting: Setting = { surroundings, addresses: matching.addresses, made }
  const inUse = resourcesInUse(desired, matching, surroundings.resourceIn)
  const going = { desired, matching, replaced, inUse, prune, undoing, assignments, endAssignments, moves, reassign }
  const { leaving, moves: given, findings: held } = departures(going)

  const objects = new Map<string, TenantObject>()
  const steps: Step[] = []
  const add = (object: TenantObject, made: readonly Step[]) => {
    for (const step of made) objects.set(step.id, object)
    steps.push(...made)
  }
  const sources = new Map(moves.map(({ from, to }) => [to, from.address]))
  for (const change of changes)
    add(change.object, withCounterpart(stepsOf(change, setting), sources.get(change.object)))
  for (const { from, to } of moves) add(from, withCounterpart(deletion(from, 'moved', setting), to.address))
  for (const move of given) for (const [object, step] of stepsOfMove(move, setting, identity.cloud)) add(object, [step])
  for (const { object, reason, ended } of leaving) {
    add(object, deletion(object, reason, setting))
    for (const holder of ended) add(holder, deletion(holder, 'ended', setting))
  }
  const endings = [...moves, ...given].flatMap(({ from, begun }) => (begun === true ? [] : [from]))
  const ordered = inOrder(withAfter(steps, objects, surroundings))
  const shown = new Set(ordered.filter(({ action }) => action === 'delete').map(({ address }) => address))
  return {
    format: 'entitle-plan/1',
    tenant: identity,
    scope: withEndings(scopeOf(desired), [...endings, ...leaving.flatMap(assignmentsIn)], surroundings.idOf),
    steps: ordered,
    unmanaged: matching.unmanaged
      .filter(({ address }) => !shown.has(address))
      .map(({ kind, address, id = '' }) => ({ kind, address, id })),
    unchanged: matching.pairs.length - changes.filter(({ action }) => action === 'update').length,
    ids: idsIn(ordered, surroundings.idOf),
    findings: [
      ...findings,
      ...matching.findings,
      ...[...homeless].filter(each => !mayBeBlocked(each, matching)).map(homelessFinding),
      ...fixed.map(({ from, to }) =>
        assignedAutomatically(to, live.objects.find(each => each.address === from.parent) ?? from),
      ),
      ...held,
    ],
  }
}

/** The assignments that end where something is deleted, itself among them. */
const assignmentsIn = ({ object, ended }: Departure): readonly TenantObject[] =>
  object.kind === 'assignment' ? [object] : ended

type ResourceIn = Setting['surroundings']['resourceIn']

const resourceOf = (object: TenantObject, resourceIn: ResourceIn): Address | undefined => {
  const { originSystem, resource } = object.properties
  return isRef(resource) ? resourceIn(outermost(object.address), String(originSystem), resource) : undefined
}

const lacksResource = (object: TenantObject, resourceIn: ResourceIn): boolean =>
  object.kind === 'resource-role-scope' && resourceOf(object, resourceIn) === undefined

/** Resources that declared grants need, although the catalog doesn't declare them. */
const resourcesInUse = (desired: Tenant, matching: Matching, resourceIn: ResourceIn): ReadonlySet<Address> =>
  new Set(
    desired.objects
      .filter(({ kind, address }) => kind === 'resource-role-scope' && !matching.blocked.has(address))
      .flatMap(object => resourceOf(object, resourceIn) ?? []),
  )

/** Where a resource of the catalog is not known, that is said already. */
const mayBeBlocked = ({ address }: TenantObject, { blocked }: Matching): boolean =>
  [...blocked].some(each => each.startsWith(`${outermost(address)}/catalog-resource/`))

const homelessFinding = (grant: TenantObject): Finding => notInCatalog(grant, segmentsOf(grant.address)[0]?.name ?? '')

/** Ids of the live objects that placeholders name, and of those that steps are in. */
function idsIn(steps: readonly Step[], idOf: (address: Address) => string | undefined): Plan['ids'] {
  const named = steps.flatMap(({ request, settle, lookup }) =>
    [request, ...('probe' in settle ? [settle.probe] : []), ...(lookup === undefined ? [] : [lookup.probe])].flatMap(
      each =>
        Object.values(each.placeholders ?? {}).flatMap(placeholder =>
          'object' in placeholder ? [placeholder.object] : [placeholder.catalog, placeholder.resource],
        ),
    ),
  )
  const around = steps.flatMap(({ lane, address }) => [lane, parentOf(address)])
  const known = [...new Set([...named, ...around])].sort().flatMap(address => {
    const id = idOf(address)
    return id === undefined ? [] : [[address, id] as const]
  })
  return Object.fromEntries(known)
}
