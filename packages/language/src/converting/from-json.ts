import type { Json, JsonObject } from '@entitle/graph'
import { type GraphDocument, type Loss, NotConvertible } from './graph-document.ts'

type Sort = 'catalog' | 'package' | 'policy' | 'organization'

/** Graph's answers and objects as JSON: one object, a list, a page of a list; what is expanded in another comes with it. */
export const fromJson = (text: string): GraphDocument => {
  const objects = itemsOf(parsed(text))
  const found: Record<Sort, JsonObject[]> = { catalog: [], package: [], policy: [], organization: [] }
  const losses: Loss[] = []
  for (const each of objects) place(each, found, losses)
  if (Object.values(found).every(({ length }) => length === 0))
    throw new NotConvertible(
      losses[0]?.message ??
        'There is no catalog, access package, assignment policy or connected organization of Microsoft Graph in it.',
    )
  return { ...completed(found), organizations: found.organization, roleAssignments: [], names: new Map(), losses }
}

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch (error) {
    throw new NotConvertible(`It is no JSON: ${(error as Error).message}`)
  }
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : []

/** The objects of a page know from `@odata.context` what they are. */
const itemsOf = (value: Json): readonly JsonObject[] => {
  if (Array.isArray(value)) return objectsIn(value).flatMap(itemsOf)
  if (!isObject(value)) return []
  if (!Array.isArray(value.value)) return [value]
  const context = value['@odata.context']
  return objectsIn(value.value).map(each => (context === undefined ? each : { '@odata.context': context, ...each }))
}

const beta = [
  'accessPackageResourceRoleScopes',
  'accessPackageAssignmentPolicies',
  'accessPackageResources',
  'catalogId',
]

const place = (raw: JsonObject, found: Record<Sort, JsonObject[]>, losses: Loss[]): void => {
  const sort = sortOf(raw)
  const name = typeof raw.displayName === 'string' ? `“${raw.displayName}”` : 'An object'
  if (sort === undefined) {
    losses.push({
      message: `${name} is left out: it is no catalog, access package, assignment policy or connected organization.`,
    })
    return
  }
  for (const each of beta.filter(property => property in raw))
    losses.push({ message: `${name}: \`${each}\` is of Graph’s beta version. Ask v1.0, and it comes with the rest.` })
  const own = withId(raw, found[sort].length, sort)
  found[sort].push(own)
  const inside = (property: string, link: string) => {
    for (const each of objectsIn(raw[property])) place({ ...each, [link]: { id: own.id ?? '' } }, found, losses)
  }
  if (sort === 'catalog') inside('accessPackages', 'catalog')
  if (sort === 'package') inside('assignmentPolicies', 'accessPackage')
}

const sortOf = (raw: JsonObject): Sort | undefined => {
  const told = `${raw['@odata.type'] ?? ''} ${raw['@odata.context'] ?? ''}`
  const has = (...names: readonly string[]) => names.some(name => name in raw)
  if (/AssignmentPolic/i.test(told) || has('allowedTargetScope', 'requestApprovalSettings')) return 'policy'
  if (/connectedOrganization/i.test(told) || has('identitySources')) return 'organization'
  if (/catalog/i.test(told.replace(/catalogs\/|accessPackages.*$/i, '')) || has('isExternallyVisible', 'catalogType'))
    return 'catalog'
  if (/accessPackage/i.test(told) || has('resourceRoleScopes', 'assignmentPolicies', 'isHidden')) return 'package'
  return undefined
}

/** What was never sent has no id yet. */
const withId = (raw: JsonObject, count: number, sort: Sort): JsonObject =>
  typeof raw.id === 'string' && raw.id !== '' ? raw : { ...raw, id: `${sort}-${count + 1}` }

/** Packages in catalogs and policies in packages, of which some may be elsewhere. */
const completed = ({
  catalog: catalogs,
  package: packages,
  policy: policies,
}: Record<Sort, JsonObject[]>): Pick<GraphDocument, 'catalogs' | 'packages' | 'policies'> => {
  const home = (raw: JsonObject, link: string, all: JsonObject[], name: string, more: JsonObject): JsonObject => {
    const given = isObject(raw[link]) ? raw[link] : {}
    const id = typeof given.id === 'string' && given.id !== '' ? given.id : (all[0]?.id ?? `${link}-0`)
    if (!all.some(each => each.id === id)) all.push({ ...more, displayName: given.displayName ?? name, ...given, id })
    return { ...raw, [link]: { id } }
  }
  const whole = policies.map(raw => home(raw, 'accessPackage', packages, 'Package', { description: '' }))
  const wholePackages = packages.map(raw => ({
    resourceRoleScopes: [],
    incompatibleAccessPackages: [],
    incompatibleGroups: [],
    ...home(raw, 'catalog', catalogs, 'Catalog', { description: '' }),
  }))
  return {
    policies: whole.map(raw => ({ questions: [], customExtensionStageSettings: [], ...raw })),
    packages: wholePackages,
    catalogs: catalogs.map(raw => ({
      customWorkflowExtensions: [],
      ...raw,
      resources: [...objectsIn(raw.resources), ...grantedIn(raw, wholePackages)],
    })),
  }
}

/** What packages grant a role of is a resource of their catalog, also where that isn't told. */
const grantedIn = ({ id, resources }: JsonObject, packages: readonly JsonObject[]): readonly JsonObject[] => {
  const known = new Set(objectsIn(resources).map(({ originId }) => originId))
  const scopes = packages
    .filter(({ catalog }) => isObject(catalog) && catalog.id === id)
    .flatMap(each => objectsIn(each.resourceRoleScopes).flatMap(({ scope }) => (isObject(scope) ? [scope] : [])))
  const granted = new Map(scopes.filter(({ originId }) => !known.has(originId)).map(scope => [scope.originId, scope]))
  return [...granted.values()].map(({ originId, originSystem, displayName }) => ({
    id: `resource-${String(originId)}`,
    originId: originId ?? '',
    originSystem: originSystem ?? 'AadGroup',
    displayName: displayName === 'Root' ? null : (displayName ?? null),
  }))
}
