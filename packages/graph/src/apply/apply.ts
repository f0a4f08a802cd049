import type { Tenant } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { type Clock, type HttpTransport, NotSentError, TransportError } from '../ports/ports.ts'
import { type ReadResult, read } from '../read/read.ts'
import { isAborted } from './attempt.ts'
import { type Deployment, deployment } from './deployment.ts'
import { lost, notSent, plain } from './failure.ts'
import { guardCheck } from './guard.ts'
import { runLane } from './lane.ts'
import { limited } from './limited.ts'
import { disorder } from './order.ts'
import type { ApplyEvent, Failure, Outcome, StepOutcome } from './outcome.ts'
import { waiting } from './waiting.ts'

export interface ApplyPorts {
  readonly transport: HttpTransport
  readonly clock: Clock
  /** Cancels: what is under way is finished, nothing more is begun. */
  readonly signal?: AbortSignal
  /** Called with the tenant as it is before the first write. Where it fails, nothing is written, and `apply` fails with that. */
  readonly ready?: (before: Tenant) => Promise<void>
}

/**
 * Carries out a plan and nothing else. First reads the plan's scope anew: where a step's guard no longer holds, nothing is
 * written at all. Then lanes run side by side, the writes of each one after another; a failed step stops only what needs it.
 * Never throws for what Graph or the network does: the outcome says of every step what came of it.
 */
export async function apply(plan: Plan, ports: ApplyPorts, onEvent?: (event: ApplyEvent) => void): Promise<Outcome> {
  const { clock, signal } = ports
  const tell = onEvent ?? (() => undefined)
  const began = clock.now().getTime()
  const limiter = limited(ports.transport, clock)
  const sentBefore = limiter.requests
  const waits = waiting(clock, tell, signal)
  const unwatch = limiter.watch(({ why, milliseconds }) => waits.note(why, milliseconds))
  const outcome = (status: Outcome['status'], steps: readonly StepOutcome[], failure?: Failure): Outcome => ({
    status,
    steps,
    requests: limiter.requests - sentBefore,
    milliseconds: clock.now().getTime() - began,
    waitedMilliseconds: waits.milliseconds,
    ...(failure === undefined ? {} : { failure }),
  })
  try {
    const unfit = unfitness(plan)
    if (unfit !== undefined) return outcome('refused', notRun(plan), unfit)
    tell({ type: 'reading' })
    const live = await reading(plan, limiter, signal)
    if (isAborted(signal)) return outcome('cancelled', notRun(plan))
    if ('remedy' in live) return outcome('refused', notRun(plan), live)
    const send = (request: Parameters<HttpTransport['send']>[0]) => limiter.send(request, signal)
    const run = deployment({ plan, send, clock, waiting: waits, signal, tell })
    const stale = holdGuards(plan, live, run)
    if (stale.size > 0)
      return outcome(
        'refused',
        plan.steps.map(step => refused(step, stale.get(step.id))),
      )
    await ports.ready?.(live)
    await runLanes(plan, run)
    const steps = plan.steps.map(step => run.outcomeOf(step.id) ?? ended(step, 'not-run'))
    return outcome(statusOf(steps, signal), steps)
  } finally {
    unwatch()
  }
}

/** What keeps a plan from being carried out, whatever the tenant. */
function unfitness(plan: Plan): Failure | undefined {
  const error = plan.findings.find(finding => finding.severity === 'error' && finding.waived === undefined)
  if (error !== undefined)
    return {
      message: 'The plan has an error',
      because: plain(error.message),
      remedy: 'Correct it, and make the plan again.',
    }
  const because = disorder(plan.steps)
  return because === undefined
    ? undefined
    : { message: 'The plan is not in order', because, remedy: 'Make the plan again with entitle plan.' }
}

async function reading(plan: Plan, transport: HttpTransport, signal?: AbortSignal): Promise<Tenant | Failure> {
  try {
    const { tenant, findings }: ReadResult = await read(transport, plan.scope, signal === undefined ? {} : { signal })
    const error = findings.find(finding => finding.severity === 'error')
    return error === undefined ? tenant : unread(error.message)
  } catch (error) {
    if (error instanceof NotSentError) return notSent(error.message)
    if (error instanceof TransportError || isAborted(signal)) return unread((error as Error).message)
    throw error
  }
}

const unread = (because: string): Failure => ({
  message: 'The tenant could not be read, so nothing was written',
  because: plain(because),
  remedy: 'Remove the cause, then run entitle deploy again.',
})

/** Ends the steps that the tenant already shows done; gives those whose guard no longer holds, with what is so. */
function holdGuards(plan: Plan, live: Tenant, run: Deployment): ReadonlyMap<string, Failure> {
  const stale = new Map<string, Failure>()
  const already: (() => void)[] = []
  const check = guardCheck(plan, live)
  for (const step of plan.steps) {
    const held = check(step)
    if (held.guard === 'broken') stale.set(step.id, held.failure)
    if (held.guard === 'done')
      already.push(() => {
        if (held.id !== undefined) run.learn(step.address, held.id)
        run.end(step, { result: 'already', ...(held.id === undefined ? {} : { id: held.id }) })
      })
  }
  if (stale.size === 0) for (const end of already) end()
  return stale
}

async function runLanes(plan: Plan, run: Deployment): Promise<void> {
  const left = plan.steps.filter(step => run.outcomeOf(step.id) === undefined)
  const lanes = [...Map.groupBy(left, step => step.lane).values()]
  await Promise.all(lanes.map(steps => runLane(run, steps).catch(error => breakOff(run, steps, error))))
}

/** A fault of our own must not hide what took effect, nor leave other lanes waiting. */
function breakOff(run: Deployment, steps: readonly Step[], error: unknown): void {
  for (const step of steps)
    if (run.outcomeOf(step.id) === undefined) run.end(step, { result: 'unknown', failure: lost(step, String(error)) })
}

const ended = (step: Step, result: StepOutcome['result'], failure?: Failure): StepOutcome => ({
  step: step.id,
  address: step.address,
  result,
  milliseconds: 0,
  ...(failure === undefined ? {} : { failure }),
})
const notRun = (plan: Plan) => plan.steps.map(step => ended(step, 'not-run'))
const refused = (step: Step, failure: Failure | undefined) =>
  failure === undefined ? ended(step, 'not-run') : ended(step, 'stale', failure)

function statusOf(steps: readonly StepOutcome[], signal: AbortSignal | undefined): Outcome['status'] {
  const results = new Set(steps.map(step => step.result))
  if (isAborted(signal) && (results.has('not-run') || results.has('unknown'))) return 'cancelled'
  return results.has('failed') || results.has('unknown') || results.has('not-run') ? 'failed' : 'done'
}
