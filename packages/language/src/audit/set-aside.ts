import type { Address, TenantObject } from '@entitle/graph'
import type { LiveTenant } from './live-tenant.ts'

/** A live tenant without what nobody answers for. */
export interface SetAside {
  readonly live: LiveTenant
  /** Display names of catalogs that Microsoft made and that nobody has put anything into: every tenant has one. */
  readonly names: readonly string[]
}

/** `declared` are the addresses of live objects that sources speak of: those stay. https://learn.microsoft.com/graph/api/resources/accesspackagecatalog */
export const setAside = (live: LiveTenant, declared: ReadonlySet<Address>): SetAside => {
  const { objects } = live.tenant
  const filled = new Set(objects.flatMap(({ kind, parent }) => (kind === 'access-package' ? [parent] : [])))
  const unread = live.unread.filter(({ kind }) => kind === 'access-package')
  const isIdle = ({ kind, address, raw }: TenantObject): boolean =>
    kind === 'catalog' &&
    typeof raw?.catalogType === 'string' &&
    raw.catalogType !== 'userManaged' &&
    !filled.has(address) &&
    !declared.has(address) &&
    unread.every(({ parent }) => parent !== undefined && parent !== address)
  const idle = new Map(objects.filter(isIdle).map(each => [each.address, each.name]))
  if (idle.size === 0) return { live, names: [] }
  const left = objects.filter(({ address, parent }) => !idle.has(address) && !idle.has(parent ?? ''))
  return { live: { ...live, tenant: { objects: left } }, names: [...idle.values()] }
}
