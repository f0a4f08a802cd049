import { assignmentsIn, assignment as kind } from '../kinds/assignment.ts'
import { foldId } from '../kinds/fold.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import { twinName } from '../kinds/twin-names.ts'
import type { Finding } from '../model/finding.ts'
import type { JsonObject } from '../model/json.ts'
import { type Address, addressOf, type TenantObject } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { notReadable } from './not-readable.ts'
import { pick } from './pick.ts'
import { isObject, source, textOf } from './source.ts'

/** Assignments in this state have ended. https://learn.microsoft.com/graph/api/resources/accesspackageassignment */
const ended = new Set(['expired'])

/** The assignments that live packages and policies are held by, by the address of the package or policy. */
export type Held = ReadonlyMap<Address, readonly TenantObject[]>

/** Who has access through each of these packages and policies; `live` is all that was read, to find their packages and policies. */
export async function heldAssignments(
  transport: HttpTransport,
  objects: readonly TenantObject[],
  live: readonly TenantObject[],
  signal?: AbortSignal,
): Promise<{ readonly held: Held; readonly findings: readonly Finding[] }> {
  const from = source(batching(transport), signal)
  const ids = new Map(live.flatMap(({ kind, address, id }) => (kind === 'access-package' ? [[address, id ?? '']] : [])))
  const listed = await Promise.all(
    objects
      .filter(({ kind }) => kind === 'access-package' || kind === 'assignment-policy')
      .map(async object => {
        const packageId = object.kind === 'access-package' ? object.id : ids.get(object.parent ?? '')
        return { object, list: await from.many(assignmentsIn(packageId ?? '')) }
      }),
  )
  const held = new Map<Address, readonly TenantObject[]>()
  const findings: Finding[] = []
  for (const { object, list } of listed) {
    if ('failure' in list) {
      findings.push(notReadable(`Who has access through ${object.name}`, list.failure, object.address))
      continue
    }
    const lasting = list.items.filter(({ state }) => !ended.has(textOf(state).toLowerCase()))
    const through = lasting.filter(
      ({ assignmentPolicy: policy }) =>
        object.kind === 'access-package' || !isObject(policy) || foldId(textOf(policy.id)) === foldId(object.id ?? ''),
    )
    held.set(object.address, distinct(through.map(item => assignmentIn(item, object, live))))
  }
  return { held, findings }
}

/** An assignment inside its policy, or where that was not read, inside one of the name that it says. */
export function assignmentIn(item: JsonObject, holder: TenantObject, live: readonly TenantObject[]): TenantObject {
  const policy = isObject(item.assignmentPolicy) ? item.assignmentPolicy : {}
  const target = isObject(item.target) ? item.target : {}
  const known = live.find(({ kind, id }) => kind === 'assignment-policy' && id !== undefined && id === policy.id)
  const parent =
    holder.kind === 'assignment-policy'
      ? holder.address
      : (known?.address ?? addressOf('assignment-policy', textOf(policy.displayName), holder.address))
  const person = textOf(target.objectId)
  const id = textOf(item.id)
  const words = [target.principalName, target.email, target.displayName].map(textOf)
  const name = words.find(word => word !== '') ?? (person === '' ? id : person)
  return {
    kind: 'assignment',
    address: addressOf('assignment', name, parent),
    parent,
    name,
    id,
    properties: {
      target: { $ref: 'user', name, id: person },
      ...(isObject(item.schedule) ? pick(normaliseFields(kind.fields, { schedule: item.schedule }), kind.fields) : {}),
    },
  }
}

/** Those of one address have their ids behind it. */
function distinct(all: readonly TenantObject[]): readonly TenantObject[] {
  const counts = Map.groupBy(all, ({ address }) => address)
  return all.map(each =>
    counts.get(each.address)?.length === 1
      ? each
      : { ...each, address: addressOf('assignment', twinName(each.name, each.id ?? ''), each.parent) },
  )
}
