import assert from 'node:assert/strict'
import * as vscode from 'vscode'

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] }
}

const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.getExtension('entitle.entitle')
  assert.ok(found, 'the extension is installed')
  return found
}

export const defineManifest = () =>
  describe('the installed extension', () => {
    it('runs beside the workspace and knows the language', async () => {
      assert.equal(extension().extensionKind, vscode.ExtensionKind.Workspace)
      assert.ok((await vscode.languages.getLanguages()).includes('entitle'))
    })

    it('is not active before a file or a command needs it', () => {
      assert.equal(extension().isActive, false)
    })

    it('registers every command that it contributes', async () => {
      await extension().activate()
      const registered = new Set(await vscode.commands.getCommands(true))
      const contributed = (extension().packageJSON as Manifest).contributes.commands.map(({ command }) => command)
      assert.deepEqual(
        contributed.filter(command => !registered.has(command)),
        [],
      )
    })
  })
