import { NotSentError, TransportError } from '../ports/ports.ts'
import { isObject } from './ask.ts'
import { isAborted } from './attempt.ts'
import type { Deployment } from './deployment.ts'
import { plain } from './failure.ts'
import type { Failure } from './outcome.ts'
import type { Written } from './settled.ts'

/** States in which Graph has given a request up. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequest */
const givenUp: ReadonlySet<unknown> = new Set(['deliveryFailed', 'partiallyDelivered', 'denied', 'canceled'])

/** Why a request that Graph took came to nothing, in Graph's words; undefined where it may still be carried out, or can't be looked at. */
export async function requestFailure(run: Deployment, { step, id }: Written): Promise<Failure | undefined> {
  if (step.request.method !== 'POST' || id === undefined) return undefined
  try {
    const path = `${step.request.path}/${encodeURIComponent(id)}`
    const { status: code, body } = await run.send({ method: 'GET', path })
    if (code !== 200 || !isObject(body) || !givenUp.has(body.state)) return undefined
    const { state, status } = body
    const words = typeof status === 'string' && status !== '' && status.toLowerCase() !== String(state).toLowerCase()
    return {
      message: 'Graph took the request, and did not carry it out',
      because: plain(`the request's state is ${String(state)}${words ? `: ${status}` : ''}`),
      remedy: `Look at request ${id} of the package in the Microsoft Entra admin center, remove the cause, then run entitle deploy again.`,
    }
  } catch (error) {
    if (error instanceof TransportError || error instanceof NotSentError || isAborted(run.signal)) return undefined
    throw error
  }
}
