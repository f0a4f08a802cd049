import type { Fix } from '@entitle/graph'
import type { Ports } from '../ports.ts'
import { countOf } from '../views/reports/report.ts'
import { type AppliedFix, applyFixes, takeBack } from './apply-fixes.ts'
import type { Sources } from './open-sources.ts'

/** Which fixes are applied: those that change nothing that people meant, or also those that somebody should look at. */
export type Repairing = 'safe' | 'unsafe'

export interface Repaired {
  /** The sources as they are now. */
  readonly sources: Sources
  readonly applied: readonly AppliedFix[]
  /** Fixes that were taken back, since with them the sources would have had more errors than before. */
  readonly undone: readonly AppliedFix[]
}

/** A fix can bring another finding to light; more rounds than these are never needed. */
const rounds = 4

/** Applies fixes until none is left. What leaves more errors than there were is taken back. `open` reads the sources anew. */
export const repair = async (
  first: Sources,
  repairing: Repairing,
  open: () => Promise<Sources>,
  ports: Pick<Ports, 'files'>,
): Promise<Repaired> => {
  const safe = await inRounds(first, ({ safe: isSafe }) => isSafe, open, ports)
  if (repairing === 'safe' || safe.undone.length > 0) return safe
  const { sources, applied, undone } = await inRounds(safe.sources, () => true, open, ports)
  return { sources, applied: [...safe.applied, ...applied], undone }
}

const inRounds = async (
  first: Sources,
  may: (fix: Fix) => boolean,
  open: () => Promise<Sources>,
  ports: Pick<Ports, 'files'>,
): Promise<Repaired> => {
  let sources = first
  const applied: AppliedFix[] = []
  for (let round = 0; round < rounds; round += 1) {
    const done = await applyFixes(sources, may, ports)
    if (done.applied.length === 0) break
    const after = await open()
    if (errorsIn(after) > errorsIn(sources)) {
      await takeBack(done, ports)
      return { sources, applied, undone: done.applied }
    }
    applied.push(...done.applied)
    sources = after
  }
  return { sources, applied, undone: [] }
}

const errorsIn = (sources: Sources): number => countOf(sources.check(), 'error')
