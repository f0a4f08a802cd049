import type { LangiumDocument } from 'langium'
import type { DocumentHighlightProvider, ReferencesProvider } from 'langium/lsp'
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver'
import type { EntitleLspServices } from './lsp-services.ts'
import { type Name, nameAt } from './names.ts'
import { occurrences } from './occurrences.ts'

/** Every use of a name in the workspace. */
export class EntitleReferencesProvider implements ReferencesProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  findReferences(document: LangiumDocument, params: ReferenceParams): Location[] {
    return namesAround(document, params, this.services)
      .filter(({ declares }) => params.context.includeDeclaration || !declares)
      .map(({ uri, range }) => ({ uri, range }))
  }
}

/** Every use of a name in one file. */
export class EntitleHighlightProvider implements DocumentHighlightProvider {
  private readonly services: EntitleLspServices

  constructor(services: EntitleLspServices) {
    this.services = services
  }

  getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] {
    return namesAround(document, params, this.services)
      .filter(({ uri }) => uri === document.uri.toString())
      .map(({ range, declares }) => ({
        range,
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
  }
}

const namesAround = (
  document: LangiumDocument,
  params: DocumentHighlightParams,
  services: EntitleLspServices,
): readonly Name[] => {
  const name = nameAt(document, document.textDocument.offsetAt(params.position), services)
  return name === undefined ? [] : occurrences(name.declaration, services)
}
