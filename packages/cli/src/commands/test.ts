import type { ScenarioRun } from '@entitle/language'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import { reportRoot } from '../sources/report-root.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { checkText } from '../views/check.ts'
import { testJson, testText } from '../views/test.ts'
import { testJunit } from '../views/test-junit.ts'

export interface TestArguments extends Omit<CommonArguments, 'format'> {
  readonly format: 'human' | 'json' | 'junit'
  /** Only scenarios with this in their title, whatever its case. */
  readonly only?: string
}

/** Runs the scenarios of the sources; asks no tenant. */
export const test = async (options: TestArguments, ports: Ports): Promise<ExitCode> => {
  const sources = await openSources(options, ports)
  const context = findingContext(sources, ports)
  const broken = sources.broken()
  if (broken.length > 0) {
    ports.terminal.writeError(checkText({ findings: broken, files: sources.files, applied: [] }, context, false))
    ports.terminal.writeError('Not tested: the sources have errors.\n')
    return exitCodes.findings
  }
  const wanted = options.only?.toLowerCase()
  const all = sources.scenarios()
  const runs = wanted === undefined ? all : all.filter(({ title }) => title.toLowerCase().includes(wanted))
  const view = {
    runs,
    leftOut: all.length - runs.length,
    ...(options.only === undefined ? {} : { only: options.only }),
  }
  const { terminal } = ports
  if (options.format === 'json') terminal.write(testJson(view, context.nameOf))
  else if (options.format === 'junit') terminal.write(testJunit(runs, await reportRoot(ports)))
  else terminal.write(testText(view, context))
  return codeOf(runs)
}

const codeOf = (runs: readonly ScenarioRun[]): ExitCode => {
  if (runs.some(({ verdict }) => verdict === 'failed')) return exitCodes.findings
  return runs.some(({ verdict }) => verdict === 'undetermined') ? exitCodes.halfway : exitCodes.fine
}
