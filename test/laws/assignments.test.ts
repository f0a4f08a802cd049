import { addressOf, parsePlan, type Ref, serializePlan, type Tenant, type TenantObject } from '@entitle/graph'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { users } from './arbitrary-directory.ts'
import { arbitraryTenant } from './arbitrary-tenant.ts'
import { inWorld } from './in-world.ts'

/** Policies under which every member of the directory may be assigned. */
const open: ReadonlySet<unknown> = new Set(['notSpecified', 'allMemberUsers', 'allDirectoryUsers'])

/** Policies under which people of other organizations may be, whom the directory need not know. */
const forOthers: ReadonlySet<unknown> = new Set([
  'specificConnectedOrganizationUsers',
  'allConfiguredConnectedOrganizationUsers',
  'allExternalUsers',
])
const strangers: readonly Ref[] = ['Kim@elsewhere.example', 'lee+1@elsewhere.example', "o'hara@far.example"].map(
  name => ({
    $ref: 'user',
    name,
  }),
)

const ends = [undefined, '2099-01-31T23:59:59Z', '2099-06-30T18:00:00Z'] as const
const starts = [undefined, '2098-01-01T00:00:00Z'] as const

const assigned = (policy: TenantObject, target: Ref, start?: string, end?: string): TenantObject => {
  const schedule = {
    ...(start === undefined ? {} : { startDateTime: start }),
    ...(end === undefined ? {} : { expiration: { type: 'afterDateTime', endDateTime: end } }),
  }
  const properties = { target, ...(start === undefined && end === undefined ? {} : { schedule }) }
  const parent = policy.address
  return {
    kind: 'assignment',
    name: target.name,
    address: addressOf('assignment', target.name, parent),
    parent,
    properties,
    ...(policy.origin === undefined ? {} : { origin: policy.origin }),
  }
}

/** One policy of each package, so that nobody has two assignments of one; no incompatible packages, since nobody may have both. */
const assignable = ({ objects }: Tenant, scopes: ReadonlySet<unknown>): readonly TenantObject[] => {
  const policies = objects.filter(
    ({ kind, properties }) => kind === 'assignment-policy' && scopes.has(properties.allowedTargetScope),
  )
  return [...new Map(policies.map(policy => [policy.parent, policy])).values()]
}

const peaceful = ({ objects }: Tenant): Tenant => ({
  objects: objects.filter(({ kind }) => kind !== 'incompatible-package'),
})

/** The same people twice, with dates that may differ. */
const arbitraryAssigned = (
  people: readonly Ref[],
  scopes: ReadonlySet<unknown>,
): fc.Arbitrary<readonly [Tenant, Tenant]> =>
  arbitraryTenant
    .map(peaceful)
    .filter(tenant => assignable(tenant, scopes).length > 0)
    .chain(tenant =>
      fc
        .tuple(
          ...assignable(tenant, scopes).map(policy =>
            fc
              .subarray([...people], { minLength: 1, maxLength: 2 })
              .chain(some =>
                fc.tuple(
                  ...some.map(person =>
                    fc
                      .tuple(fc.constantFrom(...starts), fc.constantFrom(...ends), fc.constantFrom(...ends))
                      .map(([start, end, later]) => [
                        assigned(policy, person, start, end),
                        assigned(policy, person, start, later),
                      ]),
                  ),
                ),
              ),
          ),
        )
        .map(pairs => pairs.flat())
        .map(pairs => {
          const version = (place: number): Tenant => ({
            objects: [...tenant.objects, ...pairs.flatMap(pair => pair[place] ?? [])],
          })
          return [version(0), version(1)] as const
        }),
    )

it.each([
  ['people of the directory', users, open],
  ['people who are invited by e-mail, once', strangers, forOthers],
] as const)(
  'assignments of %s arrive, rest, get other dates, and stay when nobody declares them any more',
  async (_, people, scopes) => {
    await fc.assert(
      fc.asyncProperty(arbitraryAssigned(people, scopes), async ([first, second]) =>
        inWorld(async world => {
          const steps = async (desired: Tenant, prune = false) => (await world.plan(desired, { prune })).steps
          await world.deploy(first)
          expect(await steps(first)).toEqual([])
          const plan = await world.plan(second)
          expect(serializePlan(await world.plan(second))).toBe(serializePlan(plan))
          for (const step of plan.steps) expect([step.kind, step.action]).toEqual(['assignment', 'update'])
          const saved = parsePlan(serializePlan(plan))
          if ('error' in saved) throw new Error(saved.error)
          expect((await world.apply(saved.plan)).status).toBe('done')
          expect(await steps(second)).toEqual([])
          const without = { objects: first.objects.filter(({ kind }) => kind !== 'assignment') }
          const left = await world.plan(without)
          expect([...left.steps, ...left.unmanaged].filter(({ kind }) => kind === 'assignment')).toEqual([])
          const pruned = await steps(without, true)
          expect(pruned.filter(({ kind }) => kind === 'assignment')).toEqual([])
        }),
      ),
      { numRuns: 25 },
    )
  },
)
