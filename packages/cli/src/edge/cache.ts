import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { CacheStore } from '@entitle/graph'
import type { Cache } from '@entitle/language'

/** So many workspaces are kept, those used last. */
const most = 16

/** More than any workspace needs; beyond, reading it back would take longer than checking. */
const largest = 256 * 1024 * 1024

/**
 * What `entitle check` keeps from one run to the next, in the user's folder for such things, or where `ENTITLE_CACHE` says.
 * Undefined where the program runs from its sources: it could be another one in the next run without anything telling.
 */
export const nodeCache = async (program: string): Promise<Cache | undefined> => {
  const { ENTITLE_CACHE: told } = process.env
  if (told === undefined && !program.endsWith('.mjs')) return undefined
  try {
    const { mtimeMs, size } = await stat(program)
    return {
      store: storeIn(told === undefined || told === '' ? usual() : path.resolve(told)),
      version: `${mtimeMs} ${size}`,
    }
  } catch {
    return undefined
  }
}

/** The folder in which the system wants such files. */
const usual = (): string => {
  const home = os.homedir()
  const { LOCALAPPDATA: local, XDG_CACHE_HOME: xdg } = process.env
  if (process.platform === 'win32') return path.join(local ?? path.join(home, 'AppData', 'Local'), 'entitle', 'cache')
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'entitle')
  return path.join(xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(home, '.cache'), 'entitle')
}

const storeIn = (folder: string): CacheStore => {
  const fileOf = (name: string) => path.join(folder, `check-${name}`)
  return {
    read: name => readFile(fileOf(name), 'utf8').catch(() => undefined),
    write: async (name, text) => {
      if (text.length > largest) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(name)
      const beside = `${file}.${process.pid}.new`
      try {
        await writeFile(beside, text, { mode: 0o600 })
        await rename(beside, file)
      } finally {
        await rm(beside, { force: true })
      }
      await forgetOldest(folder)
    },
  }
}

const forgetOldest = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter(name => name.startsWith('check-'))
  const files = await Promise.all(
    names.map(async name => {
      const file = path.join(folder, name)
      return { file, time: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 }
    }),
  )
  const old = files.toSorted((a, b) => b.time - a.time).slice(most)
  await Promise.all(old.map(({ file }) => rm(file, { force: true })))
}
