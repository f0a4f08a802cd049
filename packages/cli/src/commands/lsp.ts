import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'

/** Serves editors until they leave. */
export const lsp = async ({ serveLanguage }: Ports): Promise<ExitCode> => {
  await serveLanguage()
  return exitCodes.fine
}
