import { describe, expect, it } from 'vitest'
import type { Properties, TenantObject } from '../../src/model/tenant.ts'
import { keptDates, type Reassignment, reassigned } from '../../src/plan/reassignment.ts'
import { accessPackage, catalog, declared, lived, policy, user } from '../worlds/tenants.ts'

const now = '2026-06-01T10:00:00Z'
const until = (endDateTime: string): Properties => ({ type: 'afterDateTime', endDateTime })
const days = (duration: string): Properties => ({ type: 'afterDuration', duration })
const never: Properties = { type: 'noExpiration' }

describe('the dates of whoever is moved', () => {
  it.each<readonly [string, Properties | undefined, Properties | undefined, Properties | undefined]>([
    [
      'stay where the policy never ends',
      { expiration: until('2027-01-31T00:00:00Z') },
      never,
      { expiration: until('2027-01-31T00:00:00Z') },
    ],
    [
      'stay where the policy ends later',
      { expiration: until('2026-06-30T00:00:00Z') },
      days('P90D'),
      { expiration: until('2026-06-30T00:00:00Z') },
    ],
    ['are the policy’s where it ends before', { expiration: until('2027-01-31T00:00:00Z') }, days('P90D'), undefined],
    [
      'are the policy’s where its day comes before',
      { expiration: until('2027-01-31T00:00:00Z') },
      until('2026-12-31T00:00:00Z'),
      undefined,
    ],
    [
      'count from when access began',
      { startDateTime: '2026-05-01T00:00:00Z', expiration: days('P60D') },
      never,
      { expiration: until('2026-06-30T00:00:00Z') },
    ],
    ['are the policy’s where there is no end', { expiration: never }, days('P90D'), undefined],
    [
      'are the policy’s where the length is not fixed',
      { startDateTime: now, expiration: days('P1Y') },
      never,
      undefined,
    ],
    [
      'keep a beginning that is yet to come',
      { startDateTime: '2027-01-01T00:00:00Z', expiration: never },
      never,
      { startDateTime: '2027-01-01T00:00:00Z' },
    ],
    ['are the policy’s where nothing is known', undefined, never, undefined],
  ])('%s', (_, schedule, expiration, kept) => {
    const given = schedule === undefined ? {} : { schedule }
    expect(keptDates(given, expiration === undefined ? {} : { expiration }, now)).toEqual(kept)
  })
})

describe('those who hold what is deleted', () => {
  const shop = catalog('Shop')
  const [alpine, beta] = [accessPackage(shop, 'Alpine'), accessPackage(shop, 'Beta')]
  const [old, next] = [
    lived(policy(alpine, 'Old'), 'o1'),
    policy(alpine, 'Next', { allowedTargetScope: 'notSpecified' }),
  ]
  const held = (to: TenantObject, name: string) =>
    lived(declared('assignment', name, { target: user(name, name) }, to), `a-${name}`)
  const into = (more: Partial<Reassignment> = {}): Reassignment => ({
    policy: next,
    home: alpine.address,
    holders: new Map(),
    begun: [],
    facts: new Map(),
    now,
    ...more,
  })
  const moved = (
    object: TenantObject,
    some: readonly TenantObject[],
    to: Reassignment,
    settled = new Set<string>(),
  ) => {
    const { moves, refused } = reassigned(object, some, to, settled)
    return {
      moves: moves.map(({ from, begun = false, there = false }) => [
        from.name,
        ...(begun ? ['begun'] : []),
        ...(there ? ['there'] : []),
      ]),
      refused: refused.map(({ holder, because }) => [holder.name, because]),
    }
  }

  it('move within their package', () => {
    expect(moved(old, [held(old, 'u1'), held(old, 'u2')], into())).toEqual({ moves: [['u1'], ['u2']], refused: [] })
  })

  it('do not move to another package when only their policy goes', () => {
    const to = into({ policy: policy(beta, 'Next', { allowedTargetScope: 'notSpecified' }), home: beta.address })
    expect(moved(old, [held(old, 'u1')], to).refused).toEqual([['u1', 'other-package']])
  })

  it('move to another package when theirs goes, and get nothing that they have', () => {
    const to = into({
      policy: policy(beta, 'Next', { allowedTargetScope: 'notSpecified' }),
      home: beta.address,
      holders: new Map([['u2', 'there']]),
    })
    const settled = new Set<string>()
    expect(moved(lived(alpine, 'p1'), [held(old, 'u1'), held(old, 'u2')], to, settled).moves).toEqual([
      ['u1'],
      ['u2', 'there'],
    ])
    expect(moved(lived(alpine, 'p1'), [held(old, 'u1')], to, settled).moves).toEqual([['u1', 'there']])
  })

  it('get what an earlier deployment did not come to, once', () => {
    const begun = [held(old, 'u1'), held(old, 'u2'), held(old, 'u3'), held(policy(alpine, 'Older'), 'u4')]
    const to = into({ begun, holders: new Map([['u3', 'there']]) })
    expect(moved(old, [held(old, 'u2')], to)).toEqual({ moves: [['u2'], ['u1', 'begun']], refused: [] })
  })

  it('are refused whom the directory does not have', () => {
    const stranger = lived(declared('assignment', 'kim', { target: user('kim') }, old), 'a9')
    expect(moved(old, [stranger], into()).refused).toEqual([['kim', 'not-in-directory']])
  })
})
