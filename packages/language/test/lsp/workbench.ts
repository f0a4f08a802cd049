import { EmptyFileSystem, type LangiumDocument, URI } from 'langium'
import type { Position, Range, TextEdit } from 'vscode-languageserver'
import type { EntitleLspServices } from '../../src/lsp/lsp-services.ts'
import { createEntitleLanguageServer, type LanguageServerContext } from '../../src/module/language-server.ts'

export const today = '2026-11-22'
const mark = '<|>'

/** A workspace of texts in an editor without a client. One text may hold `<|>`: the cursor. */
export interface Workbench {
  readonly services: EntitleLspServices
  readonly log: readonly string[]
  document(file: string): LangiumDocument
  /** The file and position of the cursor. */
  readonly cursor: { readonly document: LangiumDocument; readonly position: Position; readonly params: Params }
  change(file: string, text: string): Promise<void>
}

interface Params {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

export const uriOf = (file: string): string => `file:///work/${file}`

export const openWorkbench = async (
  files: { readonly [name: string]: string },
  context: Partial<LanguageServerContext> = {},
): Promise<Workbench> => {
  const log: string[] = []
  const { shared, entitle } = createEntitleLanguageServer({
    ...EmptyFileSystem,
    log: { error: message => log.push(message) },
    today: () => today,
    ...context,
  })
  await shared.workspace.WorkspaceManager.initializeWorkspace([])
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace
  let marked: { file: string; offset: number } | undefined
  const documents = Object.entries(files).map(([file, text]) => {
    const offset = text.indexOf(mark)
    if (offset >= 0) marked = { file, offset }
    return LangiumDocumentFactory.fromString(text.replace(mark, ''), URI.parse(uriOf(file)))
  })
  for (const document of documents) LangiumDocuments.addDocument(document)
  await DocumentBuilder.build(documents, { validation: true })
  const document = (file: string): LangiumDocument => {
    const found = LangiumDocuments.getDocument(URI.parse(uriOf(file)))
    if (found === undefined) throw new Error(`no file ${file}`)
    return found
  }
  return {
    services: entitle,
    log,
    document,
    get cursor() {
      if (marked === undefined) throw new Error('no text holds <|>')
      const at = document(marked.file)
      const position = at.textDocument.positionAt(marked.offset)
      return { document: at, position, params: { textDocument: { uri: at.uri.toString() }, position } }
    },
    change: async (file, text) => {
      LangiumDocuments.deleteDocument(URI.parse(uriOf(file)))
      const changed = LangiumDocumentFactory.fromString(text, URI.parse(uriOf(file)))
      LangiumDocuments.addDocument(changed)
      await DocumentBuilder.update([], [])
    },
  }
}

/** The provider, which the wiring always has. */
export const provided = <T>(provider: T | undefined): T => {
  if (provider === undefined) throw new Error('the feature is not wired')
  return provider
}

export const textOf = (document: LangiumDocument, range: Range): string => document.textDocument.getText(range)

export const apply = (document: LangiumDocument, edits: readonly TextEdit[]): string => {
  const { textDocument } = document
  return edits
    .map(edit => ({
      start: textDocument.offsetAt(edit.range.start),
      end: textDocument.offsetAt(edit.range.end),
      text: edit.newText,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), textDocument.getText())
}
