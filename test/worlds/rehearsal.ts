import {
  apply,
  type Clock,
  type HttpTransport,
  type JsonObject,
  limited,
  type Outcome,
  type Plan,
  parseUndo,
  preparePlan,
  prepareUndo,
  serializeUndo,
  type Tenant,
  TransportError,
  type Undo,
  undoOf,
} from '@entitle/graph'
import { systemClock } from '@entitle/graph/node'
import { openSandbox, type Sandbox, type SandboxOptions, type SandboxState } from '@entitle/sandbox'
import { before, declared, directory } from './every-kind.ts'
import { sandboxTransport } from './sandbox-transport.ts'

const em = '/identityGovernance/entitlementManagement'
const identity = { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false } as const

/** A clock that only waiting moves; the sandbox goes by it too. */
export function rehearsalClock(start = '2026-06-01T08:00:00Z') {
  let now = Date.parse(start)
  const clock: Clock = {
    now: () => new Date(now),
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      const wake = now + ms
      await new Promise(resolve => setImmediate(resolve))
      signal?.throwIfAborted()
      now = Math.max(now, wake)
    },
  }
  const move = (ms: number): void => {
    now += ms
  }
  return { clock, move }
}

/** What a person set in the portal, of which the language knows nothing: it must survive every deployment. */
export const portalOnly = {
  questions: [
    {
      '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
      sequence: 1,
      isRequired: true,
      isAnswerEditable: true,
      text: 'Which project?',
      localizations: [],
      isSingleLineQuestion: true,
      regexPattern: null,
    },
  ],
  notificationSettings: { isAssignmentNotificationDisabled: true },
} as const

/** One life of the process: reads, plans with pruning, applies. Nothing is kept between two lives but the tenant. */
export async function deploy(transport: HttpTransport, clock: Clock, desired: Tenant, tenantId: string) {
  const under = limited(transport, clock)
  const { plan } = await preparePlan({
    transport: under,
    desired,
    identity: { ...identity, tenantId },
    options: { prune: true },
  })
  return { plan, ...(await applied(plan, under, clock)) }
}

/** Carries a plan out, and tells what undoes that. */
export async function applied(plan: Plan, transport: HttpTransport, clock: Clock, signal?: AbortSignal) {
  const deployed = clock.now().toISOString()
  let undo = undoOf({ plan, before: { objects: [] }, deployed })
  let before: Tenant = { objects: [] }
  const ready = async (tenant: Tenant) => {
    before = tenant
    undo = undoOf({ plan, before, deployed })
  }
  const outcome = await apply(plan, { transport, clock, ready, ...(signal === undefined ? {} : { signal }) })
  const begun = undo
  undo = undoOf({ plan, before, deployed, outcome })
  return { outcome, undo, begun }
}

/** Undoes a deployment, as another process reads it from its file. */
export async function undone(transport: HttpTransport, clock: Clock, undo: Undo, endAssignments = false) {
  const read = parseUndo(serializeUndo(undo))
  if ('error' in read) throw new Error(read.error)
  const under = limited(transport, clock)
  const prepared = await prepareUndo({
    transport: under,
    undo: read.undo,
    now: clock.now().toISOString(),
    options: { endAssignments },
  })
  return { plan: prepared.plan, ...(await applied(prepared.plan, under, clock)) }
}

/** Plans only. */
export async function planned(
  transport: HttpTransport,
  clock: Clock,
  desired: Tenant,
  tenantId: string,
): Promise<Plan> {
  const { plan } = await preparePlan({
    transport: limited(transport, clock),
    desired,
    identity: { ...identity, tenantId },
    options: { prune: true },
  })
  return plan
}

export interface Rehearsal {
  readonly sandbox: Sandbox
  readonly clock: Clock
  /** Lets what was written become visible, as time between two runs does. */
  readonly move: (ms: number) => void
  readonly transport: HttpTransport
  readonly desired: Tenant
  /** The tenant before the deployment. */
  readonly start: SandboxState
  /** Back to that tenant, with an empty log and no faults. */
  rewind(): void
  deploy(through?: HttpTransport): Promise<{ plan: Plan; outcome: Outcome; undo: Undo; begun: Undo }>
  plan(): Promise<Plan>
}

/** A tenant with something of every kind in it, and a workspace that creates, changes and deletes something of every kind. */
export async function rehearse(
  options: SandboxOptions = {},
  timeoutMilliseconds?: number,
  time: 'rehearsed' | 'real' = 'rehearsed',
): Promise<Rehearsal> {
  const { clock, move } = time === 'real' ? { clock: systemClock, move: () => undefined } : rehearsalClock()
  const sandbox = openSandbox({ creatorBecomesOwner: false, ...options, clock: () => clock.now() })
  sandbox.seed(directory)
  const transport = sandboxTransport(sandbox, timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds })
  const { id } = sandbox.tenant
  const { outcome } = await deploy(transport, clock, before(), id)
  if (outcome.status !== 'done') throw new Error(`The tenant could not be set up: ${JSON.stringify(outcome, null, 2)}`)
  await setInPortal(transport)
  move(3_600_000)
  const start = sandbox.export()
  return {
    sandbox,
    clock,
    move,
    transport,
    desired: declared(),
    start,
    rewind() {
      sandbox.faults.clear()
      sandbox.import(start)
    },
    deploy: (through = transport) => deploy(through, clock, declared(), id),
    plan: () => planned(transport, clock, declared(), id),
  }
}

async function setInPortal(transport: HttpTransport): Promise<void> {
  const expand = '$expand=accessPackage,questions'
  const { body } = await transport.send({ method: 'GET', path: `${em}/assignmentPolicies?${expand}` })
  for (const policy of (body as { value: readonly JsonObject[] }).value) {
    const { id, createdDateTime: _, modifiedDateTime: __, accessPackage, ...rest } = policy
    if ((policy.questions as readonly JsonObject[]).length > 0 || policy.automaticRequestSettings !== null) continue
    const parent = (accessPackage as JsonObject).id ?? ''
    const put = { ...rest, ...portalOnly, accessPackage: { id: parent } } as JsonObject
    const answer = await transport.send({ method: 'PUT', path: `${em}/assignmentPolicies/${String(id)}`, body: put })
    if (answer.status !== 200) throw new Error(`The policy could not be set: ${JSON.stringify(answer.body)}`)
  }
}

/**
 * A transport whose process dies at its nth request: `reached` lets that request still arrive. Everything after fails at once,
 * which is as near to dying as a promise gets.
 */
export function dying(transport: HttpTransport, nth: number, reached: boolean): HttpTransport {
  let sent = 0
  return {
    async send(request, signal) {
      sent += 1
      if (sent > nth || (sent === nth && !reached)) throw new TransportError('The process is dead.')
      const answer = await transport.send(request, signal)
      if (sent >= nth) throw new TransportError('The process is dead.')
      return answer
    },
  }
}

/** Counts the requests that pass. */
export function counting(transport: HttpTransport) {
  let sent = 0
  const counted: HttpTransport = {
    send(request, signal) {
      sent += 1
      return transport.send(request, signal)
    },
  }
  return { transport: counted, sent: () => sent }
}

type Doc = SandboxState['documents'][number]['body']

/** A tenant's content without what differs between two deployments of the same: ids, times and what they bring, requests. */
export function contentOf(state: SandboxState): Readonly<Record<string, readonly string[]>> {
  const names = new Map<string, string>()
  for (const { body } of state.documents)
    if (typeof body.displayName === 'string') names.set(String(body.id).toLowerCase(), body.displayName)
  const byKind = Map.groupBy(
    state.documents.filter(({ kind }) => !/Request$|^accessReview(Instance|Decision)$/.test(kind)),
    ({ kind }) => kind,
  )
  return Object.fromEntries(
    [...byKind].sort().map(([kind, all]) => [kind, all.map(({ body }) => worded(timeless(kind, body), names)).sort()]),
  )
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const passing = new Set(['id', 'createdDateTime', 'modifiedDateTime', 'lastModifiedDateTime', '$deliveredAt'])

/** An object without what time has made of it: a review that has opened, an assignment that has begun. */
const timeless = (kind: string, body: Doc): Doc => {
  if (kind === 'assignment') return begun(body)
  const { status: _status, $next: _next, ...review } = body
  return kind === 'accessReview' ? { ...review, id: body.id } : body
}

/** An assignment without when it began. */
const begun = (body: Doc): Doc => {
  const { startDateTime: _, ...schedule } = { ...(body.schedule as Doc) }
  return { ...body, schedule }
}

const worded = (body: Doc, names: ReadonlyMap<string, string>): string =>
  JSON.stringify(body, (key, value) => {
    if (passing.has(key)) return undefined
    return typeof value === 'string' ? value.replaceAll(guid, id => names.get(id.toLowerCase()) ?? '#') : value
  })

/** What did not end as it should, for a readable failure of a test. */
export const troubles = ({ status, failure, steps }: Outcome): readonly unknown[] => {
  const odd = steps.filter(({ result }) => ['failed', 'unknown', 'stale'].includes(result))
  const told = odd.map(({ step, result, failure }) => ({ step, result, failure }))
  return status === 'done' ? told : [{ status, failure }, ...told]
}
