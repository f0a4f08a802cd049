/** What an access token says of itself. Nothing here is proof: only Graph checks the signature. */
export interface TokenFacts {
  readonly tenantId?: string
  /** User principal name of who signed in, or the application's display name. */
  readonly account?: string
  /** Object id of the user, or of the application's service principal. */
  readonly objectId?: string
  /** The application that one signed in to, or that signed in itself. */
  readonly clientId?: string
  /** Whether a person signed in (delegated permissions) or an application did. */
  readonly kind: 'person' | 'application'
  /** Delegated permissions. */
  readonly scopes: readonly string[]
  /** Application permissions. */
  readonly roles: readonly string[]
  /** Ids of the templates of the directory roles that are held; absent where the token doesn't tell. */
  readonly directoryRoles?: readonly string[]
  readonly issued?: Date
  readonly expires?: Date
}
