import type { Step } from '../plan/plan.ts'
import type { HttpRequest } from '../ports/ports.ts'
import { type Answer, attempt, cancelled, isAborted } from './attempt.ts'
import { batchAnswers, batchRequest, batchSize, partsOf } from './batch.ts'
import { conclude, type Effect, unsure } from './conclude.ts'
import type { Deployment } from './deployment.ts'
import { prepare, type Ready } from './prepare.ts'
import { settle } from './settle.ts'
import type { Written } from './settled.ts'
import { verdict } from './verdict.ts'

const effective = new Set(['created', 'updated', 'deleted', 'already'])
/** After so many batches whose answer was lost, a step goes alone. */
const lostBatches = 2

/**
 * Carries out the steps of a lane, one write at a time. Those that wait for nothing any more go together in one chained
 * `$batch`; each round waits until the tenant shows what it wrote, so that the next round may depend on it.
 */
export async function runLane(run: Deployment, steps: readonly Step[]): Promise<void> {
  let pending = [...steps]
  const lostWith = new Map<string, number>()
  while (pending.length > 0) {
    pending = pending.filter(step => !dropped(run, step))
    const round = nextRound(run, pending, lostWith)
    if (round.length === 0) {
      if (pending.length > 0) await run.nextEnd()
      continue
    }
    const again = await runRound(run, round)
    for (const step of again) lostWith.set(step.id, (lostWith.get(step.id) ?? 0) + 1)
    const taken = new Set(round)
    const returning = new Set(again)
    pending = pending.filter(step => returning.has(step) || !taken.has(step))
  }
}

/** The steps that wait for nothing any more; deletions only once nothing else can be done, those first for which something else waits. */
function nextRound(run: Deployment, pending: readonly Step[], lostWith: ReadonlyMap<string, number>): readonly Step[] {
  const free = pending.filter(step => step.after.every(id => run.outcomeOf(id) !== undefined))
  const alone = free.find(step => (lostWith.get(step.id) ?? 0) >= lostBatches)
  if (alone !== undefined) return [alone]
  const writes = free.filter(step => step.action !== 'delete')
  const awaited = new Set(pending.flatMap(step => (step.action === 'delete' ? [] : step.after)))
  const urgent = free.filter(({ id }) => awaited.has(id))
  return ([writes, urgent].find(({ length }) => length > 0) ?? free).slice(0, batchSize)
}

/** Ends a step that can't be tried any more: what it needs has not taken effect, or the deployment was cancelled. */
function dropped(run: Deployment, step: Step): boolean {
  const failed = step.after.some(id => {
    const outcome = run.outcomeOf(id)
    return outcome !== undefined && !effective.has(outcome.result)
  })
  if (!failed && !isAborted(run.signal)) return false
  run.end(step, { result: 'not-run' })
  return true
}

/** Sends some steps and sees them through. Gives those that were not carried out and are to be sent again. */
async function runRound(run: Deployment, steps: readonly Step[]): Promise<readonly Step[]> {
  const ready = await prepare(run, steps)
  const written: Written[] = []
  const again: Step[] = []
  const answers = await sendTogether(run, ready)
  for (const [index, { step, request }] of ready.entries()) {
    const answer = answers.each[index] ?? cancelled
    const effect = answers.lost
      ? await afterLoss(run, step, answer, again.length > 0)
      : await concluded(run, step, request, answer)
    if (effect.effect === 'absent') again.push(step)
    else if ('failure' in effect) run.end(step, { result: effect.effect, failure: effect.failure })
    else written.push(writtenBy(run, step, effect))
  }
  await settle(run, written)
  return again
}

/** What was chained behind a failure is sent again with what is left, rather than alone. */
const concluded = (run: Deployment, step: Step, request: HttpRequest, answer: Answer): Promise<Effect> | Effect =>
  verdict(step, answer) === 'untried' ? { effect: 'absent' } : conclude(run, step, request, answer)

/** Of a chained batch whose answer was lost, nothing behind a creation that is surely absent was carried out. */
const afterLoss = (run: Deployment, step: Step, answer: Answer, behindAbsent: boolean): Promise<Effect> | Effect =>
  behindAbsent && step.action === 'create' ? { effect: 'absent' } : unsure(run, step, answer)

const results = { create: 'created', update: 'updated', delete: 'deleted' } as const

const writtenBy = (
  run: Deployment,
  step: Step,
  effect: Extract<Effect, { readonly effect: 'done' | 'already' }>,
): Written => {
  const id = effect.id ?? step.liveId ?? (step.action === 'create' ? undefined : run.idOf(step.address))
  return {
    step,
    result: effect.effect === 'already' ? 'already' : results[step.action],
    ...(id === undefined ? {} : { id }),
  }
}

interface Answers {
  readonly each: readonly Answer[]
  /** The batch as a whole has no answer, so that any of its steps may have taken effect. */
  readonly lost: boolean
}

async function sendTogether(run: Deployment, ready: readonly Ready[]): Promise<Answers> {
  const [only] = ready
  if (only === undefined) return { each: [], lost: false }
  if (ready.length === 1) return { each: [await attempt(run.send, only.request, run.signal)], lost: false }
  const parts = partsOf(
    ready.map(({ request }) => request),
    true,
  )
  const answer = await attempt(run.send, batchRequest(parts), run.signal)
  const lost = verdict({ action: 'create' }, answer) === 'unsure'
  if (typeof answer !== 'object' || !('status' in answer) || answer.status !== 200)
    return { each: ready.map(() => answer), lost }
  const byId = batchAnswers(answer)
  return { each: parts.map(({ id }) => byId.get(id) ?? { ...answer, status: 500 }), lost: false }
}
