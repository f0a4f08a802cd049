import { showResult } from '../dialogue/messages.ts'
import { Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { pickAnyTenant } from '../tenant/pick-any-tenant.ts'

/**
 * *Entitle: Sign In*: signs in to a tenant with an account that one may choose, for what planning takes. *Sign Out* ends it.
 * Returns what the account is called.
 */
export const signInTo = async (entitle: Entitle): Promise<string> => {
  const { target, identity } = await pickAnyTenant(entitle)
  if (target.kind === 'sandbox')
    throw new Refusal('The sandbox tenant needs no sign-in: it takes no account.', { Plan: 'entitle.plan' })
  const { tenant: desired } = await entitle.language.desired(target.tenant)
  const opening = { target, identity, desired, access: 'read', anotherAccount: true, onWait: () => {} } as const
  const { token } = await openTenant(entitle, opening)
  const account = token?.account ?? 'an account that its token does not name'
  void showResult(`Signed in to ${target.title} as ${account}.`, {
    Plan: 'entitle.plan',
    'Check Permissions': 'entitle.doctor',
  })
  return account
}
