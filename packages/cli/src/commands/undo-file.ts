import path from 'node:path'
import { type Outcome, type Plan, restored, type StepOutcome, serializeUndo, type Tenant, undoOf } from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { writable } from '../sources/file-reason.ts'
import { printableText } from '../views/printable.ts'

/** What undoes a deployment, kept in a file that is true at every moment: before the first write, after each step, at the end. */
export interface UndoFile {
  /** Nothing is written to the tenant where this fails. @throws {Refusal} */
  ready(before: Tenant): Promise<void>
  ended(step: StepOutcome): void
  /** @returns how many objects it gives back, and what stays; undefined where nothing was written. @throws {Refusal} */
  close(outcome: Outcome): Promise<UndoFacts | undefined>
}

export interface UndoFacts {
  readonly file: string
  /** How many objects it gives back or takes away. */
  readonly restores: number
  /** What it doesn't give back, or not wholly: sentences. */
  readonly stays: readonly string[]
}

/** So many milliseconds the file may lie behind while steps end. */
const behind = 1_000

/** A file that is there is never overwritten: it may be what undoes another deployment. @throws {Refusal} */
export const requireNew = async (name: string, { files, folder }: Ports): Promise<void> => {
  if ((await files.kindOf(path.resolve(folder, name))) === 'absent') return
  throw unusable(
    `${printableText(name)} is there already, and may be what undoes another deployment. Name another file with --undo-out. Nothing was changed.`,
  )
}

export const undoFile = (plan: Plan, name: string, { files, folder, clock }: Ports): UndoFile => {
  const deployed = clock.now().toISOString()
  const ended: StepOutcome[] = []
  let before: Tenant | undefined
  let written = 0
  let writing: Promise<unknown> = Promise.resolve()
  const write = (outcome?: Outcome) => {
    const undo = undoOf({ plan, before: before ?? { objects: [] }, deployed, ended, ...(outcome && { outcome }) })
    return { undo, done: files.replaceText(path.resolve(folder, name), serializeUndo(undo)) }
  }
  return {
    async ready(tenant) {
      before = tenant
      await writable(name, () => write().done)
      written = clock.now().getTime()
    },
    ended(step) {
      ended.push(step)
      const now = clock.now().getTime()
      if (before === undefined || now - written < behind) return
      written = now
      // What can't be written now is written, or told, at the end.
      writing = writing.then(() => write().done).catch(() => undefined)
    },
    async close(outcome) {
      await writing
      if (before === undefined) return undefined
      const { undo, done } = write(outcome)
      await writable(name, () => done)
      return { file: name, restores: restored(undo), stays: undo.lasting.map(({ what }) => what) }
    },
  }
}
