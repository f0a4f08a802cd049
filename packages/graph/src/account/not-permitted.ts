import { adminConsentLink } from '../model/admin-consent.ts'
import type { Account } from './account.ts'
import type { Diagnosis } from './diagnosis.ts'

/** Microsoft's own application behind `az login`: no administrator can let it ask for more. */
const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46'

/** That the token lacks a permission, with the way to get it. */
export const notPermitted = (
  permission: string,
  because: string,
  account: Pick<Account, 'token' | 'cloud'>,
): Diagnosis => ({
  topic: 'permissions',
  state: 'problem',
  says: `The token does not carry ${permission}`,
  because,
  remedy: howToGet(permission, account),
})

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function howToGet(permission: string, { token, cloud }: Pick<Account, 'token' | 'cloud'>): string {
  const { kind, tenantId, clientId } = token ?? {}
  const linked = cloud !== undefined && tenantId !== undefined && clientId !== undefined
  if (kind === 'application') {
    const link = linked ? ` at ${adminConsentLink(tenantId, cloud, clientId)}` : ''
    return `Add the application permission ${permission} to the application in Entra, and have an administrator agree${link}.`
  }
  if (clientId === azureCli) return 'Sign in with --auth browser or --auth device-code, which ask for it.'
  const link = linked ? ` at ${adminConsentLink(tenantId, cloud, clientId, [permission])}` : ''
  return `Have an administrator of the tenant agree to it once${link}, and sign in again.`
}
