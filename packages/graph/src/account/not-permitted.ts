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
  ...howToGet(permission, account),
})

/** https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
function howToGet(
  permission: string,
  { token, cloud }: Pick<Account, 'token' | 'cloud'>,
): { readonly remedy: string; readonly link?: string } {
  const { kind, tenantId, clientId } = token ?? {}
  if (kind !== 'application' && clientId === azureCli)
    return { remedy: 'Sign in with --auth browser or --auth device-code, which ask for it.' }
  const asked = kind === 'application' ? undefined : [permission]
  const link =
    cloud === undefined || tenantId === undefined || clientId === undefined
      ? undefined
      : adminConsentLink(tenantId, cloud, clientId, asked)
  const at = link === undefined ? '' : ` at ${link}`
  const remedy =
    kind === 'application'
      ? `Add the application permission ${permission} to the application in Entra, and have an administrator agree${at}.`
      : `Have an administrator of the tenant agree to it once${at}, and sign in again.`
  return link === undefined ? { remedy } : { remedy, link }
}
