import { type HttpTransport, type TenantIdentity, tenantMismatch } from '@entitle/graph'
import { Refusal } from '../refusal.ts'
import { titleOf } from './title.ts'

interface SignedIn {
  readonly transport: HttpTransport
  readonly tenantId: string
}

/**
 * Sees to it that the account is of the tenant that the sources or the plan mean.
 * @throws {Refusal} where it is another tenant.
 */
export const checkTenant = async (signedIn: SignedIn, identity: TenantIdentity, signal: AbortSignal): Promise<void> => {
  const mismatch = await tenantMismatch(signedIn, identity, signal)
  if (mismatch !== undefined)
    throw new Refusal(
      `This is not ${titleOf(identity)}: you are ${mismatch}. Nothing was changed. Sign in with an account of ${titleOf(identity)}, or choose a sign-in with --auth.`,
    )
}
