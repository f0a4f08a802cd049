import type { TenantsAnswer } from '@entitle/language'

export type { CheckAnswer, DesiredAnswer, TenantsAnswer } from '@entitle/language'

/** A `tenant` declaration of the workspace, to choose from. */
export type DeclaredTenant = TenantsAnswer[number]

/** The requests that the language server answers beside the protocol's own. */
export const requests = {
  check: 'entitle/check',
  desired: 'entitle/desired',
  tenants: 'entitle/tenants',
} as const
