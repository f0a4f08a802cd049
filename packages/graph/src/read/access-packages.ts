import { accessPackage as kind, accessPackages as path } from '../kinds/access-package.ts'
import { filter } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { JsonObject } from '../model/json.ts'
import type { AssignmentScope } from '../model/scope.ts'
import type { PolicyLists } from './assignment-policies.ts'
import { declaredAssignments } from './declared-assignments.ts'
import { type Draft, found, missed, type Reading, readings } from './draft.ts'
import { incompatibilities } from './incompatibilities.ts'
import { notReadable } from './not-readable.ts'
import { pick, without } from './pick.ts'
import { resourceRoleScopes } from './resource-role-scopes.ts'
import { type Source, textOf } from './source.ts'

const grants = 'resourceRoleScopes($expand=role,scope)'

/** The packages of a catalog with what they grant, who may request them, and what they exclude. */
export async function accessPackages(
  from: Source,
  catalog: { id: string; name: string },
  policies: PolicyLists,
  assigned: readonly AssignmentScope[],
): Promise<Reading> {
  const all = `${path}?${filter`catalog/id eq '${catalog.id}'`}`
  const whole = await from.many(`${all}&$expand=${grants}`)
  const list = 'failure' in whole && whole.failure.status === 400 ? await from.many(all) : whole
  if ('failure' in list)
    return missed(
      { kind: 'access-package', parent: catalog.id },
      notReadable(`The access packages of the catalog ${catalog.name}`, list.failure),
    )
  const drafts = list.items.map((raw): Draft => {
    const properties = pick(normaliseFields(kind.fields, raw), kind.fields)
    return { kind: 'access-package', id: textOf(raw.id), parent: catalog.id, properties, raw: structural(raw) }
  })
  const inside = await Promise.all([
    policies.of(
      list.items.map(raw => ({ id: textOf(raw.id), name: textOf(raw.displayName) })),
      catalog,
    ),
    ...list.items.flatMap(raw => [
      resourceRoleScopes(from, raw, `${path}/${encodeURIComponent(textOf(raw.id))}?$expand=${grants}`),
      incompatibilities(from, raw),
      declaredAssignments(from, { id: textOf(raw.id), name: textOf(raw.displayName) }, assigned),
    ]),
  ])
  return readings([found(drafts), ...inside])
}

const structural = (raw: JsonObject) =>
  without(
    raw,
    'resourceRoleScopes',
    'assignmentPolicies',
    'catalog',
    'incompatibleAccessPackages',
    'incompatibleGroups',
    'accessPackagesIncompatibleWith',
  )
