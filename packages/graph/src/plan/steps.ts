import { all, type Change } from '../diff/diff.ts'
import { digestOf } from '../kinds/digest.ts'
import { outermost } from '../kinds/em.ts'
import { identityOf } from '../kinds/identity.ts'
import type { Circumstances, Surroundings, Write } from '../kinds/kind.ts'
import { kinds } from '../kinds/kinds.ts'
import type { PropertyChange } from '../kinds/property-change.ts'
import type { Address, TenantObject } from '../model/tenant.ts'
import type { Guard, Reason, Step } from './plan.ts'
import { undo } from './undo.ts'

/** What steps are made of, besides the change. */
export interface Setting {
  readonly surroundings: Surroundings
  /** Live addresses by declared ones. */
  readonly addresses: ReadonlyMap<Address, Address>
  /** Declared addresses of objects that are made in this plan. */
  readonly made: ReadonlySet<Address>
}

interface Draft {
  readonly action: Step['action']
  readonly object: TenantObject
  readonly address: Address
  readonly reason: Reason
  readonly changes: readonly PropertyChange[]
  readonly write: Write
  readonly guard: Guard
}

/** The steps of a change, without what they wait for: one, or two where creating can't say everything. */
export function stepsOf(change: Change, setting: Setting): Step[] {
  const { object, changes, reason } = change
  const kind = kinds[object.kind]
  const { surroundings } = setting
  const { address } = object
  if (change.action === 'update') {
    const { live } = change
    const write = kind.update?.(object, live, surroundings, changes)
    const guard: Guard = { expect: 'unchanged', id: live.id ?? '', digest: digestOf(live) }
    const draft = { action: 'update', object, address, reason, changes, guard } as const
    return write === undefined ? [] : [step({ ...draft, write }, setting, live.id)]
  }
  const write = kind.create?.(object, surroundings)
  if (write === undefined) return []
  const parent = object.parent === undefined ? undefined : (setting.addresses.get(object.parent) ?? object.parent)
  const guard: Guard = { expect: 'absent', identity: identityOf(object, parent) }
  const create = step({ action: 'create', object, address, reason, changes, write, guard }, setting)
  const rest = kind.finish?.(object, surroundings)
  if (rest === undefined) return [create]
  const finish = step({ action: 'update', object, address, reason, changes, write: rest, guard }, setting)
  return [create, { ...finish, after: [create.id] }]
}

/** The step that deletes a live object which nothing declares, or which is made anew; none where that is never done. */
export function deletion(
  live: TenantObject,
  reason: 'pruned' | 'undone' | 'replaced' | 'ended' | 'moved',
  setting: Setting,
): readonly Step[] {
  const write = kinds[live.kind].remove?.(live, setting.surroundings)
  if (write === undefined || live.id === undefined) return []
  const guard: Guard =
    live.kind === 'assignment'
      ? { expect: 'present', id: live.id }
      : { expect: 'unchanged', id: live.id, digest: digestOf(live) }
  const changes = all(live, 'before')
  const draft = {
    action: 'delete',
    object: live,
    address: live.address,
    reason,
    changes,
    write,
    guard,
  } as const
  return [step(draft, setting, live.id)]
}

function step(
  { action, object, address, reason, changes, write, guard }: Draft,
  setting: Setting,
  liveId?: string,
): Step {
  const parentIsNew = object.parent !== undefined && setting.made.has(object.parent)
  const circumstances: Circumstances = { action, object, changes, parentIsNew }
  const { request, settle, lookup } = write
  return {
    id: `${action} ${address}`,
    action,
    kind: object.kind,
    address,
    lane: outermost(declared(address, setting)),
    reason,
    risk: kinds[object.kind].risk(circumstances),
    undo: undo(action, object.kind),
    changes,
    request,
    guard,
    settle,
    ...(lookup === undefined ? {} : { lookup }),
    after: [],
    ...(liveId === undefined ? {} : { liveId }),
    ...(object.origin === undefined ? {} : { origin: object.origin }),
  }
}

/** A live address with the outermost object called as it is declared, so that all writes of a catalog share a lane. */
function declared(address: Address, { addresses }: Setting): Address {
  const outer = outermost(address)
  const known = [...addresses].find(([, live]) => live === outer)
  return known === undefined ? address : known[0]
}
