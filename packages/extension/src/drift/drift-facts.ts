import type { Finding, Plan } from '@entitle/graph'
import { counted } from '../plan/summary.ts'

/** How far a tenant is from the sources, for whoever runs the command from code. */
export interface DriftFacts {
  readonly changed: number
  readonly missing: number
  readonly summary: string
}

/** `3 objects changed, 1 missing`; what is missing with its parent is counted too. */
export const driftFacts = ({ steps, unmanaged }: Pick<Plan, 'steps' | 'unmanaged'>): DriftFacts => {
  const made = steps.filter(({ action }) => action === 'create')
  const replaced = made.filter(({ reason }) => reason === 'replaced').length
  const changed = steps.filter(({ action }) => action === 'update').length + replaced
  const missing = made.length - replaced
  const undeclared = unmanaged.length === 0 ? '' : `, ${counted(unmanaged.length, 'object')} not declared`
  return {
    changed,
    missing,
    summary:
      changed + missing === 0
        ? `no drift${undeclared}`
        : `${counted(changed, 'object')} changed, ${missing} missing${undeclared}`,
  }
}

/** What is told where in the sources, by file. */
export const byFile = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  Map.groupBy(
    findings.filter(({ place }) => place.kind === 'source'),
    ({ place }) => (place.kind === 'source' ? place.range.uri : ''),
  )
