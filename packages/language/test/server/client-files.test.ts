import { URI } from 'langium'
import { describe, expect, it } from 'vitest'
import { type Diagnostic, FileChangeType } from 'vscode-languageserver-protocol'
import { ClientFiles } from '../../src/server/client-files.ts'
import { lendsFiles } from '../../src/server/file-requests.ts'
import { openLending } from './lending-client.ts'

const user = 'user someone "someone@contoso.com"\n'
const catalog = 'catalog a "A" { owners someone }\n'
const at = 'vscode-vfs://github/contoso/access'
const two = { [`${at}/user.entitle`]: user, [`${at}/deep/a.entitle`]: catalog }

const errors = (all: readonly Diagnostic[]) => all.filter(({ severity }) => severity === 1).map(({ code }) => code)
const unknown = (all: readonly Diagnostic[]) => errors(all).includes('unknown-name')
const sound = (all: readonly Diagnostic[]) => all.length > 0 && errors(all).length === 0
const check = { files: expect.any(Number), findings: expect.any(Array) }

describe('a server that is lent the files of its client', () => {
  it('reads every file of the workspace, whatever its scheme', async () => {
    const { client, diagnostics } = await openLending(two, [at])
    await diagnostics(`${at}/deep/a.entitle`, sound)
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ ...check, files: 2 })
  })

  it('looks into no folder that .gitignore leaves out, nor into node_modules', async () => {
    const files = {
      ...two,
      [`${at}/.gitignore`]: 'drafts/\n',
      [`${at}/drafts/b.entitle`]: catalog,
      [`${at}/node_modules/c.entitle`]: catalog,
    }
    const { client, asked } = await openLending(files, [at])
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 2 })
    expect(asked.filter(request => /drafts|node_modules/.test(request))).toEqual([])
  })

  it('reads the rest where a folder or a file can not be read', async () => {
    const { client, files } = await openLending({ ...two, [`${at}/locked/b.entitle`]: catalog }, [at])
    expect(files.size).toBe(3)
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 2 })
  })

  it('finds names with spaces and letters beyond ASCII', async () => {
    const odd = `${at}/Gr%C3%BC%C3%9Fe%20an%20alle/a.entitle`
    const { diagnostics } = await openLending({ [`${at}/user.entitle`]: user, [odd]: catalog }, [at])
    expect(await diagnostics(odd, sound)).not.toEqual([])
  })

  it('keeps folders apart, and takes up one that is added', async () => {
    const other = 'vscode-vfs://github/contoso/other'
    const { client, diagnostics } = await openLending({ ...two, [`${other}/a.entitle`]: catalog }, [at])
    await diagnostics(`${at}/deep/a.entitle`, sound)
    await client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: other, name: 'other' }], removed: [] },
    })
    await diagnostics(`${other}/a.entitle`, unknown)
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 3 })
  })

  it('reads again what the client says has changed, and forgets what is gone', async () => {
    const { client, files, diagnostics } = await openLending(two, [at])
    await diagnostics(`${at}/deep/a.entitle`, sound)
    const uri = `${at}/user.entitle`
    files.set(uri, user.replace('user someone', 'user anyone'))
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: FileChangeType.Changed }],
    })
    await diagnostics(`${at}/deep/a.entitle`, unknown)
    files.set(uri, user)
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: FileChangeType.Changed }],
    })
    await diagnostics(`${at}/deep/a.entitle`, sound)
    files.delete(uri)
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: FileChangeType.Deleted }],
    })
    await diagnostics(`${at}/deep/a.entitle`, unknown)
  })

  it('takes a file that is closed as the client has it', async () => {
    const { client, diagnostics } = await openLending(two, [at])
    const textDocument = { uri: `${at}/user.entitle`, languageId: 'entitle', version: 1, text: '' }
    await client.sendNotification('textDocument/didOpen', { textDocument })
    await diagnostics(`${at}/deep/a.entitle`, unknown)
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: textDocument.uri } })
    await diagnostics(`${at}/deep/a.entitle`, sound)
  })
})

describe('a server that is lent no files', () => {
  it('asks for none, and checks what is open', async () => {
    const { client, asked, diagnostics } = await openLending(two, [at], {})
    const uri = `${at}/deep/a.entitle`
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'entitle', version: 1, text: catalog },
    })
    await diagnostics(uri, unknown)
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 1 })
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await diagnostics(uri, all => all.length === 0)
    expect(asked).toEqual([])
  })
})

describe('files of the client', () => {
  const uri = URI.parse(`${at}/user.entitle`)
  const refusing = { sendRequest: () => Promise.reject(new Error('not reached')) }
  const answering = (answer: unknown) => ({ sendRequest: async <T>() => answer as T })

  it('are absent where the client lends none', async () => {
    const none = new ClientFiles(refusing, () => false)
    expect(await none.exists(uri)).toBe(false)
    expect(await none.readDirectory(uri)).toEqual([])
    await expect(none.stat(uri)).rejects.toThrow('there is no such file or folder')
    await expect(none.readFile(uri)).rejects.toThrow('there is no such file or folder')
  })

  it('are what the client says they are', async () => {
    const file = new ClientFiles(answering('file'), () => true)
    expect(await file.stat(uri)).toEqual({ uri, isFile: true, isDirectory: false })
    expect(await file.exists(uri)).toBe(true)
    const folder = new ClientFiles(answering('folder'), () => true)
    expect(await folder.stat(uri)).toEqual({ uri, isFile: false, isDirectory: true })
    const nothing = new ClientFiles(answering(null), () => true)
    expect(await nothing.exists(uri)).toBe(false)
    await expect(nothing.stat(uri)).rejects.toThrow('there is no such file or folder')
  })

  it('are read as text or as bytes, and never at once', async () => {
    const files = new ClientFiles(answering('ü'), () => true)
    expect(await files.readFile(uri)).toBe('ü')
    expect([...(await files.readBinary(uri))]).toEqual([0xc3, 0xbc])
    for (const atOnce of [files.readFileSync, files.statSync, files.existsSync])
      expect(atOnce).toThrow('files of the client can only be read asynchronously')
  })
})

describe('lendsFiles', () => {
  it('is what the client says, and nothing else', () => {
    expect(lendsFiles({ entitleFiles: true })).toBe(true)
    for (const other of [undefined, null, true, {}, { entitleFiles: 'yes' }, []]) expect(lendsFiles(other)).toBe(false)
  })
})
