export { type Outcome, runScenario, type ScenarioRun } from './run-scenario.ts'
export { untried } from './untried.ts'
