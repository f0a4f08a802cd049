import { apply, limited, type Prepared, preparePlan } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { type Desired, directorySeed, importTenant, openWorkspace } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'
import { MemoryFiles } from '../scenarios/harness/memory-files.ts'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import type { Row } from './table.ts'
import { type Wire, wireTo } from './wire.ts'
import { filesOf, type Workload, workloads } from './workload.ts'

/** One catalog with a group and `packages` packages, each with a grant and one policy. */
const source = (packages: number) => `tenant contoso "Contoso" { domain "contoso.com" }
group desk "Identity Governance desk"
group team "Team"
catalog tools "Tools" {
  owners desk
  resources team
${Array.from(
  { length: packages },
  (_, n) => `  package package-${n} "Package ${n}" {
    grants "Member" of team
    policy staff "Employees" {
      requestable by any member
      approval { stage by desk }
      expires after 365 days
    }
  }`,
).join('\n')}
}
`

interface Tenant {
  readonly wire: Wire
  readonly packages: number
  prepare(): Promise<Prepared>
  deploy(prepared: Prepared): Promise<void>
  /** Writes the tenant down as sources, in memory. @returns how many packages they hold. */
  importAll(): Promise<number>
  close(): void
}

/** An empty tenant in process, in which the directory has what the sources name. */
const tenantFor = (desired: Desired, packages: number): Tenant => {
  const sandbox = openSandbox()
  sandbox.seed(directorySeed(desired.tenant))
  const wire = wireTo(sandboxTransport(sandbox))
  const transport = limited(wire.transport, systemClock)
  const identity = { ...desired.identity, tenantId: sandbox.tenant.id }
  return {
    wire,
    packages,
    prepare: () => preparePlan({ transport, desired: desired.tenant, identity }),
    async deploy({ plan }) {
      const { status } = await apply(plan, { transport, clock: systemClock })
      if (status !== 'done') throw new Error(`the deployment of ${packages} packages ended ${status}`)
    },
    async importAll() {
      const files = new MemoryFiles('/imported')
      const where = { files, folder: '/imported', today: '2026-11-22' }
      const tenantIs = { tenantId: sandbox.tenant.id, cloud: 'global' } as const
      const result = await importTenant({ transport, ...tenantIs, catalogs: [], templates: false, ...where })
      if ('refused' in result) throw new Error(`the import of ${packages} packages was refused: ${result.refused}`)
      const { listed, errors, parts } = result.imported
      if (listed.length + errors.length + parts.filter(({ changes }) => changes).length > 0)
        throw new Error(`the import of ${packages} packages isn't lossless`)
      return [...files.texts.values()].flatMap(text => text.match(/^ {2}package \S+ "/gm) ?? []).length
    },
    close: () => sandbox.close(),
  }
}

interface Measured {
  readonly ms: number
  readonly requests: number
  readonly refused: number
}

const measured = async (wire: Wire, act: () => Promise<void>): Promise<Measured> => {
  wire.take()
  const start = performance.now()
  await act()
  return { ms: performance.now() - start, ...wire.take() }
}

const firstDeploy = ({ wire, prepare, deploy }: Tenant): Promise<Measured> =>
  measured(wire, async () => deploy(await prepare()))

const noOpPlan = ({ wire, prepare, packages }: Tenant): Promise<Measured> =>
  measured(wire, async () => {
    const { plan } = await prepare()
    if (plan.steps.length > 0 || plan.findings.length > 0)
      throw new Error(`the plan after the deployment of ${packages} packages isn't empty`)
  })

const wholeImport = ({ wire, importAll, packages }: Tenant): Promise<Measured> =>
  measured(wire, async () => {
    const written = await importAll()
    if (written !== packages) throw new Error(`of ${packages} packages the import has written ${written}`)
  })

const rows = (what: string, { ms, requests }: Measured, bars: { ms?: number; requests?: number } = {}): Row[] => [
  { what, value: ms, unit: 'ms', ...(bars.ms === undefined ? {} : { bar: bars.ms }) },
  {
    what: `${what}: requests`,
    value: requests,
    unit: 'requests',
    ...(bars.requests === undefined ? {} : { bar: bars.requests }),
  },
]

/** What is done with a tenant that is as declared; each is measured at each latency, and throttled. */
const works: { readonly [name: string]: (tenant: Tenant) => Promise<Measured> } = {
  'no-op plan': noOpPlan,
  import: wholeImport,
}

const latencies = [0, 100]
/** So many requests in a second a throttled tenant answers: fewer than four at a time and no latency would send. */
const throttle = 20

/** The deployment that quality has bars for: one catalog with 50 packages. */
const oneCatalog = async (): Promise<Row[]> => {
  const packages = 50
  const workspace = await openWorkspace({ files: { 'tools.entitle': source(packages) }, today: '2026-11-22' })
  const found: Row[] = []
  for (const latencyMs of latencies) {
    const tenant = tenantFor(workspace.desired(), packages)
    tenant.wire.latencyMs = latencyMs
    const of = `of ${packages} packages, ${latencyMs} ms latency`
    found.push(...rows(`first deploy ${of}`, await firstDeploy(tenant), { ms: latencyMs === 0 ? 1_000 : 10_000 }))
    found.push(...rows(`no-op plan ${of}`, await noOpPlan(tenant), { requests: 10 }))
    tenant.close()
  }
  return found
}

/** First deploy and what follows, of a workload, at each latency and throttled. */
const ofWorkload = async (workload: Workload): Promise<Row[]> => {
  const { name, packages } = workload
  const files = Object.fromEntries(filesOf(workload))
  const desired = (await openWorkspace({ files, today: '2026-11-22', rules: false })).desired()
  const bars = name === 'L' ? { requests: packages / 50 } : {}
  const found: Row[] = []
  const deployed = tenantFor(desired, packages)
  const atOnce = await firstDeploy(deployed)
  found.push(...rows(`first deploy of ${name}, 0 ms latency`, atOnce))
  for (const latencyMs of latencies)
    for (const [what, work] of Object.entries(works)) {
      deployed.wire.latencyMs = latencyMs
      found.push(...rows(`${what} of ${name}, ${latencyMs} ms latency`, await work(deployed), bars))
    }
  globalThis.gc?.()
  found.push({
    what: `heap with ${name} read and compared, the sandbox and its log of requests included`,
    value: process.memoryUsage().heapUsed / 2 ** 20,
    unit: 'MiB',
  })
  deployed.wire.latencyMs = 0
  deployed.wire.mostPerSecond = throttle
  for (const [what, work] of Object.entries(works))
    found.push(...throttled(`${what} of ${name}, throttled to ${throttle} requests a second`, await work(deployed)))
  deployed.close()
  if (name === 'L') return [...found, computed(atOnce)]
  const late = tenantFor(desired, packages)
  late.wire.latencyMs = 100
  found.push(...rows(`first deploy of ${name}, 100 ms latency`, await firstDeploy(late)))
  late.close()
  const refusing = tenantFor(desired, packages)
  refusing.wire.mostPerSecond = throttle
  const what = `first deploy of ${name}, throttled to ${throttle} requests a second`
  found.push(...throttled(what, await firstDeploy(refusing)))
  refusing.close()
  return found
}

const throttled = (what: string, { ms, requests, refused }: Measured): Row[] => [
  { what, value: ms, unit: 'ms' },
  { what: `${what}: requests, of them refused ${refused}`, value: requests, unit: 'requests' },
]

/** How many requests are under way at a time, as the limiter has it. */
const sideBySide = 4

/** Waiting for each request in turn would take a quarter of an hour: the time without latency, and that of the requests, four at a time. */
const computed = ({ ms, requests }: Measured): Row => ({
  what: `first deploy of L, 100 ms latency: computed from ${requests} requests, ${sideBySide} at a time`,
  value: ms + (requests * 100) / sideBySide,
  unit: 'ms',
})

/**
 * Deploying, planning against what was deployed, importing it, and reading in bulk: requests and time. `sizes` are names of workloads; without any, all are
 * measured. The sandbox runs in this process, so that times without latency hold its work as well.
 */
export const deployment = async (sizes: readonly string[]): Promise<Row[]> => {
  const found = await oneCatalog()
  for (const workload of workloads)
    if (sizes.length === 0 || sizes.includes(workload.name)) found.push(...(await ofWorkload(workload)))
  return found
}
