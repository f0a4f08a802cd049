import { foldId } from '../kinds/fold.ts'
import type { Ref, Tenant, TenantObject, Value } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { type Known, unknownFor } from './known.ts'
import { refsIn } from './name-refs.ts'
import { source, textOf } from './source.ts'

/** Ids, in lower case, of what a live tenant names and its directory doesn't have any more. */
export type Gone = readonly string[]

/** So many ids Graph takes at once. */
const most = 1000
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const asked: ReadonlySet<string> = new Set(['user', 'group', 'servicePrincipal'])
const ofDirectory: ReadonlySet<string> = new Set(['AadGroup', 'AadApplication'])

/**
 * Asks the directory for every user, group and app that a live tenant names, by id. Whoever may not read an object's properties is told its id all
 * the same, so what doesn't come is not there: https://learn.microsoft.com/graph/api/directoryobject-getbyids
 */
export async function goneObjects(
  transport: HttpTransport,
  { objects }: Tenant,
  signal?: AbortSignal,
): Promise<Known<Gone>> {
  const from = source(batching(transport), signal)
  const ids = [
    ...new Set(objects.flatMap(namedIn).flatMap(({ id = '' }) => (guid.test(id) ? [foldId(id)] : []))),
  ].sort()
  const chunks = Array.from({ length: Math.ceil(ids.length / most) }, (_, at) => ids.slice(at * most, (at + 1) * most))
  const lists = await Promise.all(chunks.map(chunk => from.post('/directoryObjects/getByIds', { ids: chunk })))
  const there = new Set<string>()
  for (const list of lists) {
    if ('failure' in list) return unknownFor('The directory', list.failure, permissions)
    for (const { id } of list.items) there.add(foldId(textOf(id)))
  }
  return { known: ids.filter(id => !there.has(id)) }
}

const permissions = 'the permissions User.ReadBasic.All, GroupMember.Read.All and Application.Read.All'

/** Resources of other systems than the directory have ids of their own. */
const namedIn = ({ properties }: TenantObject): readonly Ref[] => {
  const { originSystem } = properties
  if (typeof originSystem === 'string' && !ofDirectory.has(originSystem)) return []
  return refsIn(properties as Value).filter(({ $ref }) => asked.has($ref))
}
