import type { Plan } from '@entitle/graph'
import { counted, summary } from '../plan/summary.ts'

/** What a person should know before saying yes: the numbers, how many changes may end access, and what was warned of. */
export const consequences = (plan: Pick<Plan, 'steps' | 'unmanaged' | 'findings'>): string => {
  const ending = plan.steps.filter(step => step.risk === 'may-end-access').length
  const warnings = plan.findings.filter(finding => finding.severity === 'warning').map(finding => finding.message)
  const risk = ending === 0 ? [] : [`${counted(ending, 'change')} may end access that people have.`]
  return [`${summary(plan)}.`, ...risk, ...warnings].join('\n\n')
}
