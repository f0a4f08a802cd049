import { URI, UriUtils } from 'langium'
import type { WorkspaceFolder } from 'vscode-languageserver'

/** Folders that are not inside another: what is inside belongs to the outer one, as it does on the command line. */
export const outermost = (folders: readonly WorkspaceFolder[]): readonly WorkspaceFolder[] =>
  folders.filter(
    (folder, index) =>
      !folders.some(
        (other, place) =>
          place !== index && holds(other.uri, folder.uri) && (place < index || !holds(folder.uri, other.uri)),
      ),
  )

const holds = (folder: string, uri: string): boolean => {
  const [outer, inner] = [URI.parse(folder), URI.parse(uri)]
  return outer.scheme === inner.scheme && outer.authority === inner.authority && holdsPath(outer.path, inner.path)
}

const holdsPath = (outer: string, inner: string): boolean => {
  const base = outer.replace(/\/+$/, '')
  return inner === base || inner.startsWith(`${base}/`)
}

/**
 * Where a document belongs: to the folder that holds it; an older state of a file (`git:`) to that file's folder, an untitled one to the
 * first folder, of which it may become a file; a file outside them to the files beside it that are open.
 */
export const homeOf = (uri: string, folders: readonly WorkspaceFolder[]): WorkspaceFolder | string => {
  const { scheme, path } = URI.parse(uri)
  const found = folders.find(folder => holds(folder.uri, uri))
  if (found !== undefined) return found
  if (scheme === 'file') return besideOf(uri)
  return folders.find(folder => holdsPath(URI.parse(folder.uri).path, path)) ?? folders[0] ?? besideOf(uri)
}

/** What files side by side share, where no folder of the workspace holds them. */
export const besideOf = (uri: string): string => {
  const { scheme, authority, path } = URI.parse(uri)
  return `beside ${UriUtils.dirname(URI.from({ scheme, authority, path: path || '/' })).toString()}`
}
