import { type CatalogName, catalogNames, type Finding, fold, type HttpTransport } from '@entitle/graph'
import { nearest } from '../syntax/nearest.ts'

/** Catalogs of a tenant that are meant by what somebody typed, or why that can't be told. */
export type ChosenCatalogs =
  | { readonly catalogs: readonly CatalogName[] | 'all' }
  | { readonly refused: 'unknown-catalog'; readonly name: string; readonly nearest: readonly string[] }
  | { readonly refused: 'unreadable'; readonly findings: readonly Finding[] }

export interface Choosing {
  readonly transport: HttpTransport
  /** Display names or ids; all of the tenant where there are none. */
  readonly catalogs: readonly string[]
  readonly signal?: AbortSignal
}

/** The catalogs that are meant, by display name or id; every one of those that share a name. */
export const chosenCatalogs = async ({ transport, catalogs: wanted, signal }: Choosing): Promise<ChosenCatalogs> => {
  if (wanted.length === 0) return { catalogs: 'all' }
  const listed = await catalogNames(transport, signal)
  if ('finding' in listed) return { refused: 'unreadable', findings: [listed.finding] }
  const meant = (word: string) => {
    const named = listed.catalogs.filter(({ name }) => fold(name) === fold(word))
    return named.length > 0 ? named : listed.catalogs.filter(({ id }) => id.toLowerCase() === word.toLowerCase())
  }
  const unknown = wanted.find(word => meant(word).length === 0)
  if (unknown !== undefined) {
    const names = [...new Set(listed.catalogs.map(({ name }) => name))]
    const near = nearest(unknown, names)
    return { refused: 'unknown-catalog', name: unknown, nearest: near === undefined ? names : [near] }
  }
  return { catalogs: [...new Set(wanted.flatMap(meant))] }
}
