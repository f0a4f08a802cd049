import type { Finding } from '../model/finding.ts'
import type { Address } from '../model/tenant.ts'
import type { ReadFailure } from './source.ts'

const remedies: { readonly [status: number]: string } = {
  401: 'Sign in again.',
  402: 'The tenant needs a Microsoft Entra ID Governance or P2 licence.',
  403: 'Sign in with an account that has the permission EntitlementManagement.Read.All and a role that reads it, such as Global Reader or Catalog reader.',
  429: 'Microsoft Graph asks for fewer requests: wait some minutes.',
}

/** An error that says what couldn't be read; it is never taken for absent. */
export const notReadable = (what: string, { status, message }: ReadFailure, address: Address = ''): Finding => ({
  rule: 'not-readable',
  severity: 'error',
  message: `${what} can't be read: Microsoft Graph answers ${status}${message === '' ? '' : ` (${oneLine(message)})`}. Nothing that depends on it is planned.`,
  place: { kind: 'tenant', address },
  help: remedies[status] ?? 'Run the command again, and look at the status of Microsoft Graph if it keeps failing.',
})

const oneLine = (text: string): string => {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
  return (line.length > 200 ? `${line.slice(0, 199)}…` : line).replace(/\.$/, '')
}
