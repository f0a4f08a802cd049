import { catalog as kind } from '../kinds/catalog.ts'
import { em } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { ReadScope } from '../model/scope.ts'
import { accessPackages } from './access-packages.ts'
import type { PolicyLists } from './assignment-policies.ts'
import { byName, isWide } from './by-name.ts'
import { catalogResources } from './catalog-resources.ts'
import { roleLists } from './catalog-roles.ts'
import { customWorkflowExtensions } from './custom-workflow-extensions.ts'
import { type Draft, found, missed, nothingRead, type Reading, readings } from './draft.ts'
import { expanded } from './expanded.ts'
import { notReadable } from './not-readable.ts'
import { pick, without } from './pick.ts'
import { type Source, textOf } from './source.ts'

const path = `${em}/catalogs`

/** What comes with a catalog where the list of all catalogs is read. */
const parts = ['resources', 'customWorkflowExtensions']

/** Catalogs with everything in them. */
export async function catalogs(
  from: Source,
  { catalogs: scope, assignments = [] }: Pick<ReadScope, 'catalogs' | 'assignments'>,
  policies: PolicyLists,
): Promise<Reading> {
  if (scope !== 'all' && scope.length === 0) return nothingRead
  policies.begin()
  const wide = isWide(scope)
  const roles = roleLists(from, wide)
  const list = await byName(from, path, scope, parts.join())
  if ('failure' in list) return missed({ kind: 'catalog' }, notReadable('The list of catalogs', list.failure))
  const drafts = list.items.map((raw): Draft => {
    const properties = pick(normaliseFields(kind.fields, raw), kind.fields)
    return { kind: 'catalog', id: textOf(raw.id), properties, raw: without(raw, ...parts) }
  })
  const inside = await Promise.all(
    list.items.flatMap(raw => {
      const catalog = { id: textOf(raw.id), name: textOf(raw.displayName) }
      return [
        roles.of(catalog),
        catalogResources(from, catalog, expanded(raw, 'resources')),
        customWorkflowExtensions(from, catalog, expanded(raw, 'customWorkflowExtensions')),
        accessPackages(from, catalog, { policies, assigned: assignments, wide }),
      ]
    }),
  )
  return readings([found(drafts), ...inside])
}
