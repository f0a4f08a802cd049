/** How much of a tenant to read: what the sources declare, by display name, former names and pinned ids. */
export interface ReadScope {
  readonly settings: boolean
  readonly organizations: readonly NameOrId[] | 'all' | 'none'
  /**
   * It is about a few catalogs of many: policies are read with these and not for the whole tenant, and organizations, which are only named
   * by them, without sponsors.
   */
  readonly isPart?: boolean
  /** Reviews of access outside packages; absent: none. They lie at the tenant's root, where others keep theirs: only an import asks for all. */
  readonly reviews?: readonly NameOrId[] | 'all'
  readonly catalogs: readonly NameOrId[] | 'all'
  /** Whose assignments of which packages; those of others are never read. */
  readonly assignments?: readonly AssignmentScope[]
}

/** People, by id, whose assignments of a package are declared. */
export interface AssignmentScope {
  readonly package: NameOrId
  readonly targets: readonly string[]
}

/** One object that may live under any of the names, or has this id. */
export interface NameOrId {
  readonly names: readonly string[]
  readonly id?: string
}
