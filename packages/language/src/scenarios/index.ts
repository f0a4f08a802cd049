export { type Outcome, runScenario, type ScenarioRun } from './run-scenario.ts'
