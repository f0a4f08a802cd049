import type { HttpTransport } from '@entitle/graph'
import type { Schema } from './schema-validator.ts'

const em = '/identityGovernance/entitlementManagement'

type SchemaType = Schema['complexTypes'][string]
type JsonObject = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = async (transport: HttpTransport, path: string): Promise<readonly JsonObject[]> => {
  const { status, body } = await transport.send({ method: 'GET', path })
  if (status !== 200 || !isObject(body)) throw new Error(`${path} was answered with ${status}`)
  return Array.isArray(body.value) ? body.value.filter(isObject) : [body]
}

/** The lists of a tenant with the type of what they hold. */
const lists: readonly (readonly [type: string, path: string])[] = [
  ['entitlementManagementSettings', `${em}/settings`],
  ['connectedOrganization', `${em}/connectedOrganizations?$expand=internalSponsors,externalSponsors`],
  ['accessPackageCatalog', `${em}/catalogs?$filter=displayName ne 'General'`],
  ['accessPackage', `${em}/accessPackages?$expand=resourceRoleScopes($expand=role,scope)`],
  [
    'accessPackageAssignmentPolicy',
    `${em}/assignmentPolicies?$expand=questions,customExtensionStageSettings($expand=customExtension)`,
  ],
  ['unifiedRoleAssignment', '/roleManagement/entitlementManagement/roleAssignments'],
  ['accessReviewScheduleDefinition', '/identityGovernance/accessReviews/definitions'],
]

/** What every property of a tenant's objects is worth, by `type.property`: all values, in one order. Ids of objects that come and go are left out. */
export const observe = async (transport: HttpTransport, schema: Schema): Promise<ReadonlyMap<string, string>> => {
  const values = new Map<string, string[]>()
  const visit = (declared: string, json: JsonObject): void => {
    const annotation = json['@odata.type']
    const actual = typeof annotation === 'string' ? annotation.replace(/^#microsoft\.graph\./, '') : declared
    for (let name: string | undefined = actual; name !== undefined; ) {
      const type: SchemaType | undefined = schema.entityTypes[name] ?? schema.complexTypes[name]
      if (type === undefined) return
      for (const [property, member] of Object.entries({ ...type.properties, ...type.navigation })) {
        const value = json[property]
        if (value === undefined || value === null || value === '') continue
        const key = `${name}.${property}`
        const items = Array.isArray(value) ? value : [value]
        const before = values.get(key) ?? []
        values.set(key, [...before, ...items.map(item => JSON.stringify(isObject(item) ? lasting(item) : item))])
        for (const item of items) if (isObject(item)) visit(member.type, item)
      }
      name = type.base ?? undefined
    }
  }
  for (const [type, path] of lists) for (const item of await listOf(transport, path)) visit(type, item)
  for (const { id } of await listOf(transport, `${em}/catalogs?$filter=displayName ne 'General'`)) {
    for (const item of await listOf(transport, `${em}/catalogs/${id}/resources`)) visit('accessPackageResource', item)
    for (const item of await listOf(transport, `${em}/catalogs/${id}/customWorkflowExtensions`))
      visit('customCalloutExtension', item)
  }
  for (const { id } of await listOf(transport, `${em}/accessPackages`))
    for (const list of ['incompatibleAccessPackages', 'incompatibleGroups'] as const)
      for (const item of await listOf(transport, `${em}/accessPackages/${id}/${list}`)) {
        const key = `accessPackage.${list}`
        values.set(key, [...(values.get(key) ?? []), JSON.stringify(item.displayName)])
      }
  return new Map([...values].map(([key, each]) => [key, `[${each.toSorted().join(', ')}]`]))
}

/** An object without what the service makes anew with it. */
const lasting = (item: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !/^(id|createdDateTime|modifiedDateTime|lastModifiedDateTime)$/.test(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, isObject(value) ? lasting(value) : value]),
  )
