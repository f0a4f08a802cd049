import { Range, Uri, WorkspaceEdit, workspace } from 'vscode'
import { Refusal } from '../dialogue/refusal.ts'

interface Text {
  readonly uri: string
  /** Undefined for a new file. */
  readonly before: string | undefined
  readonly text: string
}

/** Writes what is different, saved, as one step that can be undone. @throws {Refusal} where a file is no longer as it was read. */
export const writeSources = async (texts: readonly Text[]): Promise<void> => {
  const changed = texts.filter(({ before, text }) => before !== text)
  const edit = new WorkspaceEdit()
  for (const { uri, before, text } of changed) {
    const at = Uri.parse(uri)
    if (before === undefined) {
      edit.createFile(at, { contents: new TextEncoder().encode(text) })
      continue
    }
    const document = await workspace.openTextDocument(at)
    if (document.getText() !== before)
      throw new Refusal(
        `${workspace.asRelativePath(at)} was changed while the tenant was read. Nothing was written; import again.`,
        { 'Import Again': 'entitle.import' },
      )
    edit.replace(at, new Range(document.positionAt(0), document.positionAt(before.length)), text)
  }
  if (changed.length === 0) return
  if (!(await workspace.applyEdit(edit)))
    throw new Refusal('The sources could not be written. Nothing was changed.', {})
  for (const { uri, before } of changed)
    if (before !== undefined) await (await workspace.openTextDocument(Uri.parse(uri))).save()
}
