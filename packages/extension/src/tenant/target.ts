import type { DeclaredTenant } from '../language/requests.ts'

type Declared = Pick<DeclaredTenant, 'name' | 'displayName'>

/** The tenant that a plan is for. */
export interface Target {
  readonly kind: 'sandbox' | 'declared'
  /** The name of the `tenant` declaration whose terms hold; undefined where the workspace declares none. */
  readonly tenant?: string
  /** What people call it: in titles and messages. */
  readonly title: string
}

const sandboxTarget = (tenant?: string): Target => ({
  kind: 'sandbox',
  ...(tenant === undefined ? {} : { tenant }),
  title: 'the sandbox tenant',
})

const declaredTarget = ({ name, displayName }: Declared): Target => ({
  kind: 'declared',
  tenant: name,
  title: displayName === '' ? name : displayName,
})

/** The tenants that can be looked into: the sandbox first, which takes no account. */
export const browsable = (tenants: readonly Declared[]): readonly Target[] => [
  sandboxTarget(tenants[0]?.name),
  ...tenants.map(declaredTarget),
]

export interface Situation {
  readonly tenants: readonly Declared[]
  readonly sandboxRunning: boolean
  /** The setting `entitle.tenant`; empty where nothing is set. */
  readonly chosen: string
}

/** What to offer where nothing decides: the first is the safest. */
export type Choice = { readonly decided: Target } | { readonly offer: readonly Target[] } | { readonly unknown: string }

/** Which tenant to plan for. A running sandbox is always used, so that nobody deploys to the wrong tenant by accident. */
export const chooseTarget = ({ tenants, sandboxRunning, chosen }: Situation): Choice => {
  const named = tenants.find(tenant => tenant.name === chosen)
  if (chosen !== '' && named === undefined) return { unknown: chosen }
  if (sandboxRunning) {
    if (named !== undefined || tenants.length < 2) return { decided: sandboxTarget(named?.name ?? tenants[0]?.name) }
    return { offer: tenants.map(({ name }) => ({ ...sandboxTarget(name), title: `the sandbox tenant, as ${name}` })) }
  }
  if (named !== undefined) return { decided: declaredTarget(named) }
  return { offer: browsable(tenants) }
}
