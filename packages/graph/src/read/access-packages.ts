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
import { type Many, type Source, textOf } from './source.ts'

const grants = 'resourceRoleScopes($expand=role,scope)'

const exclusions = 'incompatibleAccessPackages,incompatibleGroups'

interface PackageReading {
  readonly policies: PolicyLists
  readonly assigned: readonly AssignmentScope[]
  /** Whether so many packages are read that what they exclude is to come with them. */
  readonly wide: boolean
}

/** The packages of a catalog with what they grant, who may request them, and what they exclude. */
export async function accessPackages(
  from: Source,
  catalog: { id: string; name: string },
  { policies, assigned, wide }: PackageReading,
): Promise<Reading> {
  const all = `${path}?${filter`catalog/id eq '${catalog.id}'`}`
  const list = await withParts(from, all, [...(wide ? [`${grants},${exclusions}`] : []), grants])
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

/** The list with as much as Graph can expand in it. */
async function withParts(from: Source, list: string, [most, ...fewer]: readonly string[]): Promise<Many> {
  if (most === undefined) return from.many(list)
  const whole = await from.many(`${list}&$expand=${most}`)
  return 'failure' in whole && whole.failure.status === 400 ? withParts(from, list, fewer) : whole
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
