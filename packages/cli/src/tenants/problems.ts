import { NotSentError, TransportError } from '@entitle/graph'
import { Refusal } from '../refusal.ts'

/** What went wrong while reading, as one sentence for people. Whatever isn't known is handed back as it is. */
export const transportProblem = (
  error: unknown,
  { chosen }: { readonly chosen: { readonly title: string } },
): unknown => {
  if (error instanceof Refusal) return error
  if (error instanceof TransportError)
    return new Refusal(`${chosen.title} cannot be reached: ${error.message} Nothing was changed.`)
  if (error instanceof NotSentError) return new Refusal(`${error.message} Nothing was changed.`)
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  if (status === 401)
    return new Refusal(
      `${chosen.title} does not take the sign-in (401). Sign in again, or choose another way with --auth. Nothing was changed.`,
    )
  if (status === 403)
    return new Refusal(
      `You have no permission to read entitlement management in ${chosen.title} (403). Reading takes EntitlementManagement.Read.All, and a role such as Identity Governance Administrator or Catalog reader. Nothing was changed.`,
    )
  return error
}
