import type { Finding } from '@entitle/graph'
import type { Program } from '../resolve/program.ts'
import { everAsked } from './asked-rules.ts'

/**
 * Errors for which it isn't known what the sources want, so that no tenant can be held to them. What breaks a rule is understood: a tenant that is
 * as such sources say breaks it, too.
 */
export const brokenSources = (program: Program, findings: readonly Finding[]): readonly Finding[] => {
  const asked = everAsked(program)
  return findings.filter(
    ({ severity, waived, rule }) => severity === 'error' && waived === undefined && !asked.has(rule),
  )
}
