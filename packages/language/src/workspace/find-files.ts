import type { FileReader } from '@entitle/graph'
import ignore from 'ignore'

/** A file that was looked for, or a reason why a folder or file couldn't be looked at. */
export interface Found {
  readonly files: readonly string[]
  readonly unreadable: readonly { readonly path: string; readonly because: string }[]
  /** Whether `exclude` or one of the `.gitignore` files that were met leaves a path out; folders end in `/`. */
  readonly isIgnored: (path: string) => boolean
}

/** What one `.gitignore`, or the setting, says of a path. */
interface Ignoring {
  readonly verdict: (path: string) => 'ignored' | 'kept' | undefined
}

/**
 * Every `.entitle` file below the roots, sorted, less what `.gitignore` files leave out, dot-folders and `node_modules`.
 * A root may be a file: then it is taken whatever it is called. `exclude` are more patterns of the form that `.gitignore` has, from each
 * root on; what they leave out no `.gitignore` takes back.
 */
export const findFiles = async (
  fileSystem: FileReader,
  roots: readonly string[],
  exclude: readonly string[] = [],
): Promise<Found> => {
  const files = new Set<string>()
  const unreadable: { path: string; because: string }[] = []
  const met: Ignoring[] = []
  const leftOut = roots.map(root => ignoring(root, exclude))
  const isIgnored = (rules: readonly Ignoring[], path: string) => ignoredBy(leftOut, path) || ignoredBy(rules, path)
  const walk = async (folder: string, above: readonly Ignoring[]): Promise<void> => {
    const entries = await fileSystem.list(folder).catch((error: unknown) => {
      unreadable.push({ path: folder, because: reasonOf(error) })
      return []
    })
    const own = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file')
      ? [await ignoringOf(fileSystem, folder)]
      : []
    const here = [...above, ...own]
    met.push(...own)
    for (const { name, kind } of entries) {
      const path = `${folder.replace(/\/+$/, '')}/${name}`
      if (name.startsWith('.') || name === 'node_modules') continue
      if (kind === 'folder' && !isIgnored(here, `${path}/`)) await walk(path, here)
      else if (kind === 'file' && name.endsWith('.entitle') && !isIgnored(here, path)) files.add(path)
    }
  }
  for (const root of roots) {
    const kind = await fileSystem.kindOf(root)
    if (kind === 'folder') await walk(root, [])
    else if (kind === 'file') files.add(root)
    else unreadable.push({ path: root, because: 'there is no such file or folder' })
  }
  return { files: [...files].sort(), unreadable, isIgnored: path => isIgnored(met, path) }
}

/** What the innermost `.gitignore` says that says anything. */
const ignoredBy = (rules: readonly Ignoring[], path: string): boolean =>
  rules.map(({ verdict }) => verdict(path)).findLast(said => said !== undefined) === 'ignored'

const ignoringOf = async (fileSystem: FileReader, folder: string): Promise<Ignoring> => {
  const text = await fileSystem.readText(`${folder.replace(/\/+$/, '')}/.gitignore`).catch(() => '')
  return ignoring(folder, text)
}

const ignoring = (folder: string, patterns: string | readonly string[]): Ignoring => {
  const rules = ignore().add(patterns)
  const base = `${folder.replace(/\/+$/, '')}/`
  return {
    verdict: path => {
      if (!path.startsWith(base) || path === base) return undefined
      const { ignored, unignored } = rules.test(path.slice(base.length))
      return ignored ? 'ignored' : unignored ? 'kept' : undefined
    },
  }
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
