import { foldId } from '../kinds/fold.ts'
import type { Finding } from '../model/finding.ts'
import { directoryKinds, type Properties, type Ref, type Tenant, type Value } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { type Directory, resolveDirectory } from './directory.ts'
import { mapRefs, refsIn } from './name-refs.ts'
import { wantedKey } from './wanted.ts'

/** What sources that call a live tenant's directory objects by name would have them looked up as. */
export interface NameClarity {
  /** Ids, in lower case, of objects that their name doesn't lead to: another has it too, or it is not known. */
  readonly unclear: ReadonlySet<string>
  /** The ids of those that a name leads to, and of all others by their pinned id. */
  readonly directory: Directory
  /** What is in use and not in the directory any more, and what can't be looked up. */
  readonly findings: readonly Finding[]
}

const isDirectory = (ref: Ref): boolean => (directoryKinds as readonly string[]).includes(ref.$ref)
const named = ({ $ref, name }: Ref): Ref => ({ $ref, name })

/** Looks up, by its name alone, every directory object that a live tenant names. Sites are called by their address, which is theirs alone. */
export async function nameClarity(
  transport: HttpTransport,
  live: Tenant,
  options: { readonly signal?: AbortSignal } = {},
): Promise<NameClarity> {
  const refs = live.objects.flatMap(({ properties }) => refsIn(properties as Value)).filter(isDirectory)
  const nameless = refs.filter(({ $ref, id, name }) => $ref !== 'site' && (id === name || name === ''))
  const byName = await resolveDirectory(transport, { objects: live.objects.map(withoutIds(nameless)) }, options)
  const ids = new Map(byName.directory.ids)
  const unclear = new Set<string>()
  for (const ref of refs) {
    if (ref.$ref === 'site' || ref.id === undefined) continue
    const found = byName.directory.ids.get(wantedKey(named(ref)))
    if (found !== undefined && foldId(found) === foldId(ref.id)) continue
    unclear.add(foldId(ref.id))
    ids.set(wantedKey(ref), ref.id)
  }
  return {
    unclear,
    directory: { ids },
    findings: byName.findings.filter(({ rule }) => rule !== 'ambiguous-name' && rule !== 'new-guest'),
  }
}

/** References as the sources would write them; those whose name isn't known are looked up by id. */
const withoutIds =
  (nameless: readonly Ref[]) =>
  (object: Tenant['objects'][number]): Tenant['objects'][number] => {
    const keep = new Set(nameless.map(({ id }) => id))
    const properties = mapRefs(object.properties as Value, ref =>
      isDirectory(ref) && !keep.has(ref.id) ? named(ref) : ref,
    )
    return { ...object, properties: properties as Properties }
  }
