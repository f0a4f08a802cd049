import type { TokenFacts } from './token-facts.ts'

/** Permissions that nothing but themselves, or the writing kin of a reading one, can stand in for. */
const own = /^(EntitlementManagement|AccessReview)\./

/**
 * Which of the needed permissions a person's token lacks. Directory reads are left to Graph, as many permissions allow them; so are applications:
 * one that owns a catalog needs no permission at all.
 */
export const lacking = ({ kind, scopes }: TokenFacts, needed: readonly string[]): readonly string[] =>
  kind === 'application'
    ? []
    : needed.filter(
        permission =>
          own.test(permission) &&
          !scopes.includes(permission) &&
          !scopes.includes(permission.replace('.Read.', '.ReadWrite.')),
      )
