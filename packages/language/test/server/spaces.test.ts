import { rmSync, writeFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createConnection } from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  FileChangeType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { LocalFiles } from '../../src/server/local-files.ts'
import { startServer } from '../../src/server/start-server.ts'
import { openWire, type Wire } from './wire.ts'

const user = 'user someone "someone@contoso.com"\n'
const catalog = 'catalog a "A" { owners someone }\n'
let wire: Wire
afterEach(() => wire.close())

const errors = (all: readonly Diagnostic[]) => all.filter(({ severity }) => severity === 1).map(({ code }) => code)
const unknown = (all: readonly Diagnostic[]) => errors(all).includes('unknown-name')
const twice = (all: readonly Diagnostic[]) => errors(all).includes('duplicate-name')
const sound = (all: readonly Diagnostic[]) => all.length > 0 && errors(all).length === 0
const changed = (changes: readonly { uri: string; type: FileChangeType }[]) =>
  wire.client.sendNotification('workspace/didChangeWatchedFiles', { changes })
const folders = (added: readonly string[], removed: readonly string[]) => {
  const named = (all: readonly string[]) => all.map(name => ({ uri: wire.uri(name), name }))
  return wire.client.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: named(added), removed: named(removed) },
  })
}
const definition = (file: string, character: number): Promise<{ targetUri: string }[] | null> =>
  wire.client.sendRequest('textDocument/definition', {
    textDocument: { uri: wire.uri(file) },
    position: { line: 0, character },
  })

describe('several folders', () => {
  const two = { 'one/user.entitle': user, 'one/a.entitle': catalog, 'two/a.entitle': catalog }

  it('are a space of names each', async () => {
    wire = await openWire(two, {}, {}, { folders: ['one', 'two'] })
    await wire.diagnostics('two/a.entitle', unknown)
    await wire.diagnostics('one/a.entitle', sound)
    expect(await wire.client.sendRequest('entitle/check', {})).toMatchObject({ files: 3 })
    const symbols: { location: { uri: string } }[] = await wire.client.sendRequest('workspace/symbol', { query: 'a' })
    expect(symbols.map(({ location }) => location.uri)).toEqual([wire.uri('one/a.entitle'), wire.uri('two/a.entitle')])
  })

  it('answer by the document that is spoken of, at the same time', async () => {
    wire = await openWire({ ...two, 'two/user.entitle': user }, {}, {}, { folders: ['one', 'two'] })
    const at = catalog.indexOf('someone')
    const answers = await Promise.all([definition('one/a.entitle', at), definition('two/a.entitle', at)])
    expect(answers.map(answer => answer?.[0]?.targetUri)).toEqual([
      wire.uri('one/user.entitle'),
      wire.uri('two/user.entitle'),
    ])
  })

  it('come and go, with what is open in them', async () => {
    wire = await openWire(two, {}, {}, { folders: ['one'] })
    await wire.diagnostics('one/a.entitle', sound)
    await wire.open('two/a.entitle', catalog)
    await wire.diagnostics('two/a.entitle', unknown)
    await folders(['two'], [])
    await wire.open('two/user.entitle', user)
    await wire.diagnostics('two/a.entitle', sound)
    await folders([], ['one'])
    await wire.diagnostics('one/a.entitle', all => all.length === 0)
    expect(await wire.client.sendRequest('entitle/check', {})).toMatchObject({ files: 2 })
    await folders(['one'], [])
    await wire.diagnostics('one/a.entitle', sound)
  })

  it('inside one another belong to the outer one', async () => {
    wire = await openWire({ 'user.entitle': user, 'in/a.entitle': catalog }, {}, {}, { folders: ['in', ''] })
    await wire.diagnostics('in/a.entitle', sound)
    expect(await wire.client.sendRequest('entitle/check', {})).toMatchObject({ files: 2 })
  })

  it('are planned one by one', async () => {
    const tenant = (name: string) => `tenant ${name} "${name}" { domain "${name}.com" }\n`
    const files = { 'one/t.entitle': tenant('contoso'), 'two/t.entitle': tenant('tailspin') }
    wire = await openWire(files, {}, {}, { folders: ['one', 'two'] })
    expect(await wire.client.sendRequest('entitle/tenants', {})).toMatchObject([
      { name: 'contoso' },
      { name: 'tailspin' },
    ])
    const identity = (params: object) => wire.client.sendRequest('entitle/desired', params)
    expect(await identity({ tenant: 'tailspin' })).toMatchObject({ identity: { domain: 'tailspin.com' } })
    expect(await identity({})).toMatchObject({ identity: { domain: 'contoso.com' } })
    expect(await identity({ folder: wire.uri('two') })).toMatchObject({ identity: { domain: 'tailspin.com' } })
  })

  it('are reported on one by one, and compared with an earlier report', async () => {
    const tenant = (name: string) => `tenant ${name} "${name}" { domain "${name}.com" }\n`
    const files = {
      'one/t.entitle': tenant('contoso'),
      'one/c.entitle': 'catalog c "C" {}',
      'two/t.entitle': tenant('x'),
    }
    wire = await openWire(files, {}, {}, { folders: ['one', 'two'] })
    type Answer = { text: string; summary: string } | null
    const report = (params: object): Promise<Answer> => wire.client.sendRequest('entitle/report', params)
    const first = await report({ format: 'json' })
    expect(JSON.parse(first?.text ?? '')).toMatchObject({ format: 'entitle-report/1', counts: { catalogs: 1 } })
    expect(first?.summary).toBe('1 of 12 recommendations not met, 0 ways in from outside, 0 errors, 1 warning.')
    const second = await report({ format: 'json', folder: wire.uri('two') })
    expect(JSON.parse(second?.text ?? '')).toMatchObject({ counts: { catalogs: 0 } })
    expect((await report({ format: 'html', earlier: second?.text }))?.text).toContain('What has changed')
    expect((await report({ format: 'markdown', folder: wire.uri('two') }))?.text).toMatch(/^# Governance report/)
    expect(await report({ format: 'html', earlier: '{}' })).toBeNull()
    expect(await report({ format: 'html', earlier: 'no JSON' })).toBeNull()
  })

  it('report to who asks for the whole workspace', async () => {
    const pulling = { textDocument: { diagnostic: {} } }
    wire = await openWire(two, {}, pulling, { folders: ['one', 'two'] })
    type Report = { items: { uri: string; kind: string; resultId: string }[] }
    const ask = (previousResultIds: readonly object[]): Promise<Report> =>
      wire.client.sendRequest('workspace/diagnostic', { previousResultIds })
    const { items } = await ask([])
    expect(items.map(({ uri }) => uri).toSorted()).toEqual(
      Object.keys(two)
        .map(file => wire.uri(file))
        .toSorted(),
    )
    const again = await ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })))
    expect(again.items.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })
})

describe('documents that are no files of a folder', () => {
  it('untitled ones are new files of the first folder', async () => {
    wire = await openWire({ 'user.entitle': user })
    await wire.open('untitled:Untitled-1', catalog)
    await wire.diagnostics('untitled:Untitled-1', sound)
    expect(await definition('untitled:Untitled-1', catalog.indexOf('someone'))).toMatchObject([
      { targetUri: wire.uri('user.entitle') },
    ])
    await wire.shut('untitled:Untitled-1')
    await wire.diagnostics('untitled:Untitled-1', all => all.length === 0)
  })

  it('untitled ones need no folder', async () => {
    wire = await openWire({}, {}, {}, { folders: [] })
    await wire.open('untitled:Untitled-1', user + catalog)
    await wire.diagnostics('untitled:Untitled-1', sound)
  })

  it('files outside see those beside them that are open, and no folder', async () => {
    const files = { 'in/user.entitle': user, 'out/a.entitle': catalog, 'out/user.entitle': user }
    wire = await openWire(files, {}, {}, { folders: ['in'] })
    await wire.open('out/a.entitle', catalog)
    await wire.diagnostics('out/a.entitle', unknown)
    await wire.open('out/user.entitle', user)
    await wire.diagnostics('out/a.entitle', sound)
    await wire.shut('out/user.entitle')
    await wire.diagnostics('out/a.entitle', unknown)
    await wire.shut('out/a.entitle')
    await wire.diagnostics('out/a.entitle', all => all.length === 0)
  })

  it('older states of a file see its workspace and declare nothing', async () => {
    wire = await openWire({ 'user.entitle': user, 'a.entitle': catalog })
    const old = `git:${new URL(wire.uri('a.entitle')).pathname}?%7B%22ref%22%3A%22HEAD%22%7D`
    await wire.open('a.entitle', catalog)
    await wire.open(old, catalog)
    expect(await definition(old, catalog.indexOf('someone'))).toMatchObject([{ targetUri: wire.uri('user.entitle') }])
    const tokens: { data: number[] } = await wire.client.sendRequest('textDocument/semanticTokens/full', {
      textDocument: { uri: old },
    })
    expect(tokens.data.length).toBeGreaterThan(0)
    const check: { files: number; findings: { rule: string }[] } = await wire.client.sendRequest('entitle/check', {})
    expect(check.files).toBe(2)
    expect(check.findings.map(({ rule }) => rule)).not.toContain('duplicate-name')
    await wire.shut(old)
    await wire.diagnostics('a.entitle', sound)
  })

  it('files of a virtual folder are its own', async () => {
    const virtual = 'vscode-vfs://github/contoso/access'
    wire = await openWire({}, {}, {}, { folders: [virtual] })
    await wire.open(`${virtual}/user.entitle`, user)
    await wire.open(`${virtual}/a.entitle`, catalog)
    await wire.diagnostics(`${virtual}/a.entitle`, sound)
    await wire.open(`${virtual}/b.entitle`, catalog)
    await wire.diagnostics(`${virtual}/a.entitle`, twice)
  })
})

describe('files on disk', () => {
  it('that are made, changed, renamed and deleted', async () => {
    wire = await openWire({ 'a.entitle': catalog })
    const path = (file: string) => fileURLToPath(wire.uri(file))
    await wire.diagnostics('a.entitle', unknown)
    writeFileSync(path('user.entitle'), user)
    await changed([{ uri: wire.uri('user.entitle'), type: FileChangeType.Created }])
    await wire.diagnostics('a.entitle', sound)
    writeFileSync(path('user.entitle'), user.replace('someone', 'other'))
    await changed([{ uri: wire.uri('user.entitle'), type: FileChangeType.Changed }])
    await wire.diagnostics('a.entitle', unknown)
    rmSync(path('user.entitle'))
    writeFileSync(path('renamed.entitle'), user)
    await changed([
      { uri: wire.uri('user.entitle'), type: FileChangeType.Deleted },
      { uri: wire.uri('renamed.entitle'), type: FileChangeType.Created },
    ])
    await wire.diagnostics('a.entitle', sound)
    rmSync(path('renamed.entitle'))
    await changed([{ uri: wire.uri('renamed.entitle'), type: FileChangeType.Deleted }])
    await wire.diagnostics('a.entitle', unknown)
  })

  it('that are deleted while they are open live on in the editor', async () => {
    wire = await openWire({ 'a.entitle': catalog, 'user.entitle': user })
    await wire.open('user.entitle', user)
    await wire.diagnostics('a.entitle', sound)
    rmSync(fileURLToPath(wire.uri('user.entitle')))
    await changed([{ uri: wire.uri('user.entitle'), type: FileChangeType.Deleted }])
    await wire.open('b.entitle', 'catalog b "B" { owners someone }\n')
    await wire.diagnostics('b.entitle', sound)
    await wire.shut('user.entitle')
    await wire.diagnostics('a.entitle', unknown)
  })

  it('with a byte order mark and Windows line ends are read and laid out as they are', async () => {
    const windows = `\uFEFF${user}${catalog}`.replaceAll('\n', '\r\n')
    wire = await openWire({ 'a.entitle': windows })
    await wire.diagnostics('a.entitle', sound)
    await wire.open('a.entitle', windows)
    const edits: { newText: string }[] = await wire.client.sendRequest('textDocument/formatting', {
      textDocument: { uri: wire.uri('a.entitle') },
      options: { tabSize: 2, insertSpaces: true },
    })
    expect(edits.every(({ newText }) => !/(?<!\r)\n/.test(newText))).toBe(true)
  })
})

describe('what the setting leaves out', () => {
  it('stands by itself when it is opened', async () => {
    const files = { '.gitignore': 'old/\n', 'a.entitle': catalog, 'user.entitle': user, 'old/a.entitle': catalog }
    wire = await openWire(files)
    await wire.open('old/a.entitle', catalog)
    await wire.diagnostics('old/a.entitle', unknown)
    await wire.diagnostics('a.entitle', sound)
    await wire.open('old/user.entitle', user)
    await wire.diagnostics('old/a.entitle', sound)
    expect(await definition('old/a.entitle', catalog.indexOf('someone'))).toMatchObject([
      { targetUri: wire.uri('old/user.entitle') },
    ])
    await wire.shut('old/a.entitle')
    await wire.diagnostics('old/a.entitle', all => all.length === 0)
    await wire.diagnostics('a.entitle', sound)
  })

  it('counts from the start, and when the setting changes', async () => {
    let exclude: readonly string[] = ['old/', '*.draft.entitle']
    const files = { 'a.entitle': catalog, 'user.entitle': user, 'old/a.entitle': catalog, 'x.draft.entitle': catalog }
    const capabilities = { workspace: { configuration: true } }
    wire = await openWire(files, {}, capabilities, { settings: () => ({ exclude }) })
    await wire.diagnostics('a.entitle', sound)
    expect(await wire.client.sendRequest('entitle/check', {})).toMatchObject({ files: 2 })
    exclude = ['*.draft.entitle']
    await wire.client.sendNotification('workspace/didChangeConfiguration', { settings: { entitle: { exclude } } })
    await wire.diagnostics('a.entitle', twice)
    exclude = ['old']
    await wire.client.sendNotification('workspace/didChangeConfiguration', { settings: { entitle: { exclude } } })
    await wire.diagnostics('x.draft.entitle', twice)
    await wire.diagnostics('old/a.entitle', all => all.length === 0)
  })
})

describe('out of turn', () => {
  it('requests are refused before the start', async () => {
    wire = await openWire({})
    const [up, down] = [new PassThrough(), new PassThrough()]
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
      fileSystemProvider: () => new LocalFiles(),
      today: () => '2026-11-22',
    })
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
    client.listen()
    const asking = { textDocument: { uri: 'untitled:a' }, position: { line: 0, character: 0 } }
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:a', languageId: 'entitle', version: 1, text: user },
    })
    for (const method of ['textDocument/hover', 'entitle/check', 'workspace/symbol'])
      await expect(client.sendRequest(method, asking)).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized })
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
    await client.sendNotification('initialized', {})
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 0 })
    client.dispose()
  })

  it('requests are refused after the end, and a second start', async () => {
    wire = await openWire({ 'a.entitle': catalog })
    const hover = {
      textDocument: { uri: wire.uri('a.entitle') },
      position: { line: 0, character: 1 },
    }
    await expect(wire.client.sendRequest('initialize', { capabilities: {} })).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    })
    await wire.client.sendRequest('shutdown')
    await expect(wire.client.sendRequest('textDocument/hover', hover)).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    })
    await expect(wire.client.sendRequest('entitle/check', {})).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    })
  })
})
