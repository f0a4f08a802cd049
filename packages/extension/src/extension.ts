import type { ExtensionContext } from 'vscode'
import { inProcess } from './language/in-process.ts'
import { start } from './start.ts'
import { engineFile } from './tenant/load-engine.ts'
import { sandboxFile } from './tenant/sandbox-file.ts'

/** The extension on a machine: on the desktop, or in a window that is connected to a remote one. */
export const activate = (context: ExtensionContext): void => {
  const engine = engineFile(context.asAbsolutePath('dist/engine.cjs'))
  const connect = inProcess(context.asAbsolutePath('dist/server.cjs'))
  start(context, () => ({ connect, engine, sandbox: sandboxFile(context, engine) }))
}

export { end as deactivate } from './start.ts'
