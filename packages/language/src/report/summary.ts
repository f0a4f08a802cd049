import { number } from './facts.ts'
import type { Report } from './report.ts'

/** How a report turns out, in a sentence without its beginning: `every recommendation is kept, 1 way in from outside, …`. */
export const reportSummary = ({ recommendations, counts }: Report): string => {
  const open = recommendations.filter(({ standing }) => standing === 'not met').length
  const kept =
    open === 0 ? 'every recommendation is kept' : `${open} of ${recommendations.length} recommendations not met`
  return `${kept}, ${number(counts.externalPolicies, 'way')} in from outside, ${number(counts.errors, 'error')}, ${number(counts.warnings, 'warning')}.`
}
