/** A property in Microsoft's published metadata. */
interface Member {
  readonly type: string
}

interface StructuredType {
  readonly base?: string | null
  readonly properties: { readonly [name: string]: Member }
  readonly navigation?: { readonly [name: string]: Member }
}

/** As much of the published schema as coverage needs. */
export interface PublishedTypes {
  readonly complexTypes: { readonly [name: string]: StructuredType }
  readonly entityTypes: { readonly [name: string]: StructuredType }
  readonly subtypes: { readonly [name: string]: readonly string[] }
}

/** The entity types that Entitle writes. */
export const roots = [
  'entitlementManagementSettings',
  'connectedOrganization',
  'accessPackageCatalog',
  'unifiedRoleAssignment',
  'accessPackageResourceRequest',
  'accessPackageResource',
  'customCalloutExtension',
  'accessPackage',
  'accessPackageResourceRoleScope',
  'accessPackageResourceRole',
  'accessPackageResourceScope',
  'accessPackageAssignmentPolicy',
  'accessPackageQuestion',
  'customExtensionStageSetting',
  'accessPackageAssignmentRequest',
  'accessReviewScheduleDefinition',
  'controlConfiguration',
] as const

/** Every type of the surface with its own properties: the roots, what derives from them, and the complex types in them. */
export const surface = (schema: PublishedTypes): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>()
  const visit = (name: string): void => {
    const type = schema.entityTypes[name] ?? schema.complexTypes[name]
    if (type === undefined || found.has(name)) return
    found.set(name, [...Object.keys(type.properties), ...Object.keys(type.navigation ?? {})])
    for (const { type: inner } of Object.values(type.properties)) if (inner in schema.complexTypes) visit(inner)
    for (const derived of schema.subtypes[name] ?? []) visit(derived)
  }
  for (const root of roots) visit(root)
  return found
}
