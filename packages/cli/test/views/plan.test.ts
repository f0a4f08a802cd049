import { addressOf } from '@entitle/graph'
import { describe, expect, it } from 'vitest'
import { driftText } from '../../src/views/drift.ts'
import type { FindingContext } from '../../src/views/finding.ts'
import { paintFor } from '../../src/views/paint.ts'
import { type PlanResult, planJson, planText } from '../../src/views/plan.ts'
import { catalog, mixedPlan, packageAt, planOf, policyAt, step } from '../plan-samples.ts'

const context: FindingContext = {
  paint: paintFor({ colour: false }),
  columns: 100,
  nameOf: uri => uri.replace('file:///c/', ''),
  textOf: () => undefined,
  hasPage: () => false,
}
const result = (more: Partial<PlanResult> = {}): PlanResult => ({
  plan: mixedPlan,
  tenant: 'contoso.com',
  account: 'anna@contoso.com',
  requests: 9,
  objects: 41,
  milliseconds: 1400,
  prune: false,
  endAssignments: false,
  where: ' --sandbox',
  verbose: false,
  ...more,
})

describe('a plan', () => {
  it('reads as the tenant is nested, old values before new ones', () => {
    expect(planText(result(), context).split('\n')).toEqual([
      'contoso.com  (read 41 objects in 9 requests, 1.4 s; signed in as anna@contoso.com, read-only)',
      '',
      'catalog Partner collaboration',
      '  ~ package  Alpine',
      '      + grant   Contribute in alpine        partners.entitle:31',
      '      ~ policy  Suppliers                   partners.entitle:31',
      '            expires    never  →  after 90 days',
      '            ! shortens access of 14 people  shortens-expiry',
      '  + package  Toolbox (1 grant, 2 policies)  partners.entitle:31',
      '  ? package  Old toolbox: not declared; --prune would delete it',
      '',
      'Plan: 5 to add, 1 to change, 0 to delete, 1 not managed · 6 writes',
      'Saved nothing. entitle deploy --sandbox carries out exactly this; entitle plan --sandbox --out FILE keeps it.',
      '',
    ])
  })

  it('shows what is inside new objects when asked', () => {
    expect(planText(result({ verbose: true }), context)).toContain('      + policy  Partners')
  })

  it('says that there is nothing to do', () => {
    const text = planText(result({ plan: planOf([]) }), context)
    expect(text).toContain('Nothing to do: 7 objects are as declared.')
    expect(text).not.toContain('Saved nothing')
  })

  it('tells where it was saved', () => {
    expect(planText(result({ saved: 'spring.plan' }), context)).toContain(
      'Saved as spring.plan. entitle deploy spring.plan --sandbox carries out exactly this.',
    )
  })

  it('shows a removal that makes anew as one', () => {
    const at = addressOf('resource-role-scope', 'Member of Tools', packageAt('Toolbox'))
    const plan = planOf([
      step(at, 'delete', { reason: 'replaced' }),
      step(at, 'create', { reason: 'replaced', id: 'x' }),
    ])
    const text = planText(result({ plan }), context)
    expect(text).toContain('± grant  Member of Tools: removed and made anew')
    expect(text).toContain('0 to add, 0 to change, 1 to replace, 0 to delete')
  })

  it('says that errors keep it from being deployed, and shows them', () => {
    const finding = {
      rule: 'two-candidates',
      severity: 'error',
      message: 'Two catalogs are called Partners.',
      place: { kind: 'tenant', address: 'catalog/Partners' },
    } as const
    const text = planText(result({ plan: planOf([step(catalog, 'create')], { findings: [finding] }) }), context)
    expect(text).toContain('Two catalogs are called Partners.')
    expect(text).toContain('This cannot be deployed before the errors above are settled.')
  })

  it('breaks values that are too wide for one line', () => {
    const plan = planOf([
      step(policyAt('Alpine', 'Suppliers'), 'update', {
        changes: [{ path: 'description', before: 'old '.repeat(20).trim(), after: 'new '.repeat(20).trim() }],
      }),
    ])
    const lines = planText(result({ plan }), { ...context, columns: 80 }).split('\n')
    expect(lines.filter(line => line.startsWith(' ')).every(line => line.length <= 80)).toBe(true)
    expect(lines.some(line => /^\s+→ {2}new new/.test(line))).toBe(true)
  })

  it('is one stable JSON object', () => {
    const report = JSON.parse(planJson(result(), context.nameOf))
    expect(report).toMatchObject({
      format: 'entitle-plan-report/1',
      tenant: { name: 'contoso', tenantId: '11111111-1111-4111-8111-111111111111' },
      summary: { add: 5, change: 1, replace: 0, delete: 0, unmanaged: 1, unchanged: 7 },
    })
    expect(report.changes[0]).toMatchObject({
      action: 'update',
      declared: { file: 'partners.entitle', line: 31 },
      words: [{ label: 'expires', from: 'never', to: 'after 90 days' }],
    })
  })
})

describe('drift', () => {
  it('tells declared values first, and what is missing', () => {
    const lines = driftText(result(), context).split('\n')
    expect(lines).toContain('            expires    after 90 days  →  never')
    expect(lines).toContain('  ? package  Old toolbox: in the tenant, not declared')
    expect(lines.find(line => line.includes('Toolbox:') || line.includes('Toolbox ('))).toMatch(
      /^ {2}- package {2}Toolbox \(1 grant, 2 policies\): declared, not in the tenant/,
    )
    expect(lines).toContain('Drift: 1 object changed, 5 missing, 1 not declared.')
  })

  it('says that there is none', () => {
    expect(driftText(result({ plan: planOf([]) }), context)).toContain('No drift: 7 objects are as declared.')
  })
})
