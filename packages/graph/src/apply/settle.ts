import type { Step } from '../plan/plan.ts'
import { NotSentError, TransportError } from '../ports/ports.ts'
import { isAborted } from './attempt.ts'
import type { Deployment } from './deployment.ts'
import { unseen } from './failure.ts'
import { requestFailure } from './request-failure.ts'
import { type Seen, settled, type Written } from './settled.ts'
import { growing } from './waiting.ts'

const looks = 60
const patience = 120_000

/** Waits until the tenant shows what was written, bounded, and ends each step then. */
export async function settle(run: Deployment, written: readonly Written[]): Promise<void> {
  let left = written
  let waited = 0
  let asked = true
  for (let attempt = 0; left.length > 0 && attempt < looks && waited < patience; attempt += 1) {
    if (attempt > 0) {
      const pause = growing(attempt - 1)
      const [first] = left
      const why = isRequested(first?.step) ? 'delivery' : 'visible'
      if (!(await run.waiting.sleep(why, pause, first?.step.id))) break
      waited += pause
    }
    const seen = await glance(run, left)
    if (seen === undefined) {
      asked = false
      break
    }
    for (const { step, id } of seen) {
      const result = left.find(each => each.step === step)?.result ?? 'already'
      if (id !== undefined && step.action !== 'delete') run.learn(step.address, id)
      run.end(step, { result, ...(id === undefined || id === '' ? {} : { id }) })
    }
    const done = new Set(seen.map(each => each.step))
    left = left.filter(each => !done.has(each.step))
  }
  for (const one of left) {
    const { step, result } = one
    // The answer to a request of Graph has the request's id.
    const id = one.id === undefined || isRequested(step) ? {} : { id: one.id }
    const failure = asked && step.kind === 'assignment' ? await requestFailure(run, one) : undefined
    if (isAborted(run.signal)) run.end(step, { result, ...id })
    else if (failure !== undefined) run.end(step, { result: 'failed', failure })
    else run.end(step, { result: 'unknown', ...id, failure: unseen(step, asked ? waited : undefined) })
  }
}

/** Whether Graph takes a request for it, and carries it out after a while. */
const isRequested = (step: Step | undefined) => step?.kind === 'catalog-resource' || step?.kind === 'assignment'

/** One look; undefined where the tenant can't be asked. */
async function glance(run: Deployment, left: readonly Written[]): Promise<readonly Seen[] | undefined> {
  try {
    return await settled(run.send, left, run.filler)
  } catch (error) {
    if (error instanceof TransportError || error instanceof NotSentError || isAborted(run.signal)) return undefined
    throw error
  }
}
