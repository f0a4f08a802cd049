import { showResult, showWarning } from '../dialogue/messages.ts'
import type { ScenarioTests } from '../scenarios/scenario-tests.ts'
import type { ScenarioFacts } from '../scenarios/summary.ts'

/** *Entitle: Run Scenarios*: runs the scenario of an id, or all, and says how they turned out; the Test Explorer shows each. */
export const runScenarios = async (tests: ScenarioTests, id: unknown): Promise<ScenarioFacts> => {
  const facts = await tests.run(typeof id === 'string' ? [id] : undefined)
  const none = facts.passed + facts.failed + facts.undetermined === 0
  const show = { 'Show Tests': 'workbench.view.testing.focus' }
  if (none) void showResult('The workspace has no scenario. `scenario "…" { … }` writes one.')
  else void (facts.failed + facts.undetermined > 0 ? showWarning : showResult)(`${facts.summary}.`, show)
  return facts
}
