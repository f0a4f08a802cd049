import { shows } from '../kinds/shows.ts'
import type { Step } from '../plan/plan.ts'
import type { HttpResponse } from '../ports/ports.ts'
import { ask, itemsOf } from './ask.ts'
import { errorFacts } from './failure.ts'
import type { Filler } from './fill.ts'
import type { StepResult } from './outcome.ts'
import { itemsWhere, probePath } from './probe.ts'
import type { Send } from './send.ts'
import { unwrapped } from './unwrapped.ts'

/** A step that took effect and is to be seen. */
export interface Written {
  readonly step: Step
  /** What the step has come to, once it is seen. */
  readonly result: StepResult
  /** The id that its write returned, or the live object's. */
  readonly id?: string
}

/** A step whose effect the tenant shows, with the id of the object as the tenant shows it. */
export interface Seen {
  readonly step: Step
  readonly id?: string
}

/** Looks once whether the tenant shows what was written; gives those that it does. Probes that are alike are sent once. */
export async function settled(send: Send, written: readonly Written[], filler: Filler): Promise<Seen[]> {
  const paths = new Map(
    written.flatMap(({ step, id }) => {
      const { settle } = step
      return settle.until === 'now' ? [] : [[step.id, probePath(settle.probe, filler, id)] as const]
    }),
  )
  const unique = [...new Set(paths.values())]
  const answers = await ask(send, unique)
  const byPath = new Map(unique.map((path, index) => [path, answers[index]] as const))
  const seen: Seen[] = []
  for (const one of written) {
    const shown = await shownId(send, one, byPath.get(paths.get(one.step.id) ?? ''), filler)
    if (shown !== undefined) seen.push({ step: one.step, ...(shown === '' ? {} : { id: shown }) })
  }
  return seen
}

/** The object's id as the tenant shows it, empty where it has none; undefined where the tenant doesn't show it yet. */
async function shownId(
  send: Send,
  { step, id = '' }: Written,
  answer: HttpResponse | undefined,
  filler: Filler,
): Promise<string | undefined> {
  const { settle } = step
  if (settle.until === 'now') return id
  if (answer === undefined) return undefined
  if (settle.until === 'readable') return answer.status === 200 ? id : undefined
  if (settle.until === 'gone') return isGone(answer) ? id : undefined
  if (settle.until === 'equal') return answer.status === 200 && shows(step, unwrapped(answer.body)) ? id : undefined
  const items = await itemsOf(send, answer, settle.probe.list)
  const found = itemsWhere(items ?? [], settle.where, settle.probe, filler)[0]
  if (settle.until === 'listed') return found === undefined ? undefined : typeof found.id === 'string' ? found.id : id
  return found === undefined && (items !== undefined || isGone(answer)) ? id : undefined
}

/** Who holds roles of a catalog only gets 403 `UnAuthorized` for what was deleted from it. */
const isGone = (answer: HttpResponse): boolean =>
  answer.status === 404 || (answer.status === 403 && errorFacts(answer).code?.toLowerCase() === 'unauthorized')
