import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { Json } from '../../src/model/json.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { parsePlan } from '../../src/plan/parse-plan.ts'
import { serializePlan } from '../../src/plan/serialize-plan.ts'
import { accessPackage, catalog, grant, group, organization, policy, resource, tenant } from '../worlds/tenants.ts'

const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const g1 = group('Engineering', 'g1')
const desired = tenant(
  organization('F', 'a.com', 'b.com'),
  shop,
  resource(shop, g1),
  alpine,
  grant(alpine, 'Member', g1),
  policy(alpine, 'All'),
)
const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const made = plan({ desired, live: tenant(), matching: match(desired, tenant()), identity })
const text = serializePlan(made)

type Mutable = { [key: string]: Json }
const damaged = (change: (plan: { [key: string]: never } & { steps: Mutable[] }) => void): string => {
  const copy = JSON.parse(text) as { [key: string]: never } & { steps: Mutable[] }
  change(copy)
  const result = parsePlan(JSON.stringify(copy))
  return 'error' in result ? result.error : 'no error'
}
const step = (change: (step: Mutable) => void) =>
  damaged(({ steps }) => {
    for (const each of steps.slice(0, 1)) change(each)
  })

describe('parsing a plan', () => {
  it('gives back what was written', () => {
    const result = parsePlan(text)
    if ('error' in result) throw new Error(result.error)
    expect(result.plan).toEqual(made)
    expect(serializePlan(result.plan)).toBe(text)
    expect(parsePlan(`\uFEFF${text}`)).toHaveProperty('plan')
  })

  it.each([
    ['', 'This is not a plan: it is not JSON. Make one with entitle plan --out FILE.'],
    ['[1', 'This is not a plan: it is not JSON. Make one with entitle plan --out FILE.'],
    ['null', "This is not a plan: it lacks the format 'entitle-plan/1'. Make one with entitle plan --out FILE."],
    [
      '{"format":7}',
      "This is not a plan: it lacks the format 'entitle-plan/1'. Make one with entitle plan --out FILE.",
    ],
    [
      '{"format":"entitle-plan/2"}',
      'This plan has the format entitle-plan/2; this version of Entitle reads entitle-plan/1. Make the plan again.',
    ],
    [
      '{"format":"entitle-plan/1"}',
      'This plan is damaged: tenant is missing; it must be an object. Make the plan again.',
    ],
  ])('refuses %j', (input, error) => expect(parsePlan(input)).toEqual({ error }))

  it('says where a plan is damaged', () => {
    expect(step(each => (each.action = 'destroy'))).toBe(
      "This plan is damaged: steps[0].action is \"destroy\"; it must be one of 'create', 'update', 'delete'. Make the plan again.",
    )
    expect(step(each => delete each.undo)).toContain('steps[0].undo is missing; it must be an object')
    expect(step(each => (each.guard = { expect: 'luck' }))).toContain(
      'steps[0].guard.expect is "luck"; it must be one of \'absent\'',
    )
    expect(step(each => (each.guard = { expect: 'unchanged', id: 'x' }))).toContain('steps[0].guard.digest is missing')
    expect(step(each => (each.settle = { until: 'gone' }))).toContain('steps[0].settle.probe is missing')
    expect(step(each => (each.after = ['create nothing']))).toContain(
      "steps[0].after names 'create nothing', which is no step of the plan",
    )
    expect(step(each => (each.after = 'x'))).toContain('steps[0].after is "x"; it must be a list')
    expect(damaged(({ steps }) => steps.push(...steps.slice(0, 1)))).toContain("as another step's")
    expect(damaged(each => Object.assign(each, { unchanged: -1 }))).toContain(
      'unchanged is -1; it must be a whole number',
    )
    expect(damaged(each => Object.assign(each, { ids: { a: 1 } }))).toContain("ids['a'] is 1; it must be a text")
    expect(
      damaged(each => Object.assign(each, { scope: { settings: true, organizations: 'some', catalogs: [] } })),
    ).toContain('scope.organizations')
  })

  it('sends nothing anywhere else', () => {
    for (const path of ['https://evil.example/x', '//evil.example/x', 'relative', ''])
      expect(step(each => (each.request = { method: 'POST', path }))).toContain('steps[0].request.path')
    expect(step(each => (each.request = { method: 'GET', path: '/a' }))).toContain('steps[0].request.method')
  })

  it('leaves no place in a request open', () => {
    expect(
      step(each => (each.request = { method: 'POST', path: '/a', body: { id: { $placeholder: 'x' } } })),
    ).toContain("leaves 'x' open")
    expect(step(each => (each.request = { method: 'POST', path: '/a', placeholders: { x: { wrong: 1 } } }))).toContain(
      "steps[0].request.placeholders['x']",
    )
  })
})
