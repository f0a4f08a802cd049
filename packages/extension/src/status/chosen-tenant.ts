import type { DeclaredTenant } from '../language/requests.ts'
import { chooseTarget } from '../tenant/target.ts'

interface Situation {
  readonly tenants: readonly Pick<DeclaredTenant, 'name' | 'displayName' | 'domain'>[]
  /** The setting `entitle.tenant`; empty where nothing is set. */
  readonly chosen: string
  readonly sandboxRunning: boolean
}

/** Which tenant Plan and Deploy would use now, as a title with what there is to know of it. */
export const chosenTenant = (situation: Situation): { readonly text: string; readonly detail: string } => {
  const { tenants } = situation
  const choice = chooseTarget(situation)
  if ('unknown' in choice) return { text: 'No such tenant', detail: `the workspace declares no ${choice.unknown}` }
  if ('offer' in choice)
    return tenants.length === 0
      ? { text: 'No tenant', detail: 'the workspace declares none; the sandbox tenant can be used' }
      : { text: 'Tenant to be asked', detail: `declared: ${tenants.map(({ name }) => name).join(', ')}` }
  const { kind, tenant, title } = choice.decided
  if (kind === 'sandbox')
    return { text: 'Sandbox tenant', detail: tenant === undefined ? 'on this machine' : `as ${tenant}` }
  const found = tenants.find(({ name }) => name === tenant)
  return { text: title, detail: found?.domain ?? `tenant ${tenant}` }
}
