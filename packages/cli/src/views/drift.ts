import type { Step } from '@entitle/graph'
import { changeTree } from '@entitle/graph'
import { driftFindings } from '@entitle/language'
import { changeLines, tally } from './change-lines.ts'
import { driftVoice } from './change-voice.ts'
import { changedValues } from './changed-values.ts'
import { counted } from './counted.ts'
import { type FindingContext, findingLines } from './finding.ts'
import { findingJson, json, placeJson } from './json.ts'
import { type PlanResult, readingLine, tenantJson } from './plan.ts'

/** Where the tenant is not as declared: declared values first, then what the tenant has. */
export const driftText = (result: PlanResult, context: FindingContext): string => {
  const { plan } = result
  const { paint } = context
  const tree = changeTree(plan)
  const legend = plan.steps.some(step => step.action === 'update') ? [paint.dim('declared  →  in the tenant'), ''] : []
  return [
    readingLine(result, context),
    '',
    ...legend,
    ...changeLines(tree, { ...context, voice: driftVoice, verbose: result.verbose }),
    ...plan.findings
      .filter(finding => finding.place.kind === 'source' || finding.severity === 'error')
      .flatMap(finding => [...findingLines(finding, context), '']),
    // The tree has said all of it, less than the lines that say it in the sources.
    ...(result.verbose ? driftFindings(plan.steps) : []).flatMap(finding => [...findingLines(finding, context), '']),
    driftSummary(result, context),
    '',
  ].join('\n')
}

const driftSummary = ({ plan, where }: PlanResult, { paint }: FindingContext): string => {
  const counts = tally(changeTree(plan))
  const unmanaged = counts.unmanaged === 0 ? '' : `, ${counts.unmanaged} not declared`
  const differing = counts.update + counts.replace
  if (differing + counts.create === 0 && plan.findings.some(({ severity }) => severity === 'error'))
    return `${paint.red('Not compared:')} the errors above keep it from being known.`
  if (differing + counts.create === 0)
    return `${paint.green('No drift:')} ${counted(plan.unchanged, 'object')} ${plan.unchanged === 1 ? 'is' : 'are'} as declared${unmanaged}.`
  return [
    `${paint.yellow('Drift:')} ${counted(differing, 'object')} changed, ${counts.create} missing${unmanaged}.`,
    `entitle deploy${where} makes the tenant as declared again; entitle import --update${where} writes into the sources what was changed there.`,
  ].join('\n')
}

/** `entitle-drift/1`. */
export const driftJson = (result: PlanResult, nameOf: (uri: string) => string): string => {
  const { plan } = result
  return json({
    format: 'entitle-drift/1',
    tenant: tenantJson(plan),
    drift: plan.steps.filter(step => step.action !== 'delete').map(step => driftOf(step, nameOf)),
    unmanaged: plan.unmanaged,
    findings: [...plan.findings, ...driftFindings(plan.steps)].map(finding => findingJson(finding, nameOf)),
    summary: {
      changed: plan.steps.filter(step => step.action === 'update').length,
      missing: plan.steps.filter(step => step.action === 'create').length,
      unmanaged: plan.unmanaged.length,
      unchanged: plan.unchanged,
    },
  })
}

const driftOf = (step: Step, nameOf: (uri: string) => string): object => ({
  address: step.address,
  kind: step.kind,
  what: step.action === 'create' ? 'missing' : 'changed',
  ...(step.origin === undefined ? {} : { declared: placeJson({ kind: 'source', range: step.origin.range }, nameOf) }),
  properties: step.changes.map(({ path, before, after }) => ({
    path,
    declared: after ?? null,
    actual: before ?? null,
  })),
  words: changedValues(step, true).map(({ label, from, to }) => ({ label, declared: from, actual: to })),
})
