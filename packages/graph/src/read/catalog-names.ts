import { em } from '../kinds/em.ts'
import type { Finding } from '../model/finding.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { notReadable } from './not-readable.ts'
import { source, textOf } from './source.ts'

export interface CatalogName {
  readonly id: string
  /** Its display name. */
  readonly name: string
}

/** The catalogs of a tenant by name, or why they can't be read. https://learn.microsoft.com/graph/api/entitlementmanagement-list-catalogs */
export async function catalogNames(
  transport: HttpTransport,
  signal?: AbortSignal,
): Promise<{ readonly catalogs: readonly CatalogName[] } | { readonly finding: Finding }> {
  const list = await source(batching(transport), signal).many(`${em}/catalogs?$select=id,displayName`)
  if ('failure' in list) return { finding: notReadable('The list of catalogs', list.failure) }
  const catalogs = list.items.map(({ id, displayName }) => ({ id: textOf(id), name: textOf(displayName) }))
  return { catalogs: catalogs.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)) }
}
