import type { Step } from '../plan/plan.ts'
import { type HttpRequest, NotSentError, TransportError } from '../ports/ports.ts'
import { isAborted } from './attempt.ts'
import type { Deployment } from './deployment.ts'
import { notRead } from './failure.ts'
import { fill, Unfilled } from './fill.ts'
import { isRolePlaceholder } from './resource-roles.ts'

export interface Ready {
  readonly step: Step
  readonly request: HttpRequest
}

/** Fills the requests of steps, reading the roles they need. A step whose request can't be filled ends as failed. */
export async function prepare(run: Deployment, steps: readonly Step[]): Promise<readonly Ready[]> {
  for (const step of steps) run.start(step)
  const needed = steps.flatMap(step => Object.values(step.request.placeholders ?? {}).filter(isRolePlaceholder))
  try {
    await run.roles.load(needed)
  } catch (error) {
    if (!isAborted(run.signal) && !(error instanceof TransportError) && !(error instanceof NotSentError)) throw error
    for (const step of steps) {
      if (isAborted(run.signal)) run.end(step, { result: 'not-run' })
      else run.end(step, { result: 'failed', failure: notRead((error as Error).message) })
    }
    return []
  }
  return steps.flatMap(step => {
    try {
      return [{ step, request: fill(step.request, run.filler) }]
    } catch (error) {
      if (!(error instanceof Unfilled)) throw error
      const cancelled = isAborted(run.signal)
      run.end(
        step,
        cancelled
          ? { result: 'not-run' }
          : { result: 'failed', failure: { message: error.message, remedy: error.remedy } },
      )
      return []
    }
  })
}
