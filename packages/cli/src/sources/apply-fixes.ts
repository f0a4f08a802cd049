import type { Finding, Position, SourceEdit } from '@entitle/graph'
import { edited } from '@entitle/language'
import type { Ports } from '../ports.ts'
import { pathOf } from '../views/json.ts'
import { writable } from './file-reason.ts'
import type { Sources } from './open-sources.ts'

/** Applies the first safe fix of each finding, as long as they don't overlap. Returns how many were applied. */
export const applyFixes = async (sources: Sources, { files }: Pick<Ports, 'files'>): Promise<number> => {
  const chosen: SourceEdit[] = []
  let applied = 0
  for (const finding of sources.check()) {
    const edits = safeEdits(finding)
    if (edits.length === 0 || edits.some(edit => chosen.some(other => overlap(edit, other)))) continue
    chosen.push(...edits)
    applied += 1
  }
  for (const uri of new Set(chosen.map(({ range }) => range.uri))) {
    const text = sources.text(uri)
    if (text === undefined) continue
    const changed = edited(
      text,
      chosen.filter(({ range }) => range.uri === uri),
    )
    await writable(pathOf(uri), () => files.writeText(pathOf(uri), changed))
  }
  return applied
}

const safeEdits = (finding: Finding): readonly SourceEdit[] =>
  finding.waived === undefined ? (finding.fixes?.find(({ safe }) => safe)?.edits ?? []) : []

const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character < b.character)

/** Two edits that touch the same text, or insert at the same place. */
const overlap = ({ range: a }: SourceEdit, { range: b }: SourceEdit): boolean =>
  a.uri === b.uri && !before(a.end, b.start) && !before(b.end, a.start)
