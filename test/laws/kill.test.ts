import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentOf, counting, dying, type Rehearsal, rehearse, troubles } from '../worlds/rehearsal.ts'

let rehearsal: Rehearsal
/** What the tenant is like after a deployment that nothing disturbs. */
let arrived: ReturnType<typeof contentOf>
/** How many requests that takes. */
let all = 0

beforeAll(async () => {
  rehearsal = await rehearse()
  const counted = counting(rehearsal.transport)
  const { outcome } = await rehearsal.deploy(counted.transport)
  expect(troubles(outcome)).toEqual([])
  all = counted.sent()
  arrived = contentOf(rehearsal.sandbox.export())
})

describe('a deployment that nothing disturbs', () => {
  it('creates, changes and deletes something of every kind', async () => {
    rehearsal.rewind()
    const { plan, outcome } = await rehearsal.deploy()
    expect(outcome.status).toBe('done')
    const done = Object.fromEntries(
      Map.groupBy(plan.steps, ({ action }) => action)
        .entries()
        .map(([action, steps]) => [action, [...new Set(steps.map(({ kind }) => kind))].sort()]),
    )
    expect(done).toEqual({
      create: [
        'access-package',
        'access-review',
        'assignment',
        'assignment-policy',
        'catalog',
        'catalog-resource',
        'catalog-role',
        'connected-organization',
        'custom-workflow-extension',
        'incompatible-group',
        'incompatible-package',
        'resource-role-scope',
        'sponsor',
      ],
      update: [
        'access-package',
        'access-review',
        'assignment',
        'assignment-policy',
        'catalog',
        'connected-organization',
        'custom-workflow-extension',
        'settings',
      ],
      delete: [
        'access-package',
        'assignment-policy',
        'catalog-resource',
        'catalog-role',
        'custom-workflow-extension',
        'incompatible-group',
        'incompatible-package',
        'resource-role-scope',
        'sponsor',
      ],
    })
  })

  it('arrives: planning again finds nothing to do', async () => {
    rehearsal.rewind()
    await rehearsal.deploy()
    const { steps, findings } = await rehearsal.plan()
    expect({ steps: steps.map(({ id }) => id), findings }).toEqual({ steps: [], findings: [] })
  })

  it('keeps what only the portal can set, and what nobody declares', () => {
    const policies = arrived.assignmentPolicy ?? []
    const old = policies.filter(policy => /"displayName":"(Suppliers|Staff)"/.test(policy))
    expect(old.filter(policy => policy.includes('Which project?'))).toHaveLength(2)
    expect(old.filter(policy => policy.includes('"isAssignmentNotificationDisabled":true'))).toHaveLength(2)
    expect(arrived.catalog?.some(catalog => catalog.includes('"Untouched"'))).toBe(true)
    expect(arrived.accessPackage?.some(each => each.includes('"Lasting"'))).toBe(true)
    expect(arrived.assignment?.filter(each => each.includes('Eve Hall'))).toHaveLength(1)
  })
})

describe.each([
  ['before', false],
  ['after', true],
] as const)('killed %s a request arrives', (_when, reached) => {
  it('and run again converges, wherever that was: nothing twice, nothing lost', async () => {
    for (let nth = 1; nth <= all; nth += 1) {
      rehearsal.rewind()
      await rehearsal.deploy(dying(rehearsal.transport, nth, reached)).catch((error: Error) => error)
      const { outcome } = await rehearsal.deploy()
      expect({ nth, troubles: troubles(outcome) }).toEqual({ nth, troubles: [] })
      expect({ nth, content: contentOf(rehearsal.sandbox.export()) }).toEqual({ nth, content: arrived })
    }
    expect((await rehearsal.plan()).steps).toEqual([])
  })
})

/** A process of its own that deploys over real HTTP. It writes what came of it to its output, if it lives to. */
const program = path.resolve(import.meta.dirname, '../worlds/deploying.ts')

describe('a process that is killed by the system', () => {
  let world: Rehearsal
  let served: Awaited<ReturnType<Rehearsal['sandbox']['serve']>>
  beforeAll(async () => {
    world = await rehearse({}, undefined, 'real')
    served = await world.sandbox.serve()
  })
  afterAll(() => served.close())

  const deploying = () => {
    const child = spawn(process.execPath, [program, served.url, world.sandbox.tenant.id], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', chunk => {
      output += String(chunk)
    })
    child.stderr.on('data', chunk => {
      output += String(chunk)
    })
    const ended = new Promise<{ signal: string | null; output: string }>(resolve =>
      child.on('close', (_code, signal) => resolve({ signal, output })),
    )
    return { child, ended }
  }
  const arrives = async (nth: number) => {
    const before = world.sandbox.requests.length
    const seen = () => world.sandbox.requests.slice(before).filter(({ path: to }) => to.startsWith('/v1.0/')).length
    while (seen() < nth) await new Promise(resolve => setTimeout(resolve, 2))
  }

  it('deploys when it is left alone', async () => {
    const { output, signal } = await deploying().ended
    expect({ output, signal }).toEqual({ output: 'done []', signal: null })
    expect(contentOf(world.sandbox.export())).toEqual(arrived)
  })

  it.each([7, 11, 13, 15, 17, 20, 24, 28, 32])('at its request %d goes on from there when it runs again', async nth => {
    world.rewind()
    world.sandbox.faults.add({ path: '/v1.0/', nth, do: { kind: 'late', ms: 60_000 } })
    const { child, ended } = deploying()
    await arrives(nth)
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
    world.sandbox.faults.clear()
    const { output } = await deploying().ended
    expect(output).toBe('done []')
    expect(contentOf(world.sandbox.export())).toEqual(arrived)
  })
})
