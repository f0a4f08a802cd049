import type { NameOrId, ReadScope } from '../model/scope.ts'
import type { KindName, Tenant } from '../model/tenant.ts'

/** How much of a tenant has to be read to compare it with what is declared. */
export function scopeOf({ objects }: Tenant): ReadScope {
  const named = (kind: KindName): NameOrId[] =>
    objects
      .filter(object => object.kind === kind)
      .map(({ name, formerly = [], id }) => ({ names: [name, ...formerly], ...(id === undefined ? {} : { id }) }))
  const organizations = named('connected-organization')
  return {
    settings: objects.some(({ kind }) => kind === 'settings'),
    organizations: organizations.length === 0 ? 'none' : organizations,
    catalogs: named('catalog'),
  }
}
