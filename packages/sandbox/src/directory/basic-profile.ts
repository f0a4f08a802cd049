import type { Call } from '../http/call.ts'
import { denied } from '../http/permissions.ts'
import { filterTokens } from '../odata/filter-tokens.ts'
import { navigationOf, propertyOf } from '../schema/lookup.ts'

/** What can be read of users, and what they can be told apart by, with `User.ReadBasic.All` alone: https://learn.microsoft.com/graph/permissions-reference#userreadbasicall */
const basic = new Set([
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'photo',
  'securityIdentifier',
  'userPrincipalName',
])

const whole = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']

/** Whether the caller may see the basic profile of users only. */
export const seesBasicProfiles = ({ caller }: Call): boolean =>
  !caller.permissions.some(permission => whole.includes(permission))

/** Refuses with 403 what asks for more of users than the caller may see. */
export function requireVisible(call: Call): void {
  if (!seesBasicProfiles(call)) return
  const words = ['$filter', '$select', '$orderby', '$expand'].flatMap(name => filterTokens(call.search.get(name) ?? ''))
  const named = words
    .flatMap(word => word.split('/'))
    .filter(word => propertyOf('user', word) ?? navigationOf('user', word))
  if (named.some(word => !basic.has(word))) throw denied()
}
