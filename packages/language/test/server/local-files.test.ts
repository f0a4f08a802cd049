import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { URI } from 'langium'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Diagnostic } from 'vscode-languageserver-protocol'
import { LocalFiles } from '../../src/server/local-files.ts'
import { openLending } from './lending-client.ts'

const at = 'vscode-vfs://github/contoso/access'
const catalog = 'catalog a "A" { owners someone }\n'
const user = 'user someone "someone@contoso.com"\n'
const sound = (all: readonly Diagnostic[]) => all.length > 0 && all.every(({ severity }) => severity !== 1)

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-local-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('a server with a disk', () => {
  it('reads its folders from there, and is lent those that are elsewhere', async () => {
    fs.writeFileSync(path.join(folder, 'here.entitle'), user)
    const files = { [`${at}/user.entitle`]: user, [`${at}/a.entitle`]: catalog }
    const folders = [URI.file(folder).toString(), at]
    const { client, asked, diagnostics } = await openLending(files, folders, undefined, lent => new LocalFiles(lent))
    await diagnostics(`${at}/a.entitle`, sound)
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 3 })
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.filter(request => !request.includes(at))).toEqual([])
  })

  it('has only its disk with a client that lends nothing', async () => {
    fs.writeFileSync(path.join(folder, 'here.entitle'), user)
    const files = { [`${at}/user.entitle`]: user }
    const folders = [URI.file(folder).toString(), at]
    const { client, asked } = await openLending(files, folders, {}, lent => new LocalFiles(lent))
    expect(await client.sendRequest('entitle/check', {})).toMatchObject({ files: 1 })
    expect(asked).toEqual([])
  })
})

describe('local files', () => {
  it('have nothing of other schemes by themselves, whatever their path', async () => {
    const file = path.join(folder, 'here.entitle')
    fs.writeFileSync(file, user)
    const local = URI.file(file)
    const other = local.with({ scheme: 'git' })
    const files = new LocalFiles()
    expect(await files.exists(local)).toBe(true)
    expect(await files.readFile(local)).toBe(user)
    expect((await files.stat(local)).isFile).toBe(true)
    expect(new TextDecoder().decode(await files.readBinary(local))).toBe(user)
    expect(await files.exists(other)).toBe(false)
    expect(await files.readDirectory(URI.file(folder).with({ scheme: 'git' }))).toEqual([])
    await expect(files.stat(other)).rejects.toThrow()
    await expect(files.readFile(other)).rejects.toThrow()
    await expect(files.readBinary(other)).rejects.toThrow()
  })
})
