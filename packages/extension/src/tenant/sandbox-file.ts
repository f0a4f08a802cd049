import fs from 'node:fs/promises'
import path from 'node:path'
import { type ExtensionContext, workspace } from 'vscode'
import type { EngineOnMachine } from './engine-node.ts'
import type { SandboxHome } from './running-sandbox.ts'

/** A sandbox tenant that listens on loopback and is kept in one file for the workspace. */
export const sandboxFile = (context: ExtensionContext, engine: () => Promise<EngineOnMachine>): SandboxHome => {
  const place = () => {
    const chosen = workspace.getConfiguration('entitle').get('sandbox.file', '')
    const folder = workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')?.uri.fsPath
    if (chosen !== '') return path.resolve(folder ?? context.globalStorageUri.fsPath, chosen)
    return path.join((context.storageUri ?? context.globalStorageUri).fsPath, 'sandbox.sqlite')
  }
  return {
    place,
    describe: ({ url }) => `It answers at ${url} and is kept in ${place()}.`,
    open: async () => {
      const file = place()
      await fs.mkdir(path.dirname(file), { recursive: true })
      return (await engine()).startSandbox(file)
    },
    forget: async () => {
      for (const each of ['', '-wal', '-shm']) await fs.rm(`${place()}${each}`, { force: true })
    },
  }
}
