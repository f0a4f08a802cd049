import { showResult, showWarning } from '../dialogue/messages.ts'
import { type DriftFacts, driftFacts } from '../drift/drift-facts.ts'
import type { Entitle } from '../entitle.ts'
import { comparePlanned } from './make-plan.ts'

/** *Entitle: Show Drift*: compares a tenant with the sources, and marks what differs on the lines that say otherwise. Changes nothing. */
export const showDrift = async (entitle: Entitle): Promise<DriftFacts> => {
  const { plan, target } = await comparePlanned(entitle, {}, 'Comparing')
  const { driftFindings } = await entitle.engine()
  entitle.drift.show(driftFindings(plan.steps), target.title)
  const facts = driftFacts(plan)
  const [first] = plan.findings.filter(({ severity }) => severity === 'error')
  const told = `${target.title}: ${facts.summary}.`
  if (first !== undefined) void showWarning(`${told} ${first.message}`)
  else if (facts.changed + facts.missing === 0) void showResult(told)
  else
    void showWarning(told, {
      'Show Problems': 'workbench.actions.view.problems',
      'Import from Tenant': 'entitle.import',
      Plan: 'entitle.plan',
    })
  return facts
}
