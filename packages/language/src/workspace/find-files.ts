import type { FileSystem } from '@entitle/graph'
import ignore from 'ignore'

/** A file that was looked for, or a reason why a folder or file couldn't be looked at. */
export interface Found {
  readonly files: readonly string[]
  readonly unreadable: readonly { readonly path: string; readonly because: string }[]
}

/** What one `.gitignore` leaves out, and the folder it speaks of. */
interface Ignoring {
  readonly folder: string
  readonly ignores: (path: string) => boolean
}

/**
 * Every `.entitle` file below the roots, sorted, less what `.gitignore` files leave out, dot-folders and `node_modules`.
 * A root may be a file: then it is taken whatever it is called.
 */
export const findFiles = async (fileSystem: FileSystem, roots: readonly string[]): Promise<Found> => {
  const files = new Set<string>()
  const unreadable: { path: string; because: string }[] = []
  const walk = async (folder: string, above: readonly Ignoring[]): Promise<void> => {
    const entries = await fileSystem.list(folder).catch((error: unknown) => {
      unreadable.push({ path: folder, because: reasonOf(error) })
      return []
    })
    const here = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')
      ? [...above, await ignoringOf(fileSystem, folder)]
      : above
    const isIgnored = (path: string) =>
      here.some(({ folder: base, ignores }) => ignores(path.slice(base.length).replace(/^\/+/, '')))
    for (const { name, kind } of entries) {
      const path = `${folder.replace(/\/+$/, '')}/${name}`
      if (name.startsWith('.') || name === 'node_modules') continue
      if (kind === 'folder' && !isIgnored(`${path}/`)) await walk(path, here)
      else if (kind === 'file' && name.endsWith('.entitle') && !isIgnored(path)) files.add(path)
    }
  }
  for (const root of roots) {
    const kind = await fileSystem.kindOf(root)
    if (kind === 'folder') await walk(root, [])
    else if (kind === 'file') files.add(root)
    else unreadable.push({ path: root, because: 'there is no such file or folder' })
  }
  return { files: [...files].sort(), unreadable }
}

const ignoringOf = async (fileSystem: FileSystem, folder: string): Promise<Ignoring> => {
  const text = await fileSystem.readText(`${folder.replace(/\/+$/, '')}/.gitignore`).catch(() => '')
  const rules = ignore().add(text)
  return { folder, ignores: path => path !== '' && rules.ignores(path) }
}

/** Why the file system refused, in words. */
export const reasonOf = (error: unknown): string => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  const known: { readonly [code: string]: string } = {
    ENOENT: 'there is no such file or folder',
    EACCES: 'you may not read it',
    EPERM: 'you may not read it',
    EISDIR: 'it is a folder',
    ELOOP: 'its links go in a circle',
  }
  return known[code] ?? (error instanceof Error ? error.message : 'reading failed')
}
