import { FileType, type Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type FileKind, type FilePlace, type FolderEntry, fileRequests } from './requests.ts'

const kinds = new Map<FileType, FileKind>([
  [FileType.File, 'file'],
  [FileType.Directory, 'folder'],
])

/** What is there; a link counts as what it leads to. */
const kindOf = async (uri: Uri): Promise<FileKind | null> => {
  try {
    const { type } = await workspace.fs.stat(uri)
    return kinds.get(type & ~FileType.SymbolicLink) ?? null
  } catch {
    return null
  }
}

/** Links are left out, as the server on the desktop leaves them out: they may lead in a circle. */
const entriesOf = async (uri: Uri): Promise<readonly FolderEntry[]> =>
  (await workspace.fs.readDirectory(uri)).flatMap(([name, type]) => {
    const kind = kinds.get(type)
    return kind === undefined ? [] : [{ name, kind }]
  })

const textOf = async (uri: Uri): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(uri))

/** Lets a server read what VS Code can read and it can't, whatever its scheme (`vscode-vfs:`), and tells it so. */
export const lendFiles = (client: BaseLanguageClient): void => {
  client.registerFeature({
    fillClientCapabilities: capabilities => {
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), entitleFiles: true }
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  })
  const answer = (method: string, act: (uri: Uri) => Promise<unknown>) =>
    client.onRequest(method, ({ uri }: FilePlace) => act(client.protocol2CodeConverter.asUri(uri)))
  answer(fileRequests.stat, kindOf)
  answer(fileRequests.readDirectory, entriesOf)
  answer(fileRequests.readFile, textOf)
}
