import { accessPackages } from '../kinds/access-package.ts'
import type { JsonObject } from '../model/json.ts'
import { type Draft, found, missed, type Reading, readings } from './draft.ts'
import { expanded } from './expanded.ts'
import { notReadable } from './not-readable.ts'
import { type Many, type Source, textOf } from './source.ts'

const sorts = [
  { kind: 'incompatible-package', list: 'incompatibleAccessPackages', property: 'package', $ref: 'access-package' },
  { kind: 'incompatible-group', list: 'incompatibleGroups', property: 'group', $ref: 'group' },
] as const

/** What a package excludes, where it didn't come with it. https://learn.microsoft.com/graph/api/accesspackage-list-incompatibleaccesspackages and -incompatiblegroups */
export const incompatibilities = async (from: Source, accessPackage: JsonObject): Promise<Reading> =>
  readings(await Promise.all(sorts.map(sort => excluded(from, accessPackage, sort))))

async function excluded(from: Source, accessPackage: JsonObject, sort: (typeof sorts)[number]): Promise<Reading> {
  const parent = textOf(accessPackage.id)
  const items = expanded(accessPackage, sort.list)
  const list: Many =
    items === undefined ? await from.many(`${accessPackages}/${encodeURIComponent(parent)}/${sort.list}`) : { items }
  if ('failure' in list) {
    const what = `What the access package ${textOf(accessPackage.displayName)} is incompatible with`
    return missed({ kind: sort.kind, parent }, notReadable(what, list.failure))
  }
  const drafts = list.items.map((raw): Draft => {
    const id = textOf(raw.id)
    const properties = { [sort.property]: { $ref: sort.$ref, name: textOf(raw.displayName) || id, id } }
    return { kind: sort.kind, id, parent, properties, raw: { id } }
  })
  return found(
    drafts,
    list.items.map(raw => [textOf(raw.id), textOf(raw.displayName) || textOf(raw.id)]),
  )
}
