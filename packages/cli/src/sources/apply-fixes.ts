import type { Finding, Fix, Position, SourceEdit } from '@entitle/graph'
import { edited } from '@entitle/language'
import type { Ports } from '../ports.ts'
import { pathOf } from '../views/json.ts'
import { writable } from './file-reason.ts'
import type { Sources } from './open-sources.ts'

/** A finding that was repaired, and how. */
export interface AppliedFix {
  readonly finding: Finding
  readonly fix: Fix
}

/** What was repaired, and how the files were before. */
export interface AppliedFixes {
  readonly applied: readonly AppliedFix[]
  /** The texts of changed files before, by URI. */
  readonly before: ReadonlyMap<string, string>
}

/** Applies one fix of each finding, the first that `may` be, as long as they don't overlap. */
export const applyFixes = async (
  sources: Sources,
  may: (fix: Fix) => boolean,
  { files }: Pick<Ports, 'files'>,
): Promise<AppliedFixes> => {
  const chosen: SourceEdit[] = []
  const applied: AppliedFix[] = []
  for (const finding of sources.check()) {
    const fix = finding.waived === undefined ? finding.fixes?.find(may) : undefined
    if (fix === undefined || fix.edits.length === 0) continue
    if (fix.edits.some(edit => chosen.some(other => overlap(edit, other)))) continue
    chosen.push(...fix.edits)
    applied.push({ finding, fix })
  }
  const before = new Map<string, string>()
  for (const [uri, edits] of Map.groupBy(chosen, ({ range }) => range.uri)) {
    const text = sources.text(uri)
    if (text === undefined) continue
    await writable(pathOf(uri), () => files.writeText(pathOf(uri), edited(text, edits)))
    before.set(uri, text)
  }
  return { applied, before }
}

/** Writes files as they were. */
export const takeBack = async ({ before }: AppliedFixes, { files }: Pick<Ports, 'files'>): Promise<void> => {
  for (const [uri, text] of before) await writable(pathOf(uri), () => files.writeText(pathOf(uri), text))
}

const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character < b.character)

/** Two edits that touch the same text, or insert at the same place. */
const overlap = ({ range: a }: SourceEdit, { range: b }: SourceEdit): boolean =>
  a.uri === b.uri && !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
