import { planChecks, protectedTenant } from '@entitle/graph'
import { type FindingGroup, found } from './finding-text.ts'

/** What whoever approves a plan would want to be told. None of it keeps the plan from being carried out. */
export const findingsOfPlans: readonly FindingGroup[] = [
  {
    title: 'Checks of plans',
    findings: [...planChecks, protectedTenant].map(({ name, severity, tells, why }) =>
      found(
        name,
        severity,
        `A plan says ${tells}. ${why}`,
        'Approve the plan where that is meant; else change the sources and plan again.',
      ),
    ),
  },
]
