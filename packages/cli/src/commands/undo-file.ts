import path from 'node:path'
import { type Outcome, type Plan, recordUndo, restored, serializeUndo, type UndoRecord } from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { unusable } from '../refusal.ts'
import { writable } from '../sources/file-reason.ts'
import { printableText } from '../views/printable.ts'

/** What undoes a deployment, kept in a file that is true at every moment. */
export interface UndoFile extends Pick<UndoRecord, 'ready' | 'ended'> {
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

/** A file that is there is never overwritten: it may be what undoes another deployment. @throws {Refusal} */
export const requireNew = async (name: string, { files, folder }: Ports): Promise<void> => {
  if ((await files.kindOf(path.resolve(folder, name))) === 'absent') return
  throw unusable(
    `${printableText(name)} is there already, and may be what undoes another deployment. Name another file with --undo-out. Nothing was changed.`,
  )
}

export const undoFile = (plan: Plan, name: string, { files, folder, clock }: Ports): UndoFile => {
  const record = recordUndo(plan, clock, undo =>
    writable(name, () => files.replaceText(path.resolve(folder, name), serializeUndo(undo))),
  )
  return {
    ...record,
    async close(outcome) {
      const undo = await record.close(outcome)
      if (undo === undefined) return undefined
      return { file: name, restores: restored(undo), stays: undo.lasting.map(({ what }) => what) }
    },
  }
}
