import { type ChildProcess, fork, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import {
  createProtocolConnection,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const server = fileURLToPath(new URL('../../src/server/node.ts', import.meta.url))
let child: ChildProcess
afterEach(() => {
  child.kill()
})

const initialize = { processId: process.pid, rootUri: null, capabilities: {}, workspaceFolders: null }

it('serves over IPC, as an editor starts it', async () => {
  child = fork(server, ['--node-ipc'], { stdio: 'pipe' })
  const client = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  client.listen()
  const { serverInfo }: InitializeResult = await client.sendRequest('initialize', initialize)
  expect(serverInfo?.name).toBe('Entitle')
  await client.sendRequest('shutdown')
  const ended = new Promise(resolve => child.once('exit', resolve))
  await client.sendNotification('exit')
  expect(await ended).toBe(0)
}, 30_000)

it('serves over standard input and output, and prints nothing else there', async () => {
  const program = `import { serve } from ${JSON.stringify(server)}; serve(); console.log('not for the client')`
  const spawned = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })
  child = spawned
  const { stdout, stdin } = spawned
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  client.listen()
  const { serverInfo }: InitializeResult = await client.sendRequest('initialize', initialize)
  expect(serverInfo?.name).toBe('Entitle')
}, 30_000)
