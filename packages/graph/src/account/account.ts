import type { Cloud } from '../model/tenant.ts'
import type { TokenFacts } from '../model/token-facts.ts'

/** What the tenant was asked for: the answer, or why there is none and which permission would give one. */
export type Asked<T> =
  | { readonly known: T }
  | { readonly unknown: string; readonly permission?: string; readonly status?: number }

/** A role of entitlement management in one catalog, or in all of it (`/`). */
export interface HeldRole {
  readonly roleDefinitionId: string
  /** `/`, or `/AccessPackageCatalog/{id}` in lower case. */
  readonly scope: string
  /** Whether it is held through a group. */
  readonly throughGroup: boolean
}

/** Who is signed in, and what is known of what they may do. */
export interface Account {
  /** Undefined where the token can't be read. */
  readonly token: TokenFacts | undefined
  /** Where one signs in; undefined in a sandbox, in which nobody has to agree to anything. */
  readonly cloud: Cloud | undefined
  /** Ids of the templates of the directory roles held. */
  readonly directoryRoles: Asked<readonly string[]>
  /** Roles in the catalogs that were asked for, held directly or through a group. */
  readonly catalogRoles: Asked<readonly HeldRole[]>
  /** Whether it is known which groups the account is in; if not, roles may be held through one. */
  readonly groupsKnown: boolean
  /** Ids of the directory objects owned. */
  readonly owned: Asked<ReadonlySet<string>>
  /** Ids of the tenant's service plans that are in force. */
  readonly servicePlans: Asked<ReadonlySet<string>>
}

export const notAsked = { unknown: 'it was not asked for' } as const

/** What the token alone tells. */
export const accountOf = (token: TokenFacts | undefined, cloud: Cloud | undefined): Account => ({
  token,
  cloud,
  directoryRoles:
    token?.directoryRoles === undefined ? { unknown: 'the token does not tell' } : { known: token.directoryRoles },
  catalogRoles: notAsked,
  groupsKnown: false,
  owned: notAsked,
  servicePlans: notAsked,
})

/** The permissions in the token: an application's own, or those that a person lets it use. */
export const permissionsIn = ({ kind, scopes, roles }: TokenFacts): readonly string[] =>
  kind === 'application' ? roles : scopes
