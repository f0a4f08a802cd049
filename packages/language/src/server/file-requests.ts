/**
 * What a server asks its client for, by the method names: in a browser for every file, else for those that aren't on its disk (`vscode-vfs:`).
 * A client that answers them says so when it initializes the server: `capabilities.experimental.entitleFiles: true`. To one that doesn't, only open
 * documents are there.
 */
export const fileRequests = {
  /** {@link FilePlace} → {@link FileKind}, or null where nothing is there. */
  stat: 'entitle/stat',
  /** {@link FilePlace} → {@link FolderEntry}s, in any order. Links need not be listed. */
  readDirectory: 'entitle/readDirectory',
  /** {@link FilePlace} → its text. */
  readFile: 'entitle/readFile',
} as const

export interface FilePlace {
  /** Of any scheme: those of the workspace's folders, and whatever is found below them. */
  readonly uri: string
}

export type FileKind = 'file' | 'folder'

export interface FolderEntry {
  readonly name: string
  readonly kind: FileKind
}

/** Whether a client with these `experimental` capabilities answers {@link fileRequests}. */
export const lendsFiles = (experimental: unknown): boolean =>
  typeof experimental === 'object' &&
  experimental !== null &&
  'entitleFiles' in experimental &&
  experimental.entitleFiles === true
