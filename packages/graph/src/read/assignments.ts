import { em, filter } from '../kinds/em.ts'
import type { Finding } from '../model/finding.ts'
import type { Address, TenantObject } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { notReadable } from './not-readable.ts'
import { isObject, source, textOf } from './source.ts'

/** Assignments in this state have ended. https://learn.microsoft.com/graph/api/resources/accesspackageassignment */
const ended = new Set(['expired'])

/** How many people have access through each of these packages and policies; `packages` are all live ones, to find a policy's. */
export async function assignmentCounts(
  transport: HttpTransport,
  objects: readonly TenantObject[],
  packages: readonly TenantObject[],
  signal?: AbortSignal,
): Promise<{ readonly counts: ReadonlyMap<Address, number>; readonly findings: readonly Finding[] }> {
  const from = source(batching(transport), signal)
  const ids = new Map(packages.map(({ address, id }) => [address, id ?? '']))
  const counted = await Promise.all(
    objects
      .filter(({ kind }) => kind === 'access-package' || kind === 'assignment-policy')
      .map(async object => {
        const packageId = object.kind === 'access-package' ? object.id : ids.get(object.parent ?? '')
        const path = `${em}/assignments?${filter`accessPackage/id eq '${packageId ?? ''}'`}&$expand=assignmentPolicy`
        return { object, list: await from.many(path) }
      }),
  )
  const counts = new Map<Address, number>()
  const findings: Finding[] = []
  for (const { object, list } of counted) {
    if ('failure' in list) {
      findings.push(notReadable(`Who has access through ${object.name}`, list.failure, object.address))
      continue
    }
    const live = list.items.filter(({ state }) => !ended.has(textOf(state).toLowerCase()))
    const through = live.filter(
      ({ assignmentPolicy: policy }) =>
        object.kind === 'access-package' || !isObject(policy) || textOf(policy.id) === object.id,
    )
    counts.set(object.address, through.length)
  }
  return { counts, findings }
}
