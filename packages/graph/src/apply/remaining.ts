import type { HttpRequest, HttpResponse } from '../ports/ports.ts'
import { failing, tries } from './backoff.ts'
import { type BatchAnswer, type BatchPart, batchAnswers, batchRequest, batchResponse } from './batch.ts'
import { isRepeatable } from './repeatable.ts'

export interface RemainingMeans {
  readonly send: (request: HttpRequest) => Promise<HttpResponse>
  /** Waits as the answers ask for. */
  readonly wait: (answers: readonly BatchAnswer[], attempt: number) => Promise<void>
  readonly aborted: () => boolean
}

/**
 * Sends those parts of a `$batch` again that were turned away, and what depended on them, until all have an answer or the
 * tries are used up. Where sending again fails as a whole, that failure is the answer to each of them.
 */
export async function remaining(
  parts: readonly BatchPart[],
  first: HttpResponse,
  { send, wait, aborted }: RemainingMeans,
): Promise<HttpResponse> {
  const answers = new Map(batchAnswers(first))
  for (let attempt = 0; attempt + 1 < tries; attempt += 1) {
    const left = turnedAway(parts, answers)
    if (left.length === 0 || aborted()) break
    try {
      await wait(
        left.flatMap(({ id }) => answers.get(id) ?? []),
        attempt,
      )
    } catch (error) {
      if (aborted()) break
      throw error
    }
    const next = await send(batchRequest(rechained(left)))
    if (next.status !== 200) {
      for (const { id } of left) answers.set(id, { ...next, id })
      break
    }
    for (const [id, answer] of batchAnswers(next)) answers.set(id, answer)
  }
  return batchResponse(first, answers.values())
}

/** Parts that were not carried out and may be sent again: throttled, failing but repeatable, or behind one of those. */
function turnedAway(parts: readonly BatchPart[], answers: ReadonlyMap<string, BatchAnswer>): BatchPart[] {
  const left = new Set<string>()
  for (const { id, method, url, dependsOn = [] } of parts) {
    const status = answers.get(id)?.status ?? 0
    const behind = status === 424 && dependsOn.some(before => left.has(before))
    if (status === 429 || behind || (failing.has(status) && isRepeatable({ method, path: url }))) left.add(id)
  }
  return parts.filter(part => left.has(part.id))
}

/** The parts with only those dependencies that are sent along. */
function rechained(parts: readonly BatchPart[]): BatchPart[] {
  const ids = new Set(parts.map(part => part.id))
  return parts.map(({ dependsOn = [], ...part }) => {
    const still = dependsOn.filter(id => ids.has(id))
    return still.length === 0 ? part : { ...part, dependsOn: still }
  })
}
