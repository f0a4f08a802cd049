import type { Step } from '../plan/plan.ts'
import { type HttpResponse, NotSentError, TransportError } from '../ports/ports.ts'
import { type Answer, cancelled } from './attempt.ts'
import { errorFacts } from './failure.ts'

/**
 * What an answer means for its step.
 * `done`: it took effect. `unsure`: it may have. `taken`: the object, or one of its natural key, is there already.
 * `busy`: another write is under way. `early`: what it refers to was made a moment ago and isn't visible everywhere yet.
 * `bound`: what still held it was deleted a moment ago. `untried`: nothing was done, because the deployment was cancelled
 * or a step before it in the batch failed.
 */
export type Verdict = 'done' | 'unsure' | 'taken' | 'busy' | 'early' | 'bound' | 'untried' | 'failed'

const takenCodes = new Set(['duplicateaccesspackage', 'duplicatekey', 'resourcealreadyonboarded', 'existinggrant'])
const takenWords = /already (onboarded|exists?|assigned|a duplicated)|references? already exist/i
const boundCodes = new Set([
  'invaliddeleteresourcehasentitlements',
  'invaliddeletecataloghasaccesspackages',
  'invaliddeletecustomextensioninuse',
])

export function verdict(step: Pick<Step, 'action'>, answer: Answer): Verdict {
  if (answer === cancelled) return 'untried'
  if (answer instanceof TransportError) return 'unsure'
  if (answer instanceof NotSentError) return 'failed'
  const { status } = answer
  if (status >= 200 && status < 300) return delivered(answer) ? 'done' : 'failed'
  const { code = '', message = '' } = errorFacts(answer)
  const known = code.toLowerCase()
  if (status === 404) return step.action === 'delete' ? 'done' : 'early'
  if (status === 424) return 'untried'
  if (status === 423) return 'busy'
  if (boundCodes.has(known) && step.action === 'delete') return 'bound'
  if (step.action === 'create' && (takenCodes.has(known) || takenWords.test(message))) return 'taken'
  if (status === 409) return step.action === 'create' ? 'taken' : 'busy'
  if (status >= 500 && status !== 501) return 'unsure'
  return 'failed'
}

/** A resource request says in its own state how it went. https://learn.microsoft.com/graph/api/resources/accesspackageresourcerequest */
const delivered = ({ body }: HttpResponse): boolean => {
  const state = typeof body === 'object' && body !== null && 'state' in body ? body.state : undefined
  return state !== 'deliveryFailed' && state !== 'denied' && state !== 'canceled'
}
