import { describe, expect, it } from 'vitest'
import { match } from '../../src/match/match.ts'
import type { TenantObject } from '../../src/model/tenant.ts'
import { changeTree, descendants, happening } from '../../src/plan/change-tree.ts'
import { lossOf, movedOf } from '../../src/plan/losses.ts'
import { plan } from '../../src/plan/make-plan.ts'
import { parsePlan } from '../../src/plan/parse-plan.ts'
import { serializePlan } from '../../src/plan/serialize-plan.ts'
import type { Held } from '../../src/read/assignments.ts'
import { accessPackage, catalog, declared, lived, policy, tenant, user } from '../worlds/tenants.ts'

const identity = { name: 'c', displayName: 'C', cloud: 'global', protected: false, tenantId: 't' } as const
const shop = catalog('Shop')
const alpine = accessPackage(shop, 'Alpine')
const [staff, guests] = [policy(alpine, 'Staff'), policy(alpine, 'Guests')]
const there = [lived(shop, 'c1'), lived(alpine, 'p1'), lived(staff, 's1')]
const assigned = (to: TenantObject, name = 'anna@x.test', id = 'u1') =>
  declared('assignment', name, { target: user(name, id) }, to)

const planOf = (
  objects: readonly TenantObject[],
  live: readonly TenantObject[],
  more: { prune?: boolean; assignments?: Held; endAssignments?: boolean } = {},
) => {
  const [desired, found] = [tenant(...objects), tenant(...live)]
  return plan({ desired, live: found, matching: match(desired, found), identity, ...more })
}
const told = (made: ReturnType<typeof planOf>) =>
  made.steps.map(({ id, reason, after }) => ({
    id: id.replaceAll(/catalog\/Shop\/access-package\/\w+\/?/g, ''),
    reason,
    after: after.length,
  }))

describe('a person whom the sources assign under another policy of the package', () => {
  const moved = assigned(guests)
  const held = lived(assigned(staff), 'a1')

  it('is moved: ended there once the new policy is there, and then granted', () => {
    const made = planOf([shop, alpine, staff, guests, moved], [...there, held])
    expect(told(made)).toEqual([
      { id: 'create assignment-policy/Guests', reason: 'declared', after: 0 },
      { id: 'create assignment-policy/Guests/assignment/anna@x.test', reason: 'moved', after: 2 },
      { id: 'delete assignment-policy/Staff/assignment/anna@x.test', reason: 'moved', after: 1 },
    ])
    const [made1, grant, end] = made.steps
    expect(grant?.after).toContain(end?.id)
    expect(end?.after).toEqual([made1?.id])
    expect([grant?.counterpart, end?.counterpart]).toEqual([held.address, moved.address])
    expect(end?.guard).toEqual({ expect: 'present', id: 'a1' })
    expect([movedOf(made).people, lossOf(made).people]).toEqual([1, 0])
    expect(parsePlan(serializePlan(made))).toEqual({ plan: made })
  })

  it('waits for a change of the policy that admits them', () => {
    const live = [...there, lived(policy(alpine, 'Guests', { allowedTargetScope: 'notSpecified' }), 'g1'), held]
    const made = planOf([shop, alpine, staff, guests, moved], live)
    expect(told(made).map(({ id, after }) => [id, after])).toEqual([
      ['update assignment-policy/Guests', 0],
      ['create assignment-policy/Guests/assignment/anna@x.test', 1],
      ['delete assignment-policy/Staff/assignment/anna@x.test', 1],
    ])
    expect(made.steps[2]?.after).toEqual([made.steps[0]?.id])
  })

  it('is still moved where the package has another name now', () => {
    const renamed = { ...accessPackage(shop, 'Matterhorn'), formerly: ['Alpine'] }
    const to = policy(renamed, 'Guests')
    const made = planOf([shop, renamed, policy(renamed, 'Staff'), to, assigned(to)], [...there, held])
    const [end] = made.steps.filter(({ action }) => action === 'delete')
    const grant = made.steps.find(({ kind, action }) => kind === 'assignment' && action === 'create')
    expect(end?.reason).toBe('moved')
    expect(grant?.after).toContain(end?.id)
  })

  it('needs no --end-assignments for the former policy to go, which waits for the new access', () => {
    const assignments: Held = new Map([[staff.address, [held]]])
    const made = planOf([shop, alpine, guests, moved], [...there, held], { prune: true, assignments })
    expect(made.findings).toEqual([])
    const gone = made.steps.find(({ id }) => id === `delete ${staff.address}`)
    expect(gone?.after).toEqual(
      expect.arrayContaining([`create ${moved.address}`, `delete ${held.address}`, `create ${guests.address}`]),
    )
    expect(lossOf(made).people).toBe(0)
    expect(movedOf(made, staff.address).first).toEqual(['anna@x.test'])
  })

  it('does not help somebody else under that policy', () => {
    const other = lived(assigned(staff, 'ben@x.test', 'u2'), 'a2')
    const assignments: Held = new Map([[staff.address, [held, other]]])
    const options = { prune: true, assignments }
    const made = planOf([shop, alpine, guests, moved], [...there, held], options)
    expect(made.findings.map(({ rule, message }) => [rule, message.includes('1 person has')])).toEqual([
      ['live-assignments', true],
    ])
    const ending = planOf([shop, alpine, guests, moved], [...there, held], { ...options, endAssignments: true })
    expect([movedOf(ending).first, lossOf(ending).first]).toEqual([['anna@x.test'], ['ben@x.test']])
  })

  it('stays where a rule gives them the package, and that is told', () => {
    const byRule = policy(alpine, 'Staff', { automaticRequestSettings: { requestAccessForAllowedTargets: true } })
    const live = [lived(shop, 'c1'), lived(alpine, 'p1'), lived(byRule, 's1'), held]
    const made = planOf([shop, alpine, byRule, guests, moved], live)
    expect(told(made).map(({ id }) => id)).toEqual(['create assignment-policy/Guests'])
    expect(made.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['assigned-automatically', 'error']])
    expect(made.findings[0]?.message).toContain('through Staff, which assigns it automatically')
  })

  it.each([
    ['is somebody else', lived(assigned(staff, 'ben@x.test', 'u2'), 'a1')],
    ['has another package', lived(assigned(policy(accessPackage(shop, 'Beta'), 'Staff')), 'a1')],
  ])('is simply assigned where whoever holds the other policy %s', (_, other) => {
    const beta = accessPackage(shop, 'Beta')
    const live = [...there, lived(beta, 'p2'), lived(policy(beta, 'Staff'), 's2'), lived(guests, 'g1'), other]
    const made = planOf([shop, alpine, staff, guests, moved], live)
    expect(told(made).map(({ id, reason }) => [id, reason])).toEqual([
      ['create assignment-policy/Guests/assignment/anna@x.test', 'declared'],
    ])
  })

  it('keeps the one that is declared, too', () => {
    const made = planOf([shop, alpine, staff, guests, assigned(staff), moved], [...there, lived(guests, 'g1'), held])
    expect(told(made).map(({ id, reason }) => [id, reason])).toEqual([
      ['create assignment-policy/Guests/assignment/anna@x.test', 'declared'],
    ])
  })

  it('who is not in the directory yet has no access to be moved', () => {
    const stranger = declared('assignment', 'kim@y.test', { target: { ...user('kim@y.test'), invited: true } }, guests)
    const made = planOf([shop, alpine, staff, guests, stranger], [...there, lived(guests, 'g1'), held])
    expect(told(made).map(({ reason }) => reason)).toEqual(['declared'])
  })
})

it('stands in the tree of changes once: at its new place, as a replacement', () => {
  const live = [...there, lived(guests, 'g1'), lived(assigned(staff), 'a1')]
  const tree = changeTree(planOf([shop, alpine, staff, guests, assigned(guests)], live))
  const nodes = tree.flatMap(node => [node, ...descendants(node)]).filter(({ steps }) => steps.length > 0)
  expect(nodes.map(node => [node.address, happening(node)])).toEqual([[assigned(guests).address, 'replace']])
})
