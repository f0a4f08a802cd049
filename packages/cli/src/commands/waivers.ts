import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { findingContext } from '../sources/finding-context.ts'
import { openSources } from '../sources/open-sources.ts'
import type { CommonArguments } from '../tenant-arguments.ts'
import { waiversJson, waiversText } from '../views/waivers.ts'

/** Lists the waivers of the sources by date. */
export const waivers = async (options: CommonArguments, ports: Ports): Promise<ExitCode> => {
  const sources = await openSources(options, ports)
  const { waivers: entries, date } = sources.report()
  const context = findingContext(sources, ports)
  ports.terminal.write(options.format === 'json' ? waiversJson(entries, context) : waiversText(entries, date, context))
  return exitCodes.fine
}
