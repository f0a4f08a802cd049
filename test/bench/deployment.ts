import { apply, type HttpTransport, limited, preparePlan, type Tenant } from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { directorySeed, openWorkspace } from '@entitle/language'
import { openSandbox } from '@entitle/sandbox'
import { sandboxTransport } from '../worlds/sandbox-transport.ts'
import type { Row } from './table.ts'

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

/** Counts what really goes over the wire, a `$batch` being one request. */
const counted = (transport: HttpTransport) => {
  let requests = 0
  return {
    transport: {
      send: (request, signal) => {
        requests += 1
        return transport.send(request, signal)
      },
    } satisfies HttpTransport,
    take: () => {
      const taken = requests
      requests = 0
      return taken
    },
  }
}

/** First deploy and no-op plan of `packages` packages: requests and time, at a latency for each HTTP request. */
export const deployment = async (packages: number, latencyMs: number): Promise<Row[]> => {
  const workspace = await openWorkspace({ files: { 'tools.entitle': source(packages) }, today: '2026-11-22' })
  const desired = workspace.desired()
  const sandbox = openSandbox({ latencyMs })
  sandbox.seed(directorySeed(desired.tenant))
  const wire = counted(sandboxTransport(sandbox))
  const transport = limited(wire.transport, systemClock)
  const prepare = (tenant: Tenant) =>
    preparePlan({ transport, desired: tenant, identity: { ...desired.identity, tenantId: sandbox.tenant.id } })
  const of = `of ${packages} packages, ${latencyMs} ms latency`

  const start = performance.now()
  const first = await prepare(desired.tenant)
  const outcome = await apply(first.plan, { transport, clock: systemClock })
  const deployed = performance.now() - start
  const deployRequests = wire.take()
  if (outcome.status !== 'done') throw new Error(`the deployment ${of} ended ${outcome.status}`)

  const again = performance.now()
  const second = await prepare(desired.tenant)
  const planned = performance.now() - again
  if (second.plan.steps.length > 0) throw new Error(`the plan after the deployment ${of} isn't empty`)
  const planRequests = wire.take()
  sandbox.close()
  return [
    { what: `first deploy ${of}`, value: deployed, unit: 'ms', bar: latencyMs === 0 ? 1_000 : 10_000 },
    { what: `first deploy ${of}: requests`, value: deployRequests, unit: 'requests' },
    { what: `no-op plan ${of}`, value: planned, unit: 'ms' },
    { what: `no-op plan ${of}: requests`, value: planRequests, unit: 'requests', bar: 10 },
  ]
}
