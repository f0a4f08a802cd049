import { type Disposable, Uri, window, workspace } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { LanguageServer } from '../language/client.ts'
import type { ReportAnswer, ReportFormat } from '../language/requests.ts'
import type { ReportPanel, ReportSubject } from '../report/report-panel.ts'

/** What the commands of the governance report work with. */
export interface Reporting {
  readonly language: LanguageServer
  readonly report: ReportPanel
}

type Made = NonNullable<ReportAnswer>

/** *Entitle: Governance Report*: shows where the sources stand. @returns how it turns out, in a sentence. */
export const showReport = async ({ language, report }: Reporting): Promise<string> => {
  const folder = await chosenFolder()
  const subject = folder === undefined ? {} : { folder: folder.toString() }
  const { text, summary } = await made(language, 'html', subject)
  report.show(text, subject)
  return summary
}

/**
 * *Compare with Earlier Report*: the same report, with what has changed since one that was saved as JSON: `given`, or one that is chosen.
 * @throws {Refusal} for a file that is no report.
 */
export const compareReport = async ({ language, report }: Reporting, given: unknown): Promise<string> => {
  const file = given instanceof Uri ? given : await chosenEarlier()
  const subject = { ...report.subject, earlier: new TextDecoder().decode(await workspace.fs.readFile(file)) }
  const answer = await language.report({ format: 'html', ...subject })
  if (answer === null)
    throw new Refusal(
      `${workspace.asRelativePath(file)} is no report to compare with. Save one as JSON, to have it the next time.`,
      { 'Save Report': 'entitle.report.save' },
    )
  report.show(answer.text, subject)
  return answer.summary
}

/** *Save Report*: as a page, as Markdown, or as JSON to compare with another day; to `given`, or where one chooses. @returns where it is. */
export const saveReport = async ({ language, report }: Reporting, given: unknown): Promise<Uri> => {
  const file = given instanceof Uri ? given : await chosenPlace()
  const { text, summary } = await made(language, formatOf(file.path), report.subject)
  await workspace.fs.writeFile(file, new TextEncoder().encode(text))
  void showResult(`${workspace.asRelativePath(file)} is written: ${summary}`)
  return file
}

/** Makes the page anew that was open when the window was reloaded. */
export const restoreReport = ({ language, report }: Reporting): Disposable =>
  report.restoring(async subject => (await made(language, 'html', subject)).text)

const made = async (language: LanguageServer, format: ReportFormat, subject: ReportSubject): Promise<Made> => {
  const answer = await language.report({ format, ...subject })
  if (answer === null) throw new Error('the earlier report can no longer be read')
  return answer
}

const formatOf = (file: string): ReportFormat =>
  /\.html?$/i.test(file) ? 'html' : /\.json$/i.test(file) ? 'json' : 'markdown'

const chosenEarlier = async (): Promise<Uri> => {
  const chosen = await window.showOpenDialog({
    title: 'Compare with an earlier report',
    openLabel: 'Compare',
    filters: { 'Governance report': ['json'] },
  })
  return first(chosen)
}

const chosenPlace = async (): Promise<Uri> => {
  const chosen = await window.showSaveDialog({
    title: 'Save the governance report',
    saveLabel: 'Save',
    filters: { 'Page to read and print': ['html'], Markdown: ['md'], 'JSON, to compare with later': ['json'] },
  })
  return first(chosen && [chosen])
}

/** @throws {Cancelled} where nothing was chosen. */
const first = (chosen: readonly Uri[] | undefined): Uri => {
  const [uri] = chosen ?? []
  if (uri === undefined) throw new Cancelled()
  return uri
}

/** The folder that is meant: that of the editor, else the one that is chosen; undefined where none is open. */
const chosenFolder = async (): Promise<Uri | undefined> => {
  const folders = workspace.workspaceFolders ?? []
  if (folders.length < 2) return folders[0]?.uri
  const { document } = window.activeTextEditor ?? {}
  const around = document?.languageId === 'entitle' ? workspace.getWorkspaceFolder(document.uri) : undefined
  if (around !== undefined) return around.uri
  const chosen = await window.showWorkspaceFolderPick({ placeHolder: 'The folder to report on' })
  return first(chosen && [chosen.uri])
}
