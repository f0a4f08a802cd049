import type { Plan, SourceRange, Step } from '@entitle/graph'
import { addressOf } from '@entitle/graph'

export const catalog = addressOf('catalog', 'Partner collaboration')
export const alpine = addressOf('access-package', 'Alpine', catalog)
export const suppliers = addressOf('assignment-policy', 'Suppliers', alpine)

export const range = (line: number): SourceRange => ({
  uri: 'file:///contoso/partners.entitle',
  start: { line, character: 4 },
  end: { line, character: 12 },
})

/** A step with everything that a test doesn't care about filled in. */
export const step = (part: Partial<Step> & Pick<Step, 'action' | 'kind' | 'address'>): Step =>
  ({
    id: `${part.action} ${part.address}`,
    lane: 'catalog',
    reason: part.action === 'create' ? 'declared' : 'differs',
    risk: 'none',
    undo: { possible: true, how: 'deploy the former files' },
    changes: [],
    request: { method: 'POST', path: '/' },
    guard: { expect: 'absent', identity: part.address },
    after: [],
    ...part,
  }) as Step

export const plan = (steps: readonly Step[], more: Partial<Plan> = {}): Plan => ({
  format: 'entitle-plan/1',
  tenant: { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false, tenantId: '1' },
  scope: { settings: true, organizations: 'none', catalogs: 'all' },
  steps,
  unmanaged: [],
  unchanged: 0,
  ids: {},
  findings: [],
  ...more,
})
