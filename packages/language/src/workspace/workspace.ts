import type { FileSystem, Finding } from '@entitle/graph'
import { EmptyFileSystem, type LangiumDocument, URI } from 'langium'
import { type Desired, lower } from '../lower/lower.ts'
import { createEntitleServices } from '../module.ts'
import type { Program } from '../resolve/program.ts'
import { runRules } from '../rules/index.ts'
import { type Analysis, analyze } from './analyze.ts'
import { findFiles, reasonOf } from './find-files.ts'
import { sortFindings } from './order.ts'

/** Where the sources are: folders and files of a file system, or texts by their path or URI. */
export type WorkspaceSource =
  | { readonly fileSystem: FileSystem; readonly roots: readonly string[] }
  | { readonly files: { readonly [path: string]: string } }

export interface WorkspaceOptions {
  /** ISO date, in UTC: what is past, and when a review starts whose start is left open. */
  readonly today: string
  /** False to leave the lint rules out. */
  readonly rules?: boolean
}

/** The sources of a folder, parsed and linked once. */
export interface Workspace {
  /** URIs of its files, sorted. */
  readonly files: readonly string[]
  /** The text of a file; undefined for a file that isn't of the workspace. */
  text(uri: string): string | undefined
  readonly program: Program
  /** What syntax, links, checks and rules find, by file and position; files that can't be read among them. */
  check(): readonly Finding[]
  /** What the sources ask of a tenant; `tenant` names one where several are declared. */
  desired(tenant?: string): Desired
}

/** Reads, parses and links a workspace. What can't be read is a finding, never an exception. */
export const openWorkspace = async (options: WorkspaceSource & WorkspaceOptions): Promise<Workspace> => {
  const { texts, findings } = await textsOf(options)
  const { shared, entitle } = createEntitleServices(EmptyFileSystem)
  await shared.workspace.WorkspaceManager.initializeWorkspace([])
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace
  const documents: LangiumDocument[] = texts.map(({ uri, text }) =>
    LangiumDocumentFactory.fromString(text, URI.parse(uri)),
  )
  for (const document of documents) LangiumDocuments.addDocument(document)
  await DocumentBuilder.build(documents, { validation: false })

  const { today, rules } = options
  let analysis: Analysis | undefined
  const analyzed = () => {
    analysis ??= analyze(documents, entitle, { today, ...(rules === false ? {} : { rules: runRules }) })
    return analysis
  }
  const byUri = new Map(texts.map(({ uri, text }) => [uri, text]))
  return {
    files: [...byUri.keys()],
    text: uri => byUri.get(uri),
    get program() {
      return analyzed().program
    },
    check: () => sortFindings([...findings, ...analyzed().findings]),
    desired: tenant => lower(analyzed().program, { today, ...(tenant === undefined ? {} : { tenant }) }),
  }
}

interface Texts {
  readonly texts: readonly { readonly uri: string; readonly text: string }[]
  readonly findings: readonly Finding[]
}

const textsOf = async (source: WorkspaceSource): Promise<Texts> => {
  if ('files' in source) {
    const texts = Object.entries(source.files).map(([path, text]) => ({ uri: uriOf(path), text }))
    return { texts: texts.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)), findings: [] }
  }
  const { files, unreadable } = await findFiles(source.fileSystem, source.roots)
  const texts: { uri: string; text: string }[] = []
  const findings = unreadable.map(({ path, because }) => unreadableFile(path, because))
  for (const path of files) {
    try {
      texts.push({ uri: uriOf(path), text: await source.fileSystem.readText(path) })
    } catch (error) {
      findings.push(unreadableFile(path, reasonOf(error)))
    }
  }
  return { texts, findings }
}

/** Paths become file URIs; what is a URI already stays. */
const uriOf = (path: string): string =>
  (/^[a-z][a-z0-9+.-]+:/i.test(path) ? URI.parse(path) : URI.file(path)).toString()

const unreadableFile = (path: string, because: string): Finding => {
  const start = { line: 0, character: 0 }
  return {
    rule: 'unreadable-file',
    severity: 'error',
    message: `${path} can't be read: ${because}.`,
    place: { kind: 'source', range: { uri: uriOf(path), start, end: start } },
  }
}
