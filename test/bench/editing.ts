import { type ChildProcess, fork } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node'
import { rowOf } from './measure.ts'
import type { Row } from './table.ts'
import { type Workload, workloads, writeWorkload } from './workload.ts'

const server = path.resolve(import.meta.dirname, '../../packages/language/src/server/node.ts')
const edits = 60

/** A language server in a process of its own, as an editor starts it, and what it last said of each file. */
const start = async (folder: string) => {
  const child: ChildProcess = fork(server, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const client: ProtocolConnection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>()
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    for (const look of waiting) look(params)
  })
  client.onRequest('client/registerCapability', () => null)
  client.onRequest('workspace/configuration', ({ items }: { readonly items: readonly unknown[] }) =>
    items.map(() => null),
  )
  client.listen()
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).toString(), name: 'bench' }],
  })
  await client.sendNotification('initialized', {})
  return {
    client,
    /** Resolves when the file `uri` is reported on with a finding called `rule`, or without any such. */
    reported: (uri: string, rule: string, there: boolean) =>
      new Promise<void>(resolve => {
        const look = ({ uri: of, diagnostics }: PublishDiagnosticsParams) => {
          if (of !== uri || diagnostics.some(({ code }) => code === rule) !== there) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
      }),
    stop: async () => {
      await client.sendRequest('shutdown')
      await client.sendNotification('exit')
      client.dispose()
      child.kill()
    },
  }
}

/** A name is broken and repaired again and again in one file: the time from each edit to what is said of it. */
const editOneFile = async (workload: Workload): Promise<Row[]> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-bench-'))
  try {
    writeWorkload(workload, folder)
    const name = `catalog-${Math.floor(workload.files / 2) - 1}.entitle`
    const uri = pathToFileURL(path.join(folder, name)).toString()
    const text = fs.readFileSync(path.join(folder, name), 'utf8')
    const broken = text.replace('fallback governance', 'fallback governanc')
    if (broken === text) throw new Error(`${name} has no name to break`)
    const { client, reported, stop } = await start(folder)
    await client.sendRequest('entitle/check', {})
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'entitle', version: 0, text },
    })
    const times: number[] = []
    for (let version = 1; version <= edits + 10; version += 1) {
      const there = version % 2 === 1
      const told = reported(uri, 'unknown-name', there)
      const begin = performance.now()
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text: there ? broken : text }],
      })
      await told
      if (version > 10) times.push(performance.now() - begin)
    }
    await stop()
    const isL = workload.name === 'L'
    const sorted = times.toSorted((a, b) => a - b)
    const of = `edit → diagnostics in one file of ${workload.name} (${workload.packages} packages in ${workload.files} files)`
    return [
      rowOf(`${of}, median`, times, isL ? 50 : undefined),
      {
        what: `${of}, p95`,
        value: sorted[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN,
        unit: 'ms',
        ...(isL ? { bar: 100 } : {}),
      },
    ]
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** How long an edit takes until its findings are out, over the wire, in each workload. */
export const editing = async (): Promise<Row[]> => {
  const rows: Row[] = []
  for (const workload of workloads) rows.push(...(await editOneFile(workload)))
  return rows
}
