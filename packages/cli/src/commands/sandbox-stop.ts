import type { KeptArguments } from '../arguments/sandbox-tending.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { inFolder } from '../tenants/target.ts'
import { json } from '../views/json.ts'

/** Ends the process that serves a sandbox. That none does is as good. */
export const stopSandbox = async (
  { file, format }: Pick<KeptArguments, 'file' | 'format'>,
  { sandboxes, terminal, folder }: Pick<Ports, 'sandboxes' | 'terminal' | 'folder'>,
): Promise<ExitCode> => {
  const kept = inFolder(folder, file)
  const running = await sandboxes.running(kept)
  if (running !== undefined) await sandboxes.stop(kept, running)
  const stopped = running === undefined ? null : running.url
  terminal.write(
    format === 'json'
      ? json({ format: 'entitle-sandbox-stop/1', file, stopped })
      : running === undefined
        ? `No sandbox runs from ${file}.\n`
        : `Stopped the sandbox at ${running.url}. It is kept in ${file}.\n`,
  )
  return exitCodes.fine
}
