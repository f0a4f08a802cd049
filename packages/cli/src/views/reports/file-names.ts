import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { pathOf } from '../json.ts'

/** A file's name from `root` on, with slashes; the whole path where it lies elsewhere. */
export const nameFrom = (root: string, uri: string): string => {
  const file = pathOf(uri)
  if (!path.isAbsolute(file)) return file
  const relative = path.relative(root, file)
  const elsewhere = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
  return (elsewhere ? file : relative).replaceAll(path.sep, '/')
}

/** A folder's address, with the slash that addresses in it go on from. */
export const folderAddress = (folder: string): string => `${pathToFileURL(folder).href.replace(/\/$/, '')}/`

/** A file's address: from the folder on where it lies in it (`inside`), else whole. */
export const fileAddress = (root: string, uri: string): { readonly uri: string; readonly inside: boolean } => {
  const file = pathOf(uri)
  const whole = path.isAbsolute(file) ? pathToFileURL(file).href : uri
  const base = folderAddress(root)
  if (!whole.startsWith(base)) return { uri: whole, inside: false }
  // A colon in the first part would make a scheme of what stands before it.
  return { uri: whole.slice(base.length).replaceAll(':', '%3A'), inside: true }
}
