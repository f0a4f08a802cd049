import { unlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type {
  ClientCapabilities,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node'
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node'
import { openWire, type Wire } from './wire.ts'

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: false } },
  workspace: { diagnostics: { refreshSupport: true } },
}
const user = 'user someone "someone@contoso.com"\n'
const files = { 'a.entitle': 'catalog a "A" { owners someone }\n', 'b.entitle': '\n' }

let wire: Wire
afterEach(() => wire.close())

const pull = (file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
  wire.client.sendRequest('textDocument/diagnostic', {
    textDocument: { uri: wire.uri(file) },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  })
const pullAll = (ids: { readonly [file: string]: string } = {}, partialResultToken?: string) =>
  wire.client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', askingWith(ids, partialResultToken))
const askingWith = (ids: { readonly [file: string]: string }, partialResultToken?: string) => ({
  previousResultIds: Object.entries(ids).map(([file, value]) => ({ uri: wire.uri(file), value })),
  ...(partialResultToken === undefined ? {} : { partialResultToken }),
})
const idOf = (report: { readonly resultId?: string | undefined }) => {
  if (report.resultId === undefined) throw new Error('the report has no id')
  return report.resultId
}
const errors = (report: DocumentDiagnosticReport | WorkspaceDiagnosticReport['items'][number]) =>
  report.kind === 'full'
    ? report.items.filter(({ severity }) => severity === 1).map(({ message }) => String(message))
    : report.kind
const of = (all: WorkspaceDiagnosticReport, file: string) => {
  const found = all.items.find(({ uri }) => uri === wire.uri(file))
  if (found === undefined) throw new Error(`nothing is said of ${file}`)
  return found
}
const idsOf = (all: WorkspaceDiagnosticReport, ...names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, idOf(of(all, name))]))

describe('a client that asks for diagnostics', () => {
  it('is told that it may, and is sent none', async () => {
    wire = await openWire(files, {}, pulling)
    expect(wire.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: 'entitle',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    })
    const sent: string[] = []
    wire.client.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => {
      sent.push(uri)
    })
    await wire.open('a.entitle', `${files['a.entitle']}catalog`)
    expect(errors(await pull('a.entitle'))).not.toEqual([])
    await pullAll()
    expect(sent).toEqual([])
  })

  it('gets the findings of a file, open or not, and none of one that is not there', async () => {
    wire = await openWire(files, {}, pulling)
    expect(errors(await pull('a.entitle'))).toEqual([expect.stringContaining('someone')])
    expect(await pull('nowhere.entitle')).toMatchObject({ kind: 'full', items: [] })
  })

  it('gets what holds after its last edit', async () => {
    wire = await openWire(files, {}, pulling)
    await wire.open('b.entitle', user)
    expect(errors(await pull('a.entitle'))).toEqual([])
    await wire.change('b.entitle', '')
    expect(errors(await pull('a.entitle'))).toHaveLength(1)
  })

  it('is told where nothing changed', async () => {
    wire = await openWire(files, {}, pulling)
    const first = await pull('a.entitle')
    expect(await pull('a.entitle', idOf(first))).toEqual({
      kind: 'unchanged',
      resultId: idOf(first),
    })
    await wire.open('b.entitle', user)
    expect(await pull('a.entitle', idOf(first))).toMatchObject({ kind: 'full' })
    expect(await pull('a.entitle', 'another')).toMatchObject({ kind: 'full' })
  })

  it('gets the whole workspace, with the versions of open files', async () => {
    wire = await openWire(files, {}, pulling)
    await wire.open('b.entitle', '\n')
    const all = await pullAll()
    expect(all.items.map(({ uri }) => uri).toSorted()).toEqual([wire.uri('a.entitle'), wire.uri('b.entitle')])
    expect(of(all, 'a.entitle')).toMatchObject({ kind: 'full', version: null })
    expect(of(all, 'b.entitle').version).toEqual(expect.any(Number))
    const again = await pullAll(idsOf(all, 'a.entitle', 'b.entitle'))
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged'])
  })

  it('that takes answers in parts is answered when there is news', async () => {
    wire = await openWire(files, {}, pulling)
    const ids = idsOf(await pullAll({}, 'first'), 'a.entitle', 'b.entitle')
    let answered = false
    const later = pullAll(ids, 'second').then(all => {
      answered = true
      return all
    })
    await pull('b.entitle')
    await wire.open('b.entitle', '\n')
    await pull('b.entitle')
    expect(answered).toBe(false)
    await wire.change('b.entitle', user)
    expect(errors(of(await later, 'a.entitle'))).toEqual([])
  })

  it('that takes answers in parts may cancel', async () => {
    wire = await openWire(files, {}, pulling)
    const ids = idsOf(await pullAll(), 'a.entitle', 'b.entitle')
    const source = new CancellationTokenSource()
    const waiting = wire.client.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      askingWith(ids, 'waits'),
      source.token,
    )
    await pull('a.entitle')
    source.cancel()
    const items = await waiting.then(
      ({ items }) => items.filter(({ kind }) => kind === 'full'),
      () => [],
    )
    expect(items).toEqual([])
  })

  it('hears that a file is gone', async () => {
    wire = await openWire(files, {}, pulling)
    const ids = idsOf(await pullAll(), 'a.entitle', 'b.entitle')
    const later = pullAll(ids, 'waits')
    await pull('b.entitle')
    unlinkSync(fileURLToPath(wire.uri('a.entitle')))
    await wire.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: wire.uri('a.entitle'), type: 3 }],
    })
    expect(of(await later, 'a.entitle')).toMatchObject({ kind: 'full', items: [] })
    expect(await pull('a.entitle')).toMatchObject({ kind: 'full', items: [] })
  })

  it('is asked to ask again when a change in one file settles findings in another', async () => {
    wire = await openWire(files, {}, pulling)
    const asked = new Promise<void>(resolve => {
      wire.client.onRequest('workspace/diagnostic/refresh', () => {
        resolve()
        return null
      })
    })
    expect(errors(await pull('a.entitle'))).toHaveLength(1)
    await wire.open('b.entitle', user)
    await asked
    expect(errors(await pull('a.entitle'))).toEqual([])
  })

  it('is not asked where only the file differs that it changed', async () => {
    wire = await openWire(files, {}, pulling)
    let asked = 0
    wire.client.onRequest('workspace/diagnostic/refresh', () => {
      asked += 1
      return null
    })
    await pull('b.entitle')
    await wire.open('b.entitle', 'catalog {')
    expect(errors(await pull('b.entitle'))).not.toEqual([])
    await pullAll()
    expect(asked).toBe(0)
  })
})

describe('a client that does not ask for diagnostics', () => {
  it('is sent them, and is told of no way to ask', async () => {
    wire = await openWire(files)
    expect(wire.initialized.capabilities.diagnosticProvider).toBeUndefined()
    const found = await wire.diagnostics('a.entitle', all => all.some(({ severity }) => severity === 1))
    expect(found).not.toEqual([])
  })
})
