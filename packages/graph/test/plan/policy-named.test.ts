import { expect, it } from 'vitest'
import { policyNamed } from '../../src/plan/policy-named.ts'
import { accessPackage, catalog, lived, policy, tenant } from '../worlds/tenants.ts'

const [shop, tools] = [catalog('Shop'), catalog('Tools')]
const [alpine, twin] = [accessPackage(shop, 'Alpine 1.0'), accessPackage(tools, 'Alpine 1.0')]
const [staff, other] = [policy(alpine, 'Staff'), policy(twin, 'Staff')]
const kept = lived(policy(alpine, 'Kept'), 'k1')
const desired = tenant(shop, tools, alpine, twin, staff, other)
const live = tenant(lived(alpine, 'p1'), lived(staff, 's1'), kept)
const declared = [
  { name: 'shop.alpine.staff', address: staff.address },
  { name: 'tools.alpine2.staff', address: other.address },
]

const named = (text: string) => {
  const name = {
    text,
    declared,
    nearest: (_: string, names: readonly string[]) => names.find(each => each.startsWith(text.slice(0, 3))),
  }
  const found = policyNamed(name, desired, live, new Set([staff.address]))
  return 'policy' in found ? found.policy : found.finding
}

it.each([
  ['alpine.staff', staff],
  ['shop.alpine.staff', staff],
  ['ALPINE.Staff', staff],
  ['alpine2.staff', other],
  ['Shop.Alpine 1.0.Staff', staff],
  ['Alpine 1.0.Kept', kept],
  ['shop.alpine 1.0.kept', kept],
])('finds %s', (text, policy) => {
  expect(named(text)).toBe(policy)
})

it('asks which one is meant where several are called so', () => {
  expect(named('Alpine 1.0.Staff')).toMatchObject({
    rule: 'ambiguous-policy',
    message: expect.stringContaining('Shop › Alpine 1.0 › Staff; Tools › Alpine 1.0 › Staff'),
  })
})

it.each([
  ['alpine.stuff', 'Did you mean alpine.staff?'],
  ['nothing', expect.stringContaining('Policies are: Alpine 1.0.Kept, Alpine 1.0.Staff, alpine.staff, alpine2.staff.')],
])('says what there is instead of %s', (text, help) => {
  expect(named(text)).toMatchObject({ rule: 'unknown-policy', severity: 'error', help })
})
