import { openWorkspace } from '@entitle/language'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clientOf, em, movableClock, signIn } from '../../packages/sandbox/test/harness.ts'
import { inWorld, type Rehearsal } from './in-world.ts'

const today = '2026-06-01'

/** Requestors as a scenario describes them, and people of the directory whom the description fits: what is said must be so of each. */
const requestors: Readonly<Record<string, readonly string[]>> = {
  member: ['max@contoso.com'],
  'member in desk': ['dora@contoso.com'],
  'member in staff': ['stan@contoso.com'],
  anna: ['anna@contoso.com'],
  guest: ['fay@fabrikam.com', 'gus@nowhere.example', 'dina@fabrikam.com'],
  'external from fabrikam': ['fay@fabrikam.com'],
  'external from "fabrikam.com"': ['fay@fabrikam.com'],
  'external from "nowhere.example"': ['gus@nowhere.example'],
}

const people = [...new Set(Object.values(requestors).flat())]
const seed = {
  users: people.map(name => ({
    userPrincipalName: name,
    userType: name.endsWith('@contoso.com') ? ('Member' as const) : ('Guest' as const),
  })),
  groups: [
    { displayName: 'Desk', members: ['dora@contoso.com', 'dina@fabrikam.com'] },
    { displayName: 'Staff', members: ['stan@contoso.com', 'anna@contoso.com'] },
  ],
}

const expectations = [
  'denied',
  'policy s',
  'no approval',
  'approval by desk',
  'access without end',
  'access until 2026-07-01',
  'access until 2027-03-31',
]

/**
 * `any connected organization` stays out: the sandbox lets guests from anywhere request under it, the language only those of organizations that are
 * configured.
 */
const offer = fc.record({
  who: fc.constantFrom(
    'no one',
    'any member',
    'any user',
    'any external user',
    'users from fabrikam',
    'desk',
    'staff, anna',
    'anna',
  ),
  excluding: fc.constantFrom('', '', 'incompatible with desk', 'incompatible with staff, desk'),
  approval: fc.constantFrom('', 'approval { stage by desk }', 'approval { stage by staff stage by desk }'),
  ending: fc.constantFrom('never expires', 'expires after 30 days', 'expires on 2027-03-31', 'expires on 2026-06-01'),
})

const catalog = fc.record({
  says: fc.constantFrom('visible to external users', 'visible to external users', '', 'unpublished'),
  offers: fc.array(offer, { minLength: 1, maxLength: 3 }),
})
type Catalogs = readonly (typeof catalog extends fc.Arbitrary<infer T> ? T : never)[]

const packagesOf = (catalogs: Catalogs) =>
  catalogs.flatMap(({ offers }, c) => offers.map((_, p) => ({ name: `c${c}.p${p}`, displayName: `Package ${c} ${p}` })))

const textOf = (catalogs: Catalogs): string =>
  [
    'tenant contoso "Contoso" { domain "contoso.com" }',
    'organization fabrikam "Fabrikam" { domain "fabrikam.com" }',
    'user anna "anna@contoso.com"',
    'group desk "Desk"',
    'group staff "Staff"',
    ...catalogs.map(({ says, offers }, c) => {
      const packages = offers.map(({ who, excluding, approval, ending }, p) => {
        const policy = `policy s "S" {\n${`requestable by ${who}`}\n${approval}\n${ending}\n}`
        return `package p${p} "Package ${c} ${p}" {\n${excluding}\n${policy}\n}`
      })
      return `catalog c${c} "Catalog ${c}" {\n${says}\n${packages.join('\n')}\n}`
    }),
    ...packagesOf(catalogs).flatMap(({ name }) =>
      Object.keys(requestors).flatMap(who =>
        expectations.map(
          each => `scenario "${who.replaceAll('"', "'")}, ${name}, ${each}" {
  requestor ${who}
  requests ${name} on ${today}
  expect ${each}
}`,
        ),
      ),
    ),
  ].join('\n')

/** What came of a request: nothing, where it was refused. */
interface Came {
  readonly state: string
  readonly stages: number
  readonly expiration: { readonly type: string; readonly duration?: string; readonly endDateTime?: string }
}

/** Asks for a package as somebody of the directory. */
const ask = async ({ sandbox }: Rehearsal, username: string, displayName: string): Promise<Came | undefined> => {
  const admin = clientOf(sandbox, await signIn(sandbox))
  const packages = await admin.get(
    `${em}/accessPackages?$filter=displayName eq '${displayName}'&$expand=assignmentPolicies`,
  )
  const [{ id, assignmentPolicies }] = packages.body.value
  const policy = (await admin.get(`${em}/assignmentPolicies/${assignmentPolicies[0].id}`)).body
  const person = clientOf(sandbox, await signIn(sandbox, { grant_type: 'password', username, password: 'sandbox' }))
  const answer = await person.post(`${em}/assignmentRequests`, {
    requestType: 'userAdd',
    justification: 'For the project',
    assignment: { accessPackageId: id, assignmentPolicyId: policy.id },
  })
  if (answer.status !== 201) {
    expect(['PolicyRequirementsNotMet', 'IncompatibleGroup']).toContain(answer.body.error.code)
    return undefined
  }
  // Until it is approved, a request has no end of its own: the policy's will be.
  const { state, schedule } = (await admin.get(`${em}/assignmentRequests/${answer.body.id}`)).body
  return { state, stages: policy.requestApprovalSettings.stages.length, expiration: (schedule ?? policy).expiration }
}

const isSo = (expected: string, came: Came | undefined): boolean => {
  if (came === undefined) return expected === 'denied'
  const { state, stages, expiration } = came
  switch (expected) {
    case 'denied':
      return false
    case 'no approval':
      return state === 'delivered'
    case 'approval by desk':
      return state === 'pendingApproval' && stages === 1
    case 'access without end':
      return expiration.type === 'noExpiration'
    case 'access until 2026-07-01':
      return expiration.type === 'afterDuration' && expiration.duration === 'P30D'
    case 'access until 2027-03-31':
      return expiration.type === 'afterDateTime' && expiration.endDateTime?.startsWith('2027-03-31') === true
    default:
      return true
  }
}

it('comes of a request what a scenario says of whoever its requestor fits', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(catalog, { minLength: 1, maxLength: 2 }), catalogs =>
      inWorld(
        async world => {
          const sources = await openWorkspace({ files: { '/a.entitle': textOf(catalogs) }, today, rules: false })
          expect(sources.check().filter(({ severity }) => severity === 'error')).toEqual([])
          world.sandbox.seed(seed)
          await world.deploy(sources.desired().tenant)
          const runs = new Map(sources.scenarios().map(({ title, verdict }) => [title, verdict]))
          for (const { name, displayName } of packagesOf(catalogs)) {
            const came = new Map<string, Came | undefined>()
            for (const each of people) came.set(each, await ask(world, each, displayName))
            for (const [who, those] of Object.entries(requestors))
              for (const expected of expectations) {
                const title = `${who.replaceAll('"', "'")}, ${name}, ${expected}`
                const verdict = runs.get(title)
                seen.add(`${expected}: ${verdict}`)
                if (verdict === 'undetermined') continue
                for (const person of those)
                  expect({ title, person, verdict }).toEqual({
                    title,
                    person,
                    verdict: isSo(expected, came.get(person)) ? 'passed' : 'failed',
                  })
              }
          }
        },
        { clock: movableClock(`${today}T08:00:00Z`).clock },
      ),
    ),
    { numRuns: 20 },
  )
  expect([...seen].sort()).toEqual(
    expectations.flatMap(each => ['failed', 'passed', 'undetermined'].map(verdict => `${each}: ${verdict}`)).sort(),
  )
})
