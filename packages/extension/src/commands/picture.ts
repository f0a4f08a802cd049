import { type Disposable, Uri, window, workspace } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { LanguageServer } from '../language/client.ts'
import type { DrawParams } from '../language/requests.ts'
import type { DrawnPicture, PicturePanel } from '../picture/picture-panel.ts'

/** What the commands of pictures work with. */
export interface Picturing {
  readonly language: LanguageServer
  readonly pictures: PicturePanel
}

/** *Entitle: Open Lifecycle Diagram* of `given`, else of the package around the cursor, else of one that is chosen. @returns its title */
export const openLifecycle = async (means: Picturing, given: unknown): Promise<string> =>
  open(means, { what: 'lifecycle', package: typeof given === 'string' ? given : await chosenPackage(means) })

/** *Entitle: Open Access Map* of all catalogs, or of the one that is `given`; of one that is chosen where all are too many. @returns its title */
export const openMap = (means: Picturing, given: unknown): Promise<string> =>
  open(means, typeof given === 'string' ? { what: 'map', catalog: given } : { what: 'map' })

/** *Save Picture*: as SVG, PNG or Mermaid text, to `given` or where one chooses. @returns where it is. @throws {Refusal} where none is shown. */
export const savePicture = async ({ pictures }: Picturing, given: unknown): Promise<Uri> => {
  const picture = pictures.shown?.picture
  if (picture === undefined)
    throw new Refusal('No picture is open. Open one first.', { 'Open Access Map': 'entitle.openAccessMap' })
  const file = given instanceof Uri ? given : await chosenPlace(picture)
  const content = /\.png$/i.test(file.path) ? await pictures.png() : textOf(picture, file)
  await workspace.fs.writeFile(file, content)
  void showResult(`${workspace.asRelativePath(file)} is written: ${picture.title}`)
  return file
}

/** Draws what is shown anew when a source is saved. */
export const followSources = ({ language, pictures }: Picturing): Disposable =>
  workspace.onDidSaveTextDocument(async ({ languageId }) => {
    const { shown } = pictures
    if (languageId !== 'entitle' || shown === undefined) return
    const answer = await language.draw(shown.subject).catch(() => undefined)
    if (answer !== undefined && 'svg' in answer && pictures.shown === shown) pictures.redraw(answer)
  })

const open = async (means: Picturing, drawn: DrawParams['drawn']): Promise<string> => {
  const { uri } = window.activeTextEditor?.document ?? {}
  const folder = uri === undefined ? undefined : workspace.getWorkspaceFolder(uri)?.uri.toString()
  const subject = { drawn, ...(folder === undefined ? {} : { folder }) }
  const answer = await means.language.draw(subject)
  if ('svg' in answer) {
    means.pictures.show(answer, subject)
    return answer.title
  }
  if (answer.near.length === 0) throw new Refusal(answer.says)
  const chosen = await window.showQuickPick([...answer.near], {
    title: 'Entitle: What to draw?',
    placeHolder: answer.says,
  })
  if (chosen === undefined) throw new Cancelled()
  return open(means, drawn.what === 'map' ? { what: 'map', catalog: chosen } : { what: 'lifecycle', package: chosen })
}

const chosenPackage = async ({ language }: Picturing): Promise<string> => {
  const { document, selection } = window.activeTextEditor ?? {}
  const isSource = document?.languageId === 'entitle' && selection !== undefined
  const folder = document === undefined ? undefined : workspace.getWorkspaceFolder(document.uri)?.uri.toString()
  const { names, here } = await language.drawable({
    ...(isSource ? { at: { uri: document.uri.toString(), line: selection.active.line } } : {}),
    ...(folder === undefined ? {} : { folder }),
  })
  if (here !== undefined) return here
  if (names.length === 0)
    throw new Refusal('The workspace declares no package with a policy, so no lifecycle can be drawn.', {
      'New Package': 'entitle.new.package',
    })
  const chosen = await window.showQuickPick([...names], { title: 'Entitle: Of which package?' })
  if (chosen === undefined) throw new Cancelled()
  return chosen
}

const textOf = ({ svg, mermaid }: DrawnPicture, file: Uri): Uint8Array =>
  new TextEncoder().encode(/\.svg$/i.test(file.path) ? svg : mermaid)

const chosenPlace = async ({ title }: DrawnPicture): Promise<Uri> => {
  const folder = workspace.workspaceFolders?.[0]?.uri
  const name = `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.svg`
  const chosen = await window.showSaveDialog({
    title: 'Save the picture',
    saveLabel: 'Save',
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { SVG: ['svg'], PNG: ['png'], 'Mermaid text': ['mmd', 'mermaid'] },
  })
  if (chosen === undefined) throw new Cancelled()
  return chosen
}
