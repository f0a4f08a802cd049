import type { Tenant, TenantObject } from '@entitle/graph'

/** The tenant with policies that share terms: each third keeps its own, each other takes all or some of the first one's. */
export const alike = ({ objects }: Tenant): Tenant => {
  const first = objects.find(({ kind }) => kind === 'assignment-policy')
  let count = 0
  const changed = (object: TenantObject): TenantObject => {
    if (object.kind !== 'assignment-policy' || first === undefined) return object
    count += 1
    if (count % 3 === 0) return object
    const { displayName, description, expiration, customExtensionStageSettings } = object.properties
    const properties = {
      ...first.properties,
      displayName: displayName ?? '',
      description: description ?? '',
      customExtensionStageSettings: customExtensionStageSettings ?? [],
      ...(count % 2 === 0 ? { expiration: expiration ?? null } : {}),
    }
    const { defaults: _defaults, ...rest } = object
    return { ...rest, properties, ...(first.defaults === undefined ? {} : { defaults: first.defaults }) }
  }
  return { objects: objects.map(changed) }
}
