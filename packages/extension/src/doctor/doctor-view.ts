import { CodeLens, type Disposable, EventEmitter, languages, Range, type TextDocument, workspace } from 'vscode'
import { MadeDocument } from '../dialogue/made-document.ts'
import { type DoctorReport, doctorText } from './doctor-text.ts'
import { type LookAgain, lookAgain, type Remedy, remediesOf } from './remedies.ts'

/** Read-only documents that show whether planning and deploying will work, as Markdown. */
export const doctorScheme = 'entitle-doctor'

/** Where the doctor's findings are seen, with what can be done about them above each. */
export class DoctorView implements Disposable {
  readonly #document = new MadeDocument(
    doctorScheme,
    'This check is no longer kept. Run "Entitle: Check Sign-In and Permissions" to make it again.\n',
  )
  readonly #provider = workspace.registerTextDocumentContentProvider(doctorScheme, this.#document)
  readonly #remedies = new Map<string, readonly { readonly line: number; readonly remedy: Remedy }[]>()
  readonly #changed = new EventEmitter<void>()
  readonly #lenses = languages.registerCodeLensProvider(
    { scheme: doctorScheme },
    { onDidChangeCodeLenses: this.#changed.event, provideCodeLenses: document => this.#lensesOf(document) },
  )

  async show(report: DoctorReport, look: LookAgain): Promise<void> {
    const { text, findings } = doctorText(report)
    const name = `Check of ${report.title}.md`
    const remedies = findings.flatMap(({ line, diagnosis }) =>
      remediesOf(diagnosis, look).map(remedy => ({ line, remedy })),
    )
    this.#remedies.set(text, [{ line: 0, remedy: lookAgain(look) }, ...remedies])
    this.#document.set(name, text)
    await this.#document.open(name)
    this.#changed.fire()
  }

  #lensesOf(document: TextDocument): CodeLens[] {
    const remedies = this.#remedies.get(document.getText().replaceAll('\r\n', '\n')) ?? []
    return remedies.map(
      ({ line, remedy: { title, command, arguments: given } }) =>
        new CodeLens(new Range(line, 0, line, 0), { title, command, arguments: [...given] }),
    )
  }

  dispose(): void {
    for (const each of [this.#provider, this.#document, this.#lenses, this.#changed]) each.dispose()
    this.#remedies.clear()
  }
}
