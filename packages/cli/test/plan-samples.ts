import { addressOf, type Plan, type Step } from '@entitle/graph'

export const catalog = addressOf('catalog', 'Partner collaboration')
export const packageAt = (name: string) => addressOf('access-package', name, catalog)
export const policyAt = (of: string, name: string) => addressOf('assignment-policy', name, packageAt(of))

const origin = (line: number) => ({
  range: { uri: 'file:///c/partners.entitle', start: { line, character: 0 }, end: { line, character: 1 } },
})

export const step = (address: string, action: Step['action'], more: Partial<Step> = {}): Step => ({
  id: `${action} ${address}`,
  action,
  kind: address.split('/').at(-2) as Step['kind'],
  address,
  lane: 'partners',
  reason: action === 'create' ? 'declared' : action === 'update' ? 'differs' : 'pruned',
  risk: 'none',
  undo: { possible: true, how: 'Delete it.' },
  changes: [],
  request: { method: 'POST', path: '/x' },
  guard: { expect: 'absent', identity: address },
  settle: { until: 'now' },
  after: [],
  origin: origin(30),
  ...more,
})

export const planOf = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  format: 'entitle-plan/1',
  tenant: {
    name: 'contoso',
    displayName: 'Contoso',
    domain: 'contoso.com',
    cloud: 'global',
    protected: true,
    tenantId: '11111111-1111-4111-8111-111111111111',
  },
  scope: { settings: false, organizations: 'none', catalogs: 'all' },
  steps,
  unmanaged: [],
  unchanged: 7,
  ids: {},
  findings: [],
  ...more,
})

/** A package with a changed policy and a new grant, a new package, and one that nobody declared. */
export const mixedPlan = planOf(
  [
    step(policyAt('Alpine', 'Suppliers'), 'update', {
      changes: [
        { path: 'expiration', before: { type: 'noExpiration' }, after: { type: 'afterDuration', duration: 'P90D' } },
      ],
    }),
    step(addressOf('resource-role-scope', 'Contribute in alpine', packageAt('Alpine')), 'create'),
    step(packageAt('Toolbox'), 'create'),
    step(addressOf('resource-role-scope', 'Member of Tools', packageAt('Toolbox')), 'create'),
    step(policyAt('Toolbox', 'Staff'), 'create'),
    step(policyAt('Toolbox', 'Partners'), 'create'),
  ],
  {
    unmanaged: [{ kind: 'access-package', address: packageAt('Old toolbox'), id: 'x' }],
    findings: [
      {
        rule: 'shortens-expiry',
        severity: 'warning',
        message: 'shortens access of 14 people',
        place: { kind: 'tenant', address: policyAt('Alpine', 'Suppliers') },
      },
    ],
  },
)
