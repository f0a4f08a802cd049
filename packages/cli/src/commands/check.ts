import type { Finding } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { applyFixes } from '../sources/apply-fixes.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { type CheckResult, checkJson, checkText } from '../views/check.ts'

export interface CheckArguments extends CommonArguments {
  /** Apply every fix that is safe. */
  readonly fix: boolean
  /** Look again only at files that changed, and at those that rely on them. */
  readonly cache: boolean
}

/** Says what is wrong with the sources; asks no tenant. */
export const check = async (options: CheckArguments, ports: Ports): Promise<ExitCode> => {
  const started = ports.clock.now().getTime()
  const cache = options.cache && !options.fix ? await ports.cache?.() : undefined
  let sources = await openSources(options, ports, cache)
  let fixed = 0
  // A fix can bring another finding to light, so look again until nothing safe is left; four rounds are more than any needs.
  for (let round = 0; options.fix && round < 4; round += 1) {
    const applied = await applyFixes(sources, ports)
    fixed += applied
    if (applied === 0) break
    sources = await openSources(options, ports)
  }
  const findings = sources.check()
  const result: CheckResult = {
    findings,
    fixed,
    files: sources.files.length,
    milliseconds: ports.clock.now().getTime() - started,
  }
  const context = findingContext(sources, ports)
  ports.terminal.write(
    options.format === 'json' ? checkJson(result, context) : checkText(result, context, options.verbose),
  )
  await sources.keep()
  return hasErrors(findings) ? exitCodes.findings : exitCodes.fine
}

/** An error that no waiver excuses. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(finding => finding.severity === 'error' && finding.waived === undefined)
