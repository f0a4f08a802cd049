import type { Loss, Plan } from '@entitle/graph'
import { counted, summary } from '../plan/summary.ts'

/** Whom a plan's deletions concern. */
export interface Concerned {
  /** Who loses access. */
  readonly losing: Loss
  /** Who goes on having it, under another policy. */
  readonly moving: Loss
}

const people = ({ people, first }: Loss, one: string, several: string): readonly string[] => {
  if (people === 0) return []
  const more = people - first.length
  const names = more === 0 ? first.join(', ') : `${first.join(', ')} and ${more} more`
  return [`${people === 1 ? `1 person ${one}` : `${people} people ${several}`}: ${names}.`]
}

/** What a person should know before saying yes: the numbers, who loses access, how many changes may end access, and what was warned of. */
export const consequences = (
  plan: Pick<Plan, 'steps' | 'unmanaged' | 'findings'>,
  { losing, moving }: Concerned,
): string => {
  const others = plan.steps.filter(({ reason }) => reason !== 'ended' && reason !== 'moved')
  const ending = others.filter(step => step.risk === 'may-end-access').length
  const warnings = plan.findings.filter(finding => finding.severity === 'warning').map(finding => finding.message)
  const risk = ending === 0 ? [] : [`${counted(ending, 'change')} may end access that people have.`]
  return [
    `${summary(plan)}.`,
    ...people(losing, 'loses access', 'lose access'),
    ...people(moving, 'is moved to another policy', 'are moved to another policy'),
    ...risk,
    ...warnings,
  ].join('\n\n')
}
