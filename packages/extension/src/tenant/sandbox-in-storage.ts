import { type ExtensionContext, FileSystemError, Uri, workspace } from 'vscode'
import type { EngineInBrowser } from './engine-web.ts'
import type { SandboxHome } from './running-sandbox.ts'

/** A sandbox tenant in the memory of a browser's window, kept in what VS Code stores there for the workspace. */
export const sandboxInStorage = (context: ExtensionContext, engine: () => Promise<EngineInBrowser>): SandboxHome => {
  const folder = context.storageUri ?? context.globalStorageUri
  const file = Uri.joinPath(folder, 'sandbox.json')
  return {
    place: () => "the browser's storage",
    describe: () => "It runs in this window and is kept in the browser's storage.",
    open: async () => {
      const { startSandbox } = await engine()
      return startSandbox({
        read: () => textOf(file),
        write: async text => {
          await workspace.fs.createDirectory(folder)
          await workspace.fs.writeFile(file, new TextEncoder().encode(text))
        },
      })
    },
    forget: async () => {
      if ((await textOf(file)) !== undefined) await workspace.fs.delete(file)
    },
  }
}

/** What stands in a file; undefined where there is none. */
const textOf = async (file: Uri): Promise<string | undefined> => {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file))
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
    throw error
  }
}
