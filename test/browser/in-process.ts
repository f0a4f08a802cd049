import { fork } from 'node:child_process'
import path from 'node:path'
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node'
import { root } from '../e2e/harness/places.ts'
import { capabilities, type LanguageClient } from './language-client.ts'

/** The server as it runs on a desktop: a process, bundled, over IPC. */
export interface ProcessClient extends LanguageClient {
  stop(): Promise<void>
}

export const inProcess = async (folders: readonly string[]): Promise<ProcessClient> => {
  const module = path.join(root, 'packages/extension/dist/server.cjs')
  const child = fork(module, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null))
  connection.listen()
  const initialized: LanguageClient['initialized'] = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map(uri => ({ uri, name: uri })),
  })
  await connection.sendNotification('initialized', {})
  return {
    initialized,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) =>
      params === undefined ? connection.sendNotification(method) : connection.sendNotification(method, params),
    stop: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
    },
  }
}
