import { describe, expect, it, vi } from 'vitest'
import { lendFiles } from '../../src/language/lend-files.ts'

const { types, fs } = vi.hoisted(() => {
  const types = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 }
  const tree = new Map<string, number>([
    ['folder', 2],
    ['folder/a.entitle', 1],
    ['folder/link.entitle', 65],
    ['folder/pipe', 0],
  ])
  const missing = () => Promise.reject(new Error('EntryNotFound'))
  const fs = {
    stat: async (uri: string) => ({ type: tree.get(uri) ?? (await missing()) }),
    readDirectory: async (uri: string) =>
      [...tree].filter(([name]) => name.startsWith(`${uri}/`)).map(([name, type]) => [name.split('/')[1], type]),
    readFile: async (uri: string) => (tree.has(uri) ? new TextEncoder().encode('\uFEFFgroup g "Grün"\n') : missing()),
  }
  return { types, fs }
})
vi.mock('vscode', () => ({ FileType: types, workspace: { fs } }))

interface Feature {
  fillClientCapabilities(capabilities: { experimental?: object }): void
}

const lending = () => {
  const handlers = new Map<string, (params: { uri: string }) => Promise<unknown>>()
  const features: Feature[] = []
  const client = {
    protocol2CodeConverter: { asUri: (uri: string) => uri },
    onRequest: (method: string, handler: (params: { uri: string }) => Promise<unknown>) =>
      handlers.set(method, handler),
    registerFeature: (feature: Feature) => features.push(feature),
  }
  lendFiles(client as unknown as Parameters<typeof lendFiles>[0])
  return { features, ask: (method: string, uri: string) => handlers.get(method)?.({ uri }) }
}

describe('lendFiles', () => {
  it('tells the server, beside whatever else it is told', () => {
    const capabilities = { experimental: { other: 1 } }
    for (const feature of lending().features) feature.fillClientCapabilities(capabilities)
    expect(capabilities).toEqual({ experimental: { other: 1, entitleFiles: true } })
  })

  it('says what is there', async () => {
    const { ask } = lending()
    expect(await ask('entitle/stat', 'folder')).toBe('folder')
    expect(await ask('entitle/stat', 'folder/a.entitle')).toBe('file')
    expect(await ask('entitle/stat', 'folder/link.entitle')).toBe('file')
    expect(await ask('entitle/stat', 'folder/pipe')).toBe(null)
    expect(await ask('entitle/stat', 'elsewhere')).toBe(null)
  })

  it('lists files and folders, and no links', async () => {
    expect(await lending().ask('entitle/readDirectory', 'folder')).toEqual([{ name: 'a.entitle', kind: 'file' }])
  })

  it('reads a file as editors show it, without a byte order mark', async () => {
    const { ask } = lending()
    expect(await ask('entitle/readFile', 'folder/a.entitle')).toBe('group g "Grün"\n')
    await expect(ask('entitle/readFile', 'elsewhere')).rejects.toThrow('EntryNotFound')
  })
})
