import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import type { Connect } from './client.ts'

/** The server in a process of its own. @param module path of the bundled server */
export const inProcess =
  (module: string): Connect =>
  options =>
    new LanguageClient('entitle', 'Entitle', { module, transport: TransportKind.ipc }, options)
