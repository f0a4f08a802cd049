import type { Finding } from '@entitle/graph'
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium'
import { createEntitleServices } from '../module.ts'
import type { EntitleServices } from '../services.ts'
import { type Analysis, analyze, type Rules } from '../workspace/analyze.ts'

/** Sources of a test, parsed and linked. */
export interface Sources extends Analysis {
  readonly services: EntitleServices
  /** Without those that come with Entitle. */
  readonly documents: readonly LangiumDocument[]
}

/** The day that tests take for today. */
export const testDay = '2026-11-22'

/** Parses, links, resolves and checks texts; a single text is the file `/main.entitle`. */
export const readSources = async (
  texts: string | { readonly [path: string]: string },
  options: { readonly today?: string; readonly rules?: Rules } = {},
): Promise<Sources> => {
  const { shared, entitle } = createEntitleServices(EmptyFileSystem)
  await shared.workspace.WorkspaceManager.initializeWorkspace([])
  const files = typeof texts === 'string' ? { '/main.entitle': texts } : texts
  const documents = Object.entries(files).map(([path, text]) =>
    shared.workspace.LangiumDocumentFactory.fromString(text, URI.file(path)),
  )
  for (const document of documents) shared.workspace.LangiumDocuments.addDocument(document)
  await shared.workspace.DocumentBuilder.build(documents, { validation: false })
  const { rules } = options
  const analysis = analyze(documents, entitle, {
    today: options.today ?? testDay,
    ...(rules === undefined ? {} : { rules }),
  })
  return { ...analysis, services: entitle, documents }
}

/** The text that a finding lies on. */
export const markedText = (finding: Finding, texts: string | { readonly [path: string]: string }): string => {
  if (finding.place.kind !== 'source') return ''
  const { uri, start, end } = finding.place.range
  const lines = textAt(uri, texts)
    .split('\n')
    .slice(start.line, end.line + 1)
  const last = lines.length - 1
  return lines
    .map((line, i) => line.slice(i === 0 ? start.character : 0, i === last ? end.character : undefined))
    .join('\n')
}

/** The text after a fix's edits in one file. */
export const applyFix = (text: string, finding: Finding, index = 0, uri = 'file:///main.entitle'): string => {
  const offsetOf = ({ line, character }: { readonly line: number; readonly character: number }) =>
    text
      .split('\n')
      .slice(0, line)
      .reduce((sum, { length }) => sum + length + 1, 0) + character
  const edits = (finding.fixes?.[index]?.edits ?? []).filter(({ range }) => range.uri === uri)
  return edits
    .toSorted((a, b) => offsetOf(b.range.start) - offsetOf(a.range.start))
    .reduce(
      (done, edit) => done.slice(0, offsetOf(edit.range.start)) + edit.text + done.slice(offsetOf(edit.range.end)),
      text,
    )
}

const textAt = (uri: string, texts: string | { readonly [path: string]: string }): string =>
  typeof texts === 'string'
    ? texts
    : (Object.entries(texts).find(([path]) => URI.file(path).toString() === uri)?.[1] ?? '')
