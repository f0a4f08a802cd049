import type { Finding } from '../../src/model/finding.ts'
import type { Plan, Step } from '../../src/plan/plan.ts'

const em = '/identityGovernance/entitlementManagement'

const common = {
  reason: 'declared',
  risk: 'none',
  undo: { possible: true, how: 'Delete it.' },
  changes: [],
  after: [],
} as const satisfies Partial<Step>

/** The creation of a catalog, as a plan has it. */
export const catalogStep = (name: string, more: Partial<Step> = {}): Step => ({
  ...common,
  id: `create catalog/${name}`,
  action: 'create',
  kind: 'catalog',
  address: `catalog/${name}`,
  lane: `catalog/${name}`,
  request: { method: 'POST', path: `${em}/catalogs`, body: { displayName: name } },
  guard: { expect: 'absent', identity: name },
  settle: { until: 'readable', probe: { path: `${em}/catalogs/{id}` } },
  lookup: { probe: { path: `${em}/catalogs` }, where: [{ path: 'displayName', equals: name }] },
  ...more,
})

/** The creation of a package in a catalog that the plan makes. */
export const packageStep = (catalog: string, name: string, more: Partial<Step> = {}): Step => {
  const placeholders = { catalog: { object: `catalog/${catalog}` } }
  return {
    ...common,
    id: `create catalog/${catalog}/access-package/${name}`,
    action: 'create',
    kind: 'access-package',
    address: `catalog/${catalog}/access-package/${name}`,
    lane: `catalog/${catalog}`,
    request: {
      method: 'POST',
      path: `${em}/accessPackages`,
      body: { displayName: name, catalog: { id: { $placeholder: 'catalog' } } },
      placeholders,
    },
    guard: { expect: 'absent', identity: name },
    settle: { until: 'readable', probe: { path: `${em}/accessPackages/{id}` } },
    lookup: {
      probe: { path: `${em}/catalogs/{catalog}/accessPackages`, placeholders },
      where: [{ path: 'displayName', equals: name }],
    },
    after: [`create catalog/${catalog}`],
    ...more,
  }
}

/** The renaming of a live package. */
export const updateStep = (id: string, more: Partial<Step> = {}): Step => ({
  ...common,
  id: `update catalog/C/access-package/${id}`,
  action: 'update',
  kind: 'access-package',
  address: `catalog/C/access-package/${id}`,
  lane: 'catalog/C',
  request: { method: 'PATCH', path: `${em}/accessPackages/${id}`, body: { description: 'new' } },
  guard: { expect: 'present', id },
  settle: { until: 'now' },
  liveId: id,
  ...more,
})

/** The deletion of a live package. */
export const deleteStep = (id: string, more: Partial<Step> = {}): Step => ({
  ...updateStep(id),
  id: `delete catalog/C/access-package/${id}`,
  action: 'delete',
  request: { method: 'DELETE', path: `${em}/accessPackages/${id}` },
  settle: { until: 'gone', probe: { path: `${em}/accessPackages/{id}` } },
  ...more,
})

export const planOf = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  format: 'entitle-plan/1',
  tenant: {
    name: 'contoso',
    displayName: 'Contoso',
    cloud: 'global',
    protected: false,
    tenantId: '00000000-0000-0000-0000-000000000001',
  },
  scope: { settings: false, organizations: 'none', catalogs: [] },
  steps,
  unmanaged: [],
  unchanged: 0,
  ids: {},
  findings: [],
  ...more,
})

export const errorFinding: Finding = {
  rule: 'x',
  severity: 'error',
  message: 'Two catalogs are called Partners.',
  place: { kind: 'tenant', address: 'catalog/Partners' },
}
