import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { Connect } from './client.ts'
import { lendFiles } from './lend-files.ts'

/** The server in a process of its own, which reads the disk, and is lent what is elsewhere. @param module path of the bundled server */
export const inProcess =
  (module: string): Connect =>
  options => {
    const client = new LanguageClient('entitle', 'Entitle', { module, transport: TransportKind.ipc }, options)
    lendFiles(client)
    return client
  }
