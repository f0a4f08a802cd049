import type { Outcome, StepOutcome } from '../apply/outcome.ts'
import type { Tenant } from '../model/tenant.ts'
import type { Plan } from '../plan/plan.ts'
import type { Clock } from '../ports/ports.ts'
import type { Undo } from './undo.ts'
import { undoOf } from './undo-of.ts'

/** What undoes a deployment, kept while it goes on, so that it is true at every moment: before the first write, after each step, at the end. */
export interface UndoRecord {
  /** The port of that name of `apply`. @throws what keeping it throws: nothing is written to the tenant then */
  ready(before: Tenant): Promise<void>
  ended(step: StepOutcome): void
  /** @returns what undoes it; undefined where nothing was written. @throws what keeping it throws */
  close(outcome: Outcome): Promise<Undo | undefined>
}

/** So many milliseconds the record may lie behind while steps end. */
const behind = 1_000

/** @param keep keeps the newest in place of the one before */
export const recordUndo = (
  plan: Plan,
  clock: Pick<Clock, 'now'>,
  keep: (undo: Undo) => Promise<unknown>,
): UndoRecord => {
  const deployed = clock.now().toISOString()
  const ended: StepOutcome[] = []
  let before: Tenant | undefined
  let kept = 0
  let keeping: Promise<unknown> = Promise.resolve()
  const undo = (tenant: Tenant, outcome?: Outcome): Undo =>
    undoOf({ plan, before: tenant, deployed, ended, ...(outcome && { outcome }) })
  return {
    async ready(tenant) {
      before = tenant
      await keep(undo(tenant))
      kept = clock.now().getTime()
    },
    ended(step) {
      ended.push(step)
      const now = clock.now().getTime()
      if (before === undefined || now - kept < behind) return
      kept = now
      const found = undo(before)
      // What can't be kept now is kept, or told, at the end.
      keeping = keeping.then(() => keep(found)).catch(() => undefined)
    },
    async close(outcome) {
      await keeping
      if (before === undefined) return undefined
      const found = undo(before, outcome)
      await keep(found)
      return found
    },
  }
}
