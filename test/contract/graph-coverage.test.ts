import { apply, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox, type Sandbox } from '@entitle/sandbox'
import { describe, expect, it } from 'vitest'
import { type Cell, isCell } from '../../scripts/graph-coverage/cell.ts'
import { coverage } from '../../scripts/graph-coverage/coverage.ts'
import { surface } from '../../scripts/graph-coverage/surface.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import { type Trial, trials } from './coverage-trials.ts'
import { observe } from './observe.ts'
import { loadSchema, validateExchange } from './schema-validator.ts'

const schema = loadSchema()

/** What the table has a statement for: `accessPackage.isHidden`. */
const said = Object.entries(coverage).flatMap(([type, entry]) =>
  isCell(entry)
    ? []
    : Object.entries(entry).flatMap(([property, cell]) =>
        cell.is === 'said' ? [{ property: `${type}.${property}`, cell }] : [],
      ),
)

/** Deploys, what is not declared being deleted, and finds nothing left to do. */
const deploy = async (sandbox: Sandbox, text: string): Promise<void> => {
  const workspace = await openWorkspace({ files: { '/t.entitle': text }, today: '2026-11-22', rules: false })
  expect(workspace.check().filter(({ severity }) => severity === 'error')).toEqual([])
  const { tenant, identity } = workspace.desired()
  sandbox.seed(directorySeed(tenant))
  const transport = sandboxTransport(sandbox)
  const prepare = () =>
    preparePlan({
      transport,
      desired: tenant,
      identity: { ...identity, tenantId: sandbox.tenant.id },
      options: { prune: true },
    })
  const { plan } = await prepare()
  expect(plan.findings).toEqual([])
  const outcome = await apply(plan, { transport, clock: systemClock })
  expect(outcome.steps.flatMap(({ failure }) => failure ?? [])).toEqual([])
  expect((await prepare()).plan.steps).toEqual([])
}

/** The values of each property after each deployment of a trial. */
const run = async (trial: Trial): Promise<readonly ReadonlyMap<string, string>[]> => {
  const sandbox = openSandbox({ creatorBecomesOwner: false })
  const seen: ReadonlyMap<string, string>[] = []
  const [first = ''] = trial
  for (const text of [...trial, first]) {
    await deploy(sandbox, text)
    if (schema !== undefined) seen.push(await observe(sandboxTransport(sandbox), schema))
  }
  if (schema !== undefined) expect(sandbox.requests.flatMap(record => validateExchange(schema, record))).toEqual([])
  sandbox.close()
  return seen
}

describe('every statement', () => {
  it.each(Object.entries(trials))(
    'is set, changed and taken back: %s (observed where ../shared/graph is there)',
    async (name, trial) => {
      const seen = await run(trial)
      const wanted = said.filter(({ cell }) => cell.is === 'said' && cell.trial === name)
      const wrong = wanted.flatMap(({ property, cell }) => {
        const values = seen.map(state => state.get(property) ?? '[]')
        const enough = cell.is === 'said' ? cell.values : 0
        return [
          ...(new Set(values).size < enough ? [`${property} has only ${[...new Set(values)].join(' and ')}`] : []),
          ...(values.at(-1) === values[0] ? [] : [`${property} was ${values[0]} and became ${values.at(-1)}`]),
        ]
      })
      expect(schema === undefined ? [] : wrong).toEqual([])
      expect(wanted.length).toBeGreaterThan(0)
    },
  )

  it('has its trial', () => {
    expect(said.filter(({ cell }) => cell.is === 'said' && !(cell.trial in trials))).toEqual([])
  })
})

describe.skipIf(!schema)('the table of coverage (skipped where ../shared/graph is missing)', () => {
  const types = schema === undefined ? new Map<string, readonly string[]>() : surface(schema as never)
  const cellOf = (type: string, property: string): Cell | undefined => {
    const entry = coverage[type]
    return entry === undefined || isCell(entry) ? entry : entry[property]
  }

  it('has every property that the published schema has', () => {
    const missing = [...types].flatMap(([type, properties]) =>
      properties.filter(property => cellOf(type, property) === undefined).map(property => `${type}.${property}`),
    )
    expect(missing).toEqual([])
    expect([...types.keys()].filter(type => !(type in coverage))).toEqual([])
  })

  it('has no property that the published schema lacks', () => {
    const wrong = Object.entries(coverage).flatMap(([type, entry]) =>
      isCell(entry)
        ? types.has(type)
          ? []
          : [type]
        : Object.keys(entry)
            .filter(property => types.get(type)?.includes(property) !== true)
            .map(property => `${type}.${property}`),
    )
    expect(wrong).toEqual([])
  })
})
