/** How much of a tenant to read: what the sources declare, by display name, former names and pinned ids. */
export interface ReadScope {
  readonly settings: boolean
  readonly organizations: readonly NameOrId[] | 'all' | 'none'
  readonly catalogs: readonly NameOrId[] | 'all'
}

/** One object that may live under any of the names, or has this id. */
export interface NameOrId {
  readonly names: readonly string[]
  readonly id?: string
}
