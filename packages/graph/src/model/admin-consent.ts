import { clouds } from './clouds.ts'
import type { Cloud } from './tenant.ts'

/**
 * Where an administrator of the tenant agrees to what an application asks for. With `permissions` to these delegated ones, else to those
 * that the application's registration lists.
 * @see https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentLink(
  tenant: string,
  cloud: Cloud,
  clientId: string,
  permissions?: readonly string[],
): string {
  const { authority, graph } = clouds[cloud]
  const place = `${authority}/${encodeURIComponent(tenant)}`
  if (permissions === undefined) return `${place}/adminconsent?client_id=${encodeURIComponent(clientId)}`
  const scope = permissions.map(permission => `https://${graph}/${permission}`).join(' ')
  const query = { client_id: clientId, scope, redirect_uri: 'http://localhost' }
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${place}/v2.0/adminconsent?${text.join('&')}`
}
