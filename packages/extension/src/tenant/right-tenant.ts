import type { TenantIdentity } from '@entitle/graph'
import { Refusal } from '../dialogue/refusal.ts'

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** @throws {Refusal} where the declaration doesn't say which tenant one should sign in to. */
export const requirePlace = ({ name, id, domain }: TenantIdentity): void => {
  if (id === undefined && domain === undefined)
    throw new Refusal(
      `The declaration of tenant ${name} does not say which tenant it is. Add its domain, as in: domain "contoso.com"`,
      {},
    )
}

/**
 * @param meant the declared id; undefined where a domain is declared, for which one signed in already
 * @throws {Refusal} where the account is of another tenant, or doesn't say of which.
 */
export const requireTenant = (title: string, meant: string | undefined, signedIn: string | undefined): string => {
  const found = signedIn ?? meant
  if (found === undefined)
    throw new Refusal(
      `Your account does not say of which tenant it is. Add the id of ${title} to its tenant declaration.`,
    )
  if (meant !== undefined && !same(meant, found))
    throw new Refusal(
      `This is not ${title}: you are signed in to the tenant ${found}, not ${meant}. Nothing was changed.`,
    )
  return found
}
