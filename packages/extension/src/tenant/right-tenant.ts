import type { TenantIdentity } from '@entitle/graph'
import { Refusal } from '../dialogue/refusal.ts'

/** @throws {Refusal} where the declaration doesn't say which tenant one should sign in to. */
export const requirePlace = ({ name, id, domain }: TenantIdentity): void => {
  if (id === undefined && domain === undefined)
    throw new Refusal(
      `The declaration of tenant ${name} does not say which tenant it is. Add its domain, as in: domain "contoso.com"`,
      {},
    )
}

/** The id of the tenant that one signed in to; where the token doesn't say, the declared one. @throws {Refusal} where neither is known. */
export const tenantOf = (title: string, declared: string | undefined, signedIn: string | undefined): string => {
  const found = signedIn ?? declared
  if (found === undefined)
    throw new Refusal(
      `Your account does not say of which tenant it is. Add the id of ${title} to its tenant declaration.`,
    )
  return found
}

/** @param mismatch how the tenant that one signed in to differs from the one that is meant @throws {Refusal} where it does. */
export const requireMatch = (title: string, mismatch: string | undefined): void => {
  if (mismatch !== undefined) throw new Refusal(`This is not ${title}: you are ${mismatch}. Nothing was changed.`)
}
