import type { LimitedTransport } from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { cancelled } from '../refusal.ts'
import { type Progress, progressOn } from '../views/progress.ts'
import { waitingWords } from '../views/waiting.ts'
import { transportProblem } from './problems.ts'

interface Reader {
  readonly transport: LimitedTransport
  readonly chosen: { readonly title: string }
}

/** Reads a tenant, with what it waits for shown. @throws {Refusal} when it can't be read or the person cancels. */
export const reading = async <T>(
  session: Reader,
  { terminal, cancelled: signal }: Pick<Ports, 'terminal' | 'cancelled'>,
  read: (show: Progress['show']) => Promise<T>,
): Promise<T> => {
  const progress = progressOn(terminal)
  progress.show(`reading ${session.chosen.title}`)
  const unwatch = session.transport.watch(({ why, milliseconds }) => progress.note(waitingWords(why, milliseconds)))
  try {
    return await read(progress.show)
  } catch (error) {
    if (signal.aborted) throw cancelled()
    throw transportProblem(error, session)
  } finally {
    unwatch()
    progress.clear()
  }
}
