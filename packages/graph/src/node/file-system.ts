import { chmod, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileSystem } from '../ports/ports.ts'

const kindOf = async (place: string): Promise<'file' | 'folder' | 'absent'> => {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return 'absent'
    throw error
  }
}

/** The file that a path leads to, through links, and who may do what with it. */
const replaced = async (place: string): Promise<{ readonly file: string; readonly mode?: number }> => {
  const file = await realpath(place).catch(() => place)
  const found = await stat(file).catch(() => undefined)
  return found === undefined ? { file } : { file, mode: found.mode }
}

/** The machine's files. Folders on the way to a written file are made; links count as what they lead to. */
export const nodeFileSystem: FileSystem = {
  readText: place => readFile(place, 'utf8'),
  async writeText(place, text) {
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(place, text)
  },
  async replaceText(place, text) {
    await mkdir(path.dirname(place), { recursive: true })
    const { file, mode } = await replaced(place)
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.new`)
    await writeFile(beside, text)
    try {
      if (mode !== undefined) await chmod(beside, mode)
      await rename(beside, file)
    } catch (error) {
      await rm(beside, { force: true })
      throw error
    }
  },
  remove: place => rm(place, { force: true }),
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true })
    const found = entries.map(async entry => {
      const linked = entry.isSymbolicLink() ? await kindOf(path.join(folder, entry.name)) : undefined
      if (linked === 'absent') return []
      const kind = linked ?? (entry.isDirectory() ? ('folder' as const) : ('file' as const))
      return [{ name: entry.name, kind }]
    })
    return (await Promise.all(found)).flat().sort((a, b) => (a.name < b.name ? -1 : 1))
  },
  kindOf,
}
