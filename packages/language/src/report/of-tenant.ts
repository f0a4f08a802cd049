import type { TenantIdentity } from '@entitle/graph'
import type { Report } from './report.ts'

/** A report of a live tenant, which was written down as sources to be checked: nobody has those files, so no place is told in them. */
export const ofTenant = (
  report: Report,
  { domain, displayName }: Pick<TenantIdentity, 'domain' | 'displayName'>,
  standard: string,
): Report => ({
  ...report,
  tenant: domain ?? displayName,
  standard,
  recommendations: report.recommendations.map(each => ({ ...each, shortfalls: each.shortfalls.map(nowhere) })),
  externalAccess: report.externalAccess.map(nowhere),
  waivers: report.waivers.map(nowhere),
})

const nowhere = <T extends { readonly file: string; readonly line: number }>(each: T): T => ({
  ...each,
  file: '',
  line: 0,
})
