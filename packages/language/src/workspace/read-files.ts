import { EmptyFileSystem, type LangiumDocument, URI } from 'langium'
import { createEntitleServices } from '../module.ts'
import type { EntitleSharedServices } from '../services.ts'
import { digest } from '../syntax/digest.ts'
import { referencesIn } from '../syntax/nodes.ts'
import { Analyzer, type AnalyzerOptions, type SourceFile } from './analyzer.ts'
import { restoreTables, type SavedFile, savedFile, type Tables } from './saved.ts'

/** A file and its text; it is parsed when somebody asks for its tree. */
export interface TextFile extends SourceFile {
  readonly text: string
}

/** Files, their names bound, ready to be analyzed. */
export interface ReadFiles {
  readonly analyzer: Analyzer
  readonly files: readonly TextFile[]
  readonly tables: Tables
}

/** Reads the files of which nothing is known, or another text; and lets it be known what they say that is different. */
export const readFiles = async (
  texts: readonly { readonly uri: string; readonly text: string }[],
  saved: readonly SavedFile[],
  options: AnalyzerOptions,
): Promise<ReadFiles> => {
  const { shared, entitle } = createEntitleServices(EmptyFileSystem)
  await shared.workspace.WorkspaceManager.initializeWorkspace([])
  const { IndexManager, SymbolTable: symbols, FactTable: facts } = shared.workspace
  const tables = { symbols, facts }
  const files = texts.map(({ uri, text }) => textFile(uri, text, shared))
  const byUri = new Map(files.map(file => [file.uri, file]))
  const restored = saved.map(known => {
    const file = byUri.get(known.uri)
    const stands = file !== undefined && digest(file.text) === known.digest
    return { known, stands, file: stands ? file : gone(known.uri) }
  })
  for (const { known, file } of restored) restoreTables(known, file, tables)
  const analyzer = new Analyzer(entitle, options)
  for (const { known, file } of restored) analyzer.restore(file, known)
  for (const { known } of restored)
    if (!byUri.has(known.uri)) {
      symbols.delete(known.uri)
      facts.delete(known.uri)
    }
  const standing = new Set(restored.flatMap(({ known, stands }) => (stands ? [known.uri] : [])))
  for (const file of files) if (!standing.has(file.uri)) await IndexManager.updateContent(file.document())
  return { analyzer, files, tables }
}

/** What is known of a file once everything is analyzed: what was saved, as long as it still holds. */
export const knownNow = (
  file: TextFile,
  analyzer: Analyzer,
  saved: ReadonlyMap<string, SavedFile>,
  tables: Tables,
): SavedFile | undefined => {
  const knowledge = analyzer.knowledgeOf(file.uri)
  const before = saved.get(file.uri)
  if (knowledge === undefined || knowledge.outcome === before?.outcome) return before
  return savedFile(file, digest(file.text), knowledge, tables)
}

const textFile = (uri: string, text: string, { workspace }: EntitleSharedServices): TextFile => {
  let document: LangiumDocument | undefined
  return {
    uri,
    text,
    state: {},
    document: () => {
      if (document !== undefined) return document
      document = workspace.LangiumDocumentFactory.fromString(text, URI.parse(uri))
      document.references = [...referencesIn(document)]
      workspace.LangiumDocuments.addDocument(document)
      return document
    },
  }
}

/** A file that was there in another run, with that text. Nothing of it is asked for, but that it is different now. */
const gone = (uri: string): SourceFile => ({
  uri,
  state: {},
  document: () => {
    throw new Error(`${uri} is no longer what it was`)
  },
})
