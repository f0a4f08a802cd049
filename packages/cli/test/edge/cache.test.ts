import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodeCache } from '../../src/edge/cache.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'entitle-cache-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true })
})

const program = () => {
  const file = path.join(folder, 'entitle.mjs')
  fs.writeFileSync(file, 'program')
  return file
}
const opened = async () => {
  const cache = await nodeCache(program())
  if (cache === undefined) throw new Error('no cache')
  return cache
}

describe('the cache on disk', () => {
  it('reads back what was written, and nothing where nothing was', async () => {
    vi.stubEnv('ENTITLE_CACHE', path.join(folder, 'deep', 'cache'))
    const { store } = await opened()
    expect(await store.read('a')).toBeUndefined()
    await store.write('a', 'one')
    await store.write('a', 'two')
    expect(await store.read('a')).toBe('two')
    expect(fs.readdirSync(path.join(folder, 'deep', 'cache'))).toEqual(['check-a'])
  })

  it('keeps the workspaces that were checked last', async () => {
    vi.stubEnv('ENTITLE_CACHE', path.join(folder, 'cache'))
    const { store } = await opened()
    for (let number = 0; number < 20; number += 1) {
      await store.write(`w${number}`, 'x')
      fs.utimesSync(path.join(folder, 'cache', `check-w${number}`), number, number)
    }
    await store.write('last', 'x')
    const left = fs.readdirSync(path.join(folder, 'cache'))
    expect(left).toHaveLength(16)
    expect(left).toContain('check-last')
    expect(left).not.toContain('check-w0')
  })

  it('stands in the user’s folder for caches', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folder)
    vi.stubEnv('ENTITLE_CACHE', '')
    await (await opened()).store.write('a', 'x')
    const wanted = { linux: path.join(folder, 'entitle', 'check-a') }[process.platform as 'linux']
    expect(wanted === undefined || fs.existsSync(wanted)).toBe(true)
  })

  it('is another one for another program, and none for one that runs from its sources', async () => {
    vi.stubEnv('ENTITLE_CACHE', undefined)
    const { version } = await opened()
    fs.writeFileSync(path.join(folder, 'entitle.mjs'), 'another program')
    expect((await nodeCache(path.join(folder, 'entitle.mjs')))?.version).not.toBe(version)
    expect(await nodeCache(path.join(folder, 'bin.ts'))).toBeUndefined()
    expect(await nodeCache(path.join(folder, 'nowhere.mjs'))).toBeUndefined()
  })
})
