import { type ExtensionContext, Uri } from 'vscode'
import { fetchedScript } from './fetched-script.ts'
import { inWorker } from './language/in-worker.ts'
import { start } from './start.ts'
import { engineModule } from './tenant/load-engine.ts'
import { sandboxInStorage } from './tenant/sandbox-in-storage.ts'

/** The extension in a browser without a remote machine (vscode.dev): the language in a worker, the sandbox tenant in memory. */
export const activate = (context: ExtensionContext): void => {
  const script = (file: string) => fetchedScript(Uri.joinPath(context.extensionUri, 'dist', file))
  const server = script('server-web.js')
  const engine = engineModule(script('engine-web.js'))
  start(context, log => ({ connect: inWorker(server, log), engine, sandbox: sandboxInStorage(context, engine) }))
}

export { end as deactivate } from './start.ts'
