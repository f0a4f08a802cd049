import { type Uri, workspace } from 'vscode'

/**
 * Hands out the address of a script of the extension as a browser can load it, fetched the first time. VS Code in a browser loads one file of an
 * extension by itself; the others are read through it, wherever the extension was installed from. The address lasts as long as the window.
 */
export const fetchedScript = (script: Uri): (() => Promise<string>) => {
  let address: Promise<string> | undefined
  const fetchIt = async () => {
    const text = new Uint8Array(await workspace.fs.readFile(script))
    return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
  }
  return () => {
    address ??= fetchIt().catch((error: unknown) => {
      address = undefined
      throw error
    })
    return address
  }
}
