import type { Step } from '../plan/plan.ts'
import { type HttpRequest, type HttpResponse, NotSentError, TransportError } from '../ports/ports.ts'
import { type Answer, attempt, cancelled, isAborted } from './attempt.ts'
import type { Deployment } from './deployment.ts'
import { failureOf, lost, notSent } from './failure.ts'
import { type Found, look } from './look.ts'
import type { Failure } from './outcome.ts'
import { unwrapped } from './unwrapped.ts'
import { verdict } from './verdict.ts'
import { growing } from './waiting.ts'

/** How a step's write ended. `absent`: it surely had no effect, and may be sent. */
export type Effect =
  | { readonly effect: 'done' | 'already'; readonly id?: string }
  | { readonly effect: 'failed' | 'unknown'; readonly failure: Failure }
  | { readonly effect: 'absent' }

/** How many times a step's request is sent in all, and how many times where the answer is lost each time. */
const tries = 10
const lostTries = 3
/** Looks for a lost creation: at once, then after 1, 2, 4, 8 and 15 s, since what was made may not be listed yet. */
const looks = [0, 1000, 2000, 4000, 8000, 15_000]

/**
 * Turns the answer to a step into its effect: looks for what may have been made, waits where Graph is busy or behind, and
 * sends again what surely had no effect. Nothing that may have made something is sent again before looking.
 */
export async function conclude(run: Deployment, step: Step, request: HttpRequest, first: Answer): Promise<Effect> {
  let answer = first
  for (let sent = 1; ; sent += 1) {
    const effect = await effectOf(run, step, answer, sent)
    if (effect !== 'again') return effect
    if (sent >= tries) return ended(step, answer)
    answer = await attempt(run.send, request, run.signal)
    if (answer === cancelled) return { effect: 'absent' }
  }
}

async function effectOf(run: Deployment, step: Step, answer: Answer, sent: number): Promise<Effect | 'again'> {
  const again = async (why: 'busy' | 'visible'): Promise<Effect | 'again'> => {
    if (sent >= tries) return ended(step, answer)
    return (await run.waiting.sleep(why, growing(sent), step.id)) ? 'again' : { effect: 'absent' }
  }
  switch (verdict(step, answer)) {
    case 'done':
      return { effect: 'done', ...idIn(answer) }
    case 'untried':
      return { effect: 'absent' }
    case 'failed':
      return (await isGoneAlready(run, step)) ? { effect: 'already' } : ended(step, answer)
    case 'unsure': {
      const effect = await unsure(run, step, answer)
      if (effect.effect !== 'absent') return effect
      return sent < lostTries ? 'again' : ended(step, answer)
    }
    case 'taken': {
      const found = await find(run, step)
      return found.found === 'one' ? { effect: 'already', ...idOf(found) } : again('busy')
    }
    case 'early':
      return dependsOnNew(run, step) ? again('visible') : ended(step, answer)
    case 'bound':
      return hasDeleted(run) ? again('busy') : ended(step, answer)
    case 'busy':
      return again('busy')
  }
}

/**
 * What is known of a step whose answer was lost. A creation is looked for several times; updates and deletions may simply
 * be repeated, so they count as absent.
 */
export async function unsure(run: Deployment, step: Step, answer: Answer): Promise<Effect> {
  const unknown: Effect = { effect: 'unknown', failure: lost(step, reasonOf(step, answer)) }
  if (step.action !== 'create') return isAborted(run.signal) ? unknown : { effect: 'absent' }
  if (step.lookup === undefined) return unknown
  for (const pause of looks) {
    if (pause > 0 && !(await run.waiting.sleep('retry', pause, step.id))) return unknown
    const found = await find(run, step)
    if (found.found === 'one') return { effect: 'done', ...idOf(found) }
    if (found.found !== 'none') return unknown
  }
  return { effect: 'absent' }
}

/** Graph refuses to end what has ended: an earlier request, whose answer was lost, has done it. */
const isGoneAlready = async (run: Deployment, step: Step): Promise<boolean> =>
  step.action === 'delete' && step.lookup !== undefined && (await find(run, step)).found === 'none'

async function find(run: Deployment, step: Step): Promise<Found> {
  if (step.lookup === undefined) return { found: 'none' }
  try {
    return await look(run.send, step.lookup, run.filler)
  } catch (error) {
    if (error instanceof TransportError || error instanceof NotSentError || isAborted(run.signal))
      return { found: 'unreadable' }
    throw error
  }
}

/** Whether the request names something that this deployment made, which may not be visible everywhere yet. */
const dependsOnNew = (run: Deployment, { request }: Step): boolean =>
  Object.values(request.placeholders ?? {}).some(placeholder =>
    'object' in placeholder
      ? run.isNew(placeholder.object)
      : run.isNew(placeholder.resource) || run.isNew(placeholder.catalog),
  )

const hasDeleted = (run: Deployment): boolean =>
  run.plan.steps.some(({ id, action }) => action === 'delete' && run.outcomeOf(id)?.result === 'deleted')

function ended(step: Step, answer: Answer): Effect {
  if (answer === cancelled) return { effect: 'absent' }
  if (answer instanceof NotSentError) return { effect: 'failed', failure: notSent(answer.message) }
  if (verdict(step, answer) === 'unsure') return { effect: 'unknown', failure: lost(step, reasonOf(step, answer)) }
  return { effect: 'failed', failure: failureOf(step, answer as HttpResponse) }
}

const reasonOf = (step: Step, answer: Answer): string => {
  if (answer === cancelled || answer instanceof NotSentError) return 'Nothing was sent.'
  return answer instanceof TransportError ? answer.message : failureOf(step, answer).message
}

const idOf = ({ id }: { readonly id?: string }): { id?: string } => (id === undefined ? {} : { id })

const idIn = (answer: Answer): { id?: string } => {
  const body = typeof answer === 'object' && 'body' in answer ? unwrapped(answer.body) : undefined
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : undefined
  return typeof id === 'string' ? { id } : {}
}
