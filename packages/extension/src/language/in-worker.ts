import type { LogOutputChannel } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import type { Connect } from './client.ts'
import { lendFiles } from './lend-files.ts'

/** The server in a web worker, which has no disk: it is lent the workspace's files. @param script gives the address of the bundled server */
export const inWorker =
  (script: () => Promise<string>, log: LogOutputChannel): Connect =>
  options => {
    const start = async () => {
      const worker = new Worker(await script())
      worker.addEventListener('error', ({ message }) => log.error(`The language server's worker failed: ${message}`))
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    const client = new LanguageClient('entitle', 'Entitle', start, options)
    lendFiles(client)
    return client
  }
