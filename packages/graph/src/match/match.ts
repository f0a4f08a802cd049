import { fold, foldId } from '../kinds/fold.ts'
import { kinds } from '../kinds/kinds.ts'
import type { Finding } from '../model/finding.ts'
import {
  type Address,
  directoryKinds,
  type KindName,
  kindNames,
  type Tenant,
  type TenantObject,
  type Value,
} from '../model/tenant.ts'
import type { Matching, Pair } from './matching.ts'
import { declaredTwice, notUnderstood, pinnedElsewhere, pinnedNowhere, severalLive } from './questions.ts'
import { rebind, refsOf } from './rebind.ts'

/** A list of the tenant of which nothing is known. */
interface Unread {
  readonly kind: KindName
  readonly parent?: Address
}

/**
 * Finds the live object of each declared one: by pinned id, else by its natural key (for named objects the display name, whatever its
 * case) inside the matched parent, else by a former name. Two candidates are a question, and nothing below is matched.
 * `desired` has been bound, `unread` is what reading missed.
 */
export function match(desired: Tenant, live: Tenant, unread: readonly Unread[] = []): Matching {
  const state: State = {
    pairs: [],
    missing: [],
    blocked: new Set(),
    lives: new Map(),
    taken: new Set(),
    findings: [],
    uncertain: new Set(),
  }
  const isUnread = (kind: KindName, parent: Address | undefined) =>
    unread.some(each => each.kind === kind && (each.parent === undefined || each.parent === parent))
  const lists = Map.groupBy(live.objects, each => listKey(each.kind, each.parent))
  for (const kind of kindNames) {
    const groups = Map.groupBy(
      desired.objects.filter(object => object.kind === kind),
      object => object.parent,
    )
    for (const [parent, group] of groups) {
      const liveParent = parent === undefined ? undefined : state.lives.get(parent)?.address
      const unknown = isUnread(kind, liveParent) && (parent === undefined || liveParent !== undefined)
      const hindered = group.filter(object => unknown || isHindered(object, state.blocked))
      for (const object of hindered) state.blocked.add(object.address)
      if (hindered.length > 0) state.uncertain.add(listKey(kind, liveParent))
      const free = group.filter(object => !state.blocked.has(object.address))
      const isThere = parent === undefined || liveParent !== undefined
      const siblings = isThere ? (lists.get(listKey(kind, liveParent)) ?? []) : []
      matchGroup(
        free.map(object => rebind(object, state.lives)),
        siblings,
        live,
        state,
      )
    }
  }
  const matched = new Set(state.pairs.map(pair => pair.live.address))
  return {
    pairs: state.pairs,
    missing: state.missing,
    unmanaged: live.objects.filter(
      object =>
        object.parent !== undefined &&
        kinds[object.kind].onlyDeclared !== true &&
        matched.has(object.parent) &&
        !state.taken.has(object) &&
        !state.uncertain.has(listKey(object.kind, object.parent)),
    ),
    blocked: state.blocked,
    addresses: new Map([...state.lives].map(([address, each]) => [address, each.address])),
    findings: state.findings,
  }
}

interface State {
  readonly pairs: Pair[]
  readonly missing: TenantObject[]
  readonly blocked: Set<Address>
  /** Matched live objects by declared address. */
  readonly lives: Map<Address, TenantObject>
  /** Live objects that a declaration means, or may mean. */
  readonly taken: Set<TenantObject>
  readonly findings: Finding[]
  /** Lists of live objects of which it isn't known what is declared. */
  readonly uncertain: Set<string>
}

const listKey = (kind: KindName, parent: Address | undefined) => `${kind} ${parent ?? ''}`

/** Whether something that the object is in, or names, is not known. */
const isHindered = (object: TenantObject, blocked: ReadonlySet<Address>): boolean =>
  (object.parent !== undefined && blocked.has(object.parent)) ||
  refsOf(object.properties as Value).some(
    ref =>
      (ref.address !== undefined && blocked.has(ref.address)) ||
      ((directoryKinds as readonly string[]).includes(ref.$ref) && ref.id === undefined && ref.invited !== true),
  )

/** Matches the declared children of one parent with the live ones. */
function matchGroup(
  group: readonly TenantObject[],
  siblings: readonly TenantObject[],
  live: Tenant,
  state: State,
): void {
  const firsts = new Map<string, TenantObject[]>()
  const left: TenantObject[] = []
  for (const object of group) {
    const key = kinds[object.kind].keyOf(object)
    const before = firsts.get(key) ?? []
    const first = before.find(other => !areTwins(object, other))
    if (first !== undefined) block(object, declaredTwice(object, first), state)
    else if (object.id === undefined) left.push(object)
    else pinned(object, siblings, live, state)
    firsts.set(key, [...before, object])
  }
  const unnamed: TenantObject[] = []
  for (const object of left) {
    const key = kinds[object.kind].keyOf(object)
    const candidates = siblings.filter(each => !state.taken.has(each) && kinds[each.kind].keyOf(each) === key)
    if (!settle(object, candidates, false, state)) unnamed.push(object)
  }
  for (const object of unnamed) {
    const former = new Set((object.formerly ?? []).map(fold))
    const candidates = siblings.filter(each => !state.taken.has(each) && former.has(fold(each.name)))
    if (!settle(object, candidates, true, state)) state.missing.push(object)
  }
}

/** Two of one name that are pinned to different ids, and so are not the same. */
const areTwins = ({ id }: TenantObject, other: TenantObject): boolean =>
  id !== undefined && other.id !== undefined && foldId(id) !== foldId(other.id)

function pinned(object: TenantObject, siblings: readonly TenantObject[], live: Tenant, state: State): void {
  const hasId = (each: TenantObject) => each.kind === object.kind && each.id?.toLowerCase() === object.id?.toLowerCase()
  const here = siblings.find(hasId)
  if (here !== undefined) return void settle(object, [here], fold(here.name) !== fold(object.name), state)
  const elsewhere = live.objects.find(hasId)
  block(object, elsewhere === undefined ? pinnedNowhere(object) : pinnedElsewhere(object, elsewhere), state)
}

/** True where the question of who the object is has been answered, or put. */
function settle(object: TenantObject, candidates: readonly TenantObject[], renamed: boolean, state: State): boolean {
  const [one] = candidates
  if (one === undefined) return false
  for (const each of candidates) state.taken.add(each)
  if (candidates.length > 1) {
    block(object, severalLive(object, candidates), state)
    return true
  }
  if (kinds[one.kind].isForeign?.(one) === true) {
    block(object, notUnderstood(object, one), state)
    return true
  }
  state.pairs.push({ desired: object, live: one, renamed })
  state.lives.set(object.address, one)
  return true
}

function block(object: TenantObject, finding: Finding, state: State): void {
  state.blocked.add(object.address)
  state.findings.push(finding)
}
