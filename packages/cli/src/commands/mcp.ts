import { servedTools } from '../agents/served-tools.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { sourceRoots } from '../sources/source-roots.ts'
import type { TenantArguments } from '../tenant-arguments.ts'

/** Serves agents until they leave. */
export const mcp = async (options: TenantArguments, ports: Ports): Promise<ExitCode> => {
  await sourceRoots(options.paths, ports)
  await ports.serveAgents(servedTools(options, ports))
  return exitCodes.fine
}
