import type { FindingGroup, FindingText } from './finding-text.ts'
import { findingsOfPlans } from './findings-of-plans.ts'
import { findingsOfPolicies } from './findings-of-policies.ts'
import { findingsOfSources } from './findings-of-sources.ts'
import { findingsOfTenants } from './findings-of-tenants.ts'

/** Every code of a finding that is no rule, by what it is about. */
export const findingGroups: readonly FindingGroup[] = [
  ...findingsOfSources,
  ...findingsOfPolicies,
  ...findingsOfTenants,
  ...findingsOfPlans,
]

/** The same in one list. */
export const findingTexts: readonly FindingText[] = findingGroups.flatMap(({ findings }) => findings)
