import { apply, type Outcome, type Plan, preparePlan } from '@entitle/graph'
import { describeChanges, directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox, type Sandbox, type SandboxOptions } from '@entitle/sandbox'
import { afterEach, describe, expect, it } from 'vitest'
import { rehearsalClock } from '../worlds/rehearsal.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { loadSchema, validateExchange } from './schema-validator.ts'

const schema = loadSchema()
const em = '/identityGovernance/entitlementManagement'

const opened: Sandbox[] = []
afterEach(() => {
  for (const sandbox of opened.splice(0)) {
    if (schema !== undefined) expect(sandbox.requests.flatMap(record => validateExchange(schema, record))).toEqual([])
    sandbox.close()
  }
})

/** A tenant with a package that nobody may request, and what `assigned` says; `day` is today, as the sources see it. */
const world = (options: SandboxOptions = {}) => {
  const { clock, move } = rehearsalClock('2026-11-22T08:00:00Z')
  const sandbox = openSandbox({ clock: () => clock.now(), ...options })
  opened.push(sandbox)
  const transport = sandboxTransport(sandbox)
  const lowered = async (assigned: string, day = '2026-11-22') => {
    const text = `
      tenant t "T" { domain "contoso.com" }
      catalog c "C" { resources group "Staff"
        package p "P" { grants "Member" of group "Staff"
          policy s "S" { requestable by no one expires after 180 days }
          policy m "M" { requestable by any member } }
        package q "Q" { incompatible with p policy s "S" { requestable by no one } } }
      ${assigned}`
    const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: day, rules: false })
    expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
    return workspace.desired()
  }
  const plan = async (assigned: string, day?: string, prune = false): Promise<Plan> => {
    const { tenant, identity } = await lowered(assigned, day)
    sandbox.seed(directorySeed(tenant))
    const desired = { transport, desired: tenant, identity: { ...identity, tenantId: sandbox.tenant.id } }
    return (await preparePlan({ ...desired, options: { prune } })).plan
  }
  const deploy = async (assigned: string, day?: string, prune = false): Promise<{ plan: Plan; outcome: Outcome }> => {
    const made = await plan(assigned, day, prune)
    return { plan: made, outcome: await apply(made, { transport, clock }) }
  }
  const post = (body: object) =>
    transport.send({ method: 'POST', path: `${em}/assignmentRequests`, body: body as Record<string, never> })
  const held = () =>
    sandbox
      .export()
      .documents.filter(({ kind }) => kind === 'assignment')
      .map(({ body }) => body as { readonly id: string; readonly $target: string; readonly schedule: object })
  return { sandbox, clock, move, transport, lowered, plan, deploy, post, held }
}

const kim = 'assign user "kim@contoso.com" to c.p using s'
const ofAssignments = ({ steps }: Plan) => steps.filter(({ kind }) => kind === 'assignment')
const told = (plan: Plan) =>
  ofAssignments(plan).map(
    ({ action, address, changes }) =>
      `${action} ${address.split('/').slice(-3).join('/')}: ${describeChanges('assignment', changes)
        .map(({ label, before, after }) => `${label} ${before} → ${after}`)
        .join('; ')}`,
  )
const done = ({ outcome }: { outcome: Outcome }) =>
  expect({
    status: outcome.status,
    failures: outcome.steps.flatMap(({ failure }) => failure ?? []),
  }).toEqual({ status: 'done', failures: [] })

describe('a direct assignment', () => {
  it('is made with its package, delivered, and then as declared', async () => {
    const { deploy, plan, held, sandbox } = world({ assignmentDelayMs: 5000, readDelayMs: 2000 })
    const first = await deploy(kim)
    done(first)
    expect(told(first.plan)).toEqual(['create S/assignment/kim@contoso.com: assigned to none → kim@contoso.com'])
    expect(ofAssignments(first.plan)).toMatchObject([{ risk: 'may-grant-access', undo: { possible: true } }])
    expect(held()).toHaveLength(1)
    expect((await plan(kim)).steps).toEqual([])
    expect(sandbox.requests.some(({ path }) => path.includes('/assignmentRequests'))).toBe(true)
  })

  it('has the dates that are declared, and gets others', async () => {
    const { deploy, plan, held } = world({ assignmentDelayMs: 3000 })
    done(await deploy(`${kim} until 2027-01-31`))
    expect(held()[0]?.schedule).toMatchObject({
      expiration: { type: 'afterDateTime', endDateTime: '2027-01-31T23:59:59Z' },
    })
    const [, id] = [(await plan(`${kim} until 2027-01-31`)).steps.length, held()[0]?.id]
    const longer = await deploy(`${kim} until 2027-03-31`)
    done(longer)
    expect(told(longer.plan)).toEqual(['update S/assignment/kim@contoso.com: ends 2027-01-31 → 2027-03-31'])
    expect(ofAssignments(longer.plan)).toMatchObject([{ risk: 'may-change-access' }])
    expect(held().map(each => each.id)).toEqual([id])
    expect((await plan(`${kim} until 2027-03-31`)).steps).toEqual([])
    expect((await plan(kim)).steps).toEqual([])
  })

  it('may start later: it is waited for no longer than until the tenant has it, and can be moved', async () => {
    const { deploy, plan, clock, move, held } = world()
    const later = `${kim} from 2027-01-01`
    done(await deploy(later))
    expect(clock.now().toISOString()).toMatch(/^2026-11-22T08:0/)
    expect((await plan(later)).steps).toEqual([])
    const moved = await deploy(`${kim} from 2027-02-01 until 2027-03-01`)
    done(moved)
    expect(told(moved.plan)).toEqual([
      'update S/assignment/kim@contoso.com: starts 2027-01-01 → 2027-02-01; ends after 180 days → 2027-03-01',
    ])
    expect(held()).toHaveLength(1)
    move(90 * 86_400_000)
    expect((await plan(`${kim} from 2027-02-01 until 2027-03-01`, '2027-02-20')).steps).toEqual([])
  })

  it('that has ended stays ended', async () => {
    const { deploy, plan, move } = world()
    done(await deploy(`${kim} until 2026-12-31`))
    move(60 * 86_400_000)
    expect((await plan(`${kim} until 2026-12-31`, '2027-01-21')).steps).toEqual([])
    const again = await plan(`${kim} until 2027-03-31`, '2027-01-21')
    expect(told(again)).toEqual([
      'create S/assignment/kim@contoso.com: assigned to none → kim@contoso.com; access as the policy has it → until 2027-03-31',
    ])
  })

  it('that somebody ended in the portal is made again', async () => {
    const { deploy, plan, post, held } = world()
    done(await deploy(kim))
    await post({ requestType: 'adminRemove', assignment: { id: held()[0]?.id } })
    expect(ofAssignments(await plan(kim)).map(({ action }) => action)).toEqual(['create'])
    done(await deploy(kim))
    expect((await plan(kim)).steps).toEqual([])
    expect(held()).toHaveLength(2)
  })

  it('is left alone once it is not declared any more, with --prune too', async () => {
    const { deploy, plan, held } = world()
    const lee = 'assign user "lee@contoso.com" to c.p using s'
    done(await deploy(`${kim}\n${lee}`))
    for (const said of [kim, ''])
      for (const prune of [false, true]) {
        const { steps, unmanaged, findings } = await plan(said, undefined, prune)
        const ours = unmanaged.filter(({ kind }) => kind === 'assignment')
        expect({ steps: steps.filter(({ kind }) => kind !== 'catalog-role'), ours, findings }).toEqual({
          steps: [],
          ours: [],
          findings: [],
        })
      }
    expect(held()).toHaveLength(2)
  })

  it('costs requests only where one is declared, and asks for nobody else', async () => {
    const { deploy, plan, sandbox } = world()
    done(await deploy(kim))
    const about = () =>
      sandbox.requests
        .flatMap(({ batch = [], ...each }) => [each, ...batch])
        .filter(({ path }) => path.includes('/assignments?')).length
    const before = about()
    await plan('')
    expect(about()).toBe(before)
    await plan(kim)
    expect(about()).toBeGreaterThan(before)
  })

  it('whose answer is lost is looked for, and not made twice', async () => {
    const { deploy, held, sandbox, plan } = world({ readDelayMs: 1500 })
    done(await deploy(''))
    sandbox.faults.add({ path: 'assignmentRequests', do: { kind: 'commit-then-cut' } })
    done(await deploy(kim))
    expect(held()).toHaveLength(1)
    expect((await plan(kim)).steps).toEqual([])
  })
})

describe('what Graph refuses is told with its reason', () => {
  const failures = ({ outcome }: { outcome: Outcome }) => outcome.steps.flatMap(({ failure }) => failure ?? [])

  it('access to an incompatible package', async () => {
    const { deploy } = world()
    done(await deploy(kim))
    expect(failures(await deploy(`${kim}\nassign user "kim@contoso.com" to c.q using s`))).toMatchObject([
      { code: 'IncompatibleAccessPackage', because: expect.stringContaining('incompatible with') },
    ])
  })

  it('somebody whom the policy is not for', async () => {
    const { deploy, sandbox } = world()
    sandbox.seed({ users: [{ userPrincipalName: 'gus@fabrikam.com', displayName: 'Gus', userType: 'Guest' }] })
    const guest = 'organization f "F" { domain "fabrikam.com" }\nassign user "gus@fabrikam.com" to c.p using m'
    expect(failures(await deploy(guest))).toMatchObject([
      { code: 'PolicyRequirementsNotMet', because: expect.stringContaining('not for that person') },
    ])
  })

  it('somebody who is not in the directory, before anything is written', async () => {
    const { deploy, lowered, sandbox, transport } = world()
    done(await deploy(''))
    const { tenant, identity } = await lowered(kim)
    const { plan } = await preparePlan({
      transport,
      desired: tenant,
      identity: { ...identity, tenantId: sandbox.tenant.id },
    })
    expect(plan.findings).toMatchObject([
      { rule: 'not-in-directory', message: expect.stringContaining('kim@contoso.com') },
    ])
    expect(plan.steps).toEqual([])
  })
})
