import type { Undo } from '@entitle/graph'
import { parseUndo } from '@entitle/graph'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { UndoMemory } from '../../src/undo/undo-memory.ts'

const { files, state } = vi.hoisted(() => ({ files: new Map<string, Uint8Array>(), state: { full: false } }))
vi.mock('vscode', () => {
  const at = (path: string) => ({ path })
  return {
    FileType: { File: 1, Directory: 2 },
    Uri: { joinPath: ({ path }: { path: string }, name: string) => at(`${path}/${name}`) },
    workspace: {
      fs: {
        createDirectory: async () => {},
        writeFile: async ({ path }: { path: string }, bytes: Uint8Array) => {
          if (state.full) throw new Error('ENOSPC')
          files.set(path, bytes)
        },
        readFile: async ({ path }: { path: string }) => files.get(path),
        delete: async ({ path }: { path: string }) => void files.delete(path),
        readDirectory: async ({ path }: { path: string }) => {
          const below = [...files.keys()].filter(file => file.startsWith(`${path}/`))
          if (below.length === 0) throw new Error('FileNotFound')
          return below.map(file => [file.slice(path.length + 1), 1])
        },
      },
    },
  }
})

const warned: string[] = []
const log = { warn: (text: string) => void warned.push(text) }
const memory = () => new UndoMemory({ storageUri: { path: '/storage' } as never }, log)
const target = { kind: 'declared', tenant: 'contoso', title: 'Contoso' } as const
const undoAt = (deployed: string, status: Undo['status'] = 'done'): Undo => ({
  format: 'entitle-undo/1',
  tenant: { name: 'contoso', displayName: 'Contoso', cloud: 'global', protected: false, tenantId: 't' },
  deployed,
  status,
  former: [],
  made: [],
  lasting: [],
})

beforeEach(() => {
  files.clear()
  warned.splice(0)
  state.full = false
})

describe('what undoes the deployments of a workspace', () => {
  it('is kept over a reload, the newest first', async () => {
    const before = memory()
    const [first, second] = [undoAt('2026-11-23T21:04:05.123Z'), undoAt('2026-11-23T22:04:05.123Z')]
    await before.keep({ target, undo: first })
    await before.keep({ target, undo: second })
    expect(await memory().list(parseUndo)).toEqual([
      { target, undo: second },
      { target, undo: first },
    ])
    expect(warned).toEqual([])
  })

  it('is brought up to date while the deployment goes on', async () => {
    const kept = memory()
    await kept.keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z', 'under-way') })
    await kept.keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z', 'failed') })
    expect((await kept.list(parseUndo)).map(({ undo }) => undo.status)).toEqual(['failed'])
  })

  it('is kept of the last twenty', async () => {
    const kept = memory()
    for (let minute = 10; minute < 35; minute += 1)
      await kept.keep({ target, undo: undoAt(`2026-11-23T21:${minute}:00.000Z`) })
    const moments = (await kept.list(parseUndo)).map(({ undo }) => undo.deployed)
    expect(moments).toHaveLength(20)
    expect(moments[0]).toBe('2026-11-23T21:34:00.000Z')
    expect(moments.at(-1)).toBe('2026-11-23T21:15:00.000Z')
  })

  it('leaves out what is damaged or of another version', async () => {
    const kept = memory()
    await kept.keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z') })
    for (const [name, text] of [
      ['2026-11-24', '{'],
      ['2026-11-25', 'null'],
      ['2026-11-26', JSON.stringify({ target, undo: { format: 'entitle-undo/9' } })],
    ] as const)
      files.set(`/storage/undo/${name}.json`, new TextEncoder().encode(text))
    expect(await kept.list(parseUndo)).toHaveLength(1)
  })

  it('is forgotten of the sandbox tenant, when that begins anew', async () => {
    const kept = memory()
    const sandbox = { kind: 'sandbox', title: 'the sandbox tenant' } as const
    await kept.keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z') })
    await kept.keep({ target: sandbox, undo: undoAt('2026-11-23T21:05:05.123Z') })
    await kept.keep({ target: sandbox, undo: undoAt('2026-11-23T21:06:05.123Z') })
    await kept.forgetSandbox()
    expect((await kept.list(parseUndo)).map(({ target: { title } }) => title)).toEqual(['Contoso'])
  })

  it('keeps no deployment from going on where it can not be kept', async () => {
    state.full = true
    await memory().keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z') })
    expect(warned).toEqual(['What undoes the deployment is not kept: Error: ENOSPC'])
  })

  it('is nothing in a window without a folder', async () => {
    const none = new UndoMemory({ storageUri: undefined }, log)
    await none.keep({ target, undo: undoAt('2026-11-23T21:04:05.123Z') })
    expect(await none.list(parseUndo)).toEqual([])
    expect(files.size).toBe(0)
  })
})
