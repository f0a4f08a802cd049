import {
  type CancellationToken,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  type Range,
  type TextDocument,
} from 'vscode'
import type { LanguageServer } from './client.ts'
import { looksForeign, pastedText } from './pasted.ts'

const plain = 'text/plain'

const kind = DocumentDropOrPasteEditKind.Text.append('entitle')

/** Whoever pastes an object of Microsoft Graph, or Terraform's azuread resources, into a source gets a source; the text itself is offered beside it. */
export const pasteAsEntitle = (language: LanguageServer): Disposable =>
  languages.registerDocumentPasteEditProvider(
    { language: 'entitle' },
    {
      async provideDocumentPasteEdits(
        _document: TextDocument,
        _ranges: readonly Range[],
        data: DataTransfer,
        _context: unknown,
        cancellation: CancellationToken,
      ): Promise<DocumentPasteEdit[]> {
        const text = await data.get(plain)?.asString()
        if (text === undefined || !looksForeign(text)) return []
        const answer = await language.convert({ text })
        if (answer === null || cancellation.isCancellationRequested) return []
        return [new DocumentPasteEdit(pastedText(answer), 'Paste as Entitle', kind)]
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [plain] },
  )
