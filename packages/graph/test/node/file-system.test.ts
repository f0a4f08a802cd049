import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeFileSystem as files } from '../../src/node/index.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'entitle-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('nodeFileSystem', () => {
  it('writes and reads text, making folders on the way', async () => {
    const place = path.join(folder, 'a', 'b', 'c.entitle')
    await files.writeText(place, 'catalog ✓')
    expect(await files.readText(place)).toBe('catalog ✓')
  })

  it('tells files, folders and what is not there', async () => {
    const file = path.join(folder, 'f')
    await files.writeText(file, '')
    expect(await files.kindOf(file)).toBe('file')
    expect(await files.kindOf(folder)).toBe('folder')
    expect(await files.kindOf(path.join(folder, 'nothing'))).toBe('absent')
    expect(await files.kindOf(path.join(file, 'below'))).toBe('absent')
  })

  it('lists by name, links as what they lead to, dead links not at all', async () => {
    await files.writeText(path.join(folder, 'z', 'x'), '')
    await files.writeText(path.join(folder, 'b'), '')
    await symlink(path.join(folder, 'z'), path.join(folder, 'a'))
    await symlink(path.join(folder, 'gone'), path.join(folder, 'dead'))
    expect(await files.list(folder)).toEqual([
      { name: 'a', kind: 'folder' },
      { name: 'b', kind: 'file' },
      { name: 'z', kind: 'folder' },
    ])
  })

  it("throws with Node's code", async () => {
    await expect(files.readText(path.join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(files.readText(folder)).rejects.toMatchObject({ code: 'EISDIR' })
  })
})
