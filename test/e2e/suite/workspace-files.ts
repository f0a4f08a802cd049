import * as vscode from 'vscode'

/** A file of the opened folder. */
export const file = (name: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0]
  if (folder === undefined) throw new Error('No folder is open.')
  return vscode.Uri.joinPath(folder.uri, name)
}

export const open = async (name: string): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)))

/** Where a text stands in a document; `into` moves on within it. */
export const positionOf = (document: vscode.TextDocument, text: string, into = 0): vscode.Position => {
  const at = document.getText().indexOf(text)
  if (at < 0) throw new Error(`${document.fileName} holds no "${text}".`)
  return document.positionAt(at + into)
}
