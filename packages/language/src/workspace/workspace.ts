import type { FileReader, Finding, SourceRange, TenantIdentity } from '@entitle/graph'
import { URI } from 'langium'
import { type Desired, lower } from '../lower/lower.ts'
import { tenantIdentity } from '../lower/tenant-identity.ts'
import { makeReport, type Report } from '../report/index.ts'
import { elementsAround, waivingElements, wayOf } from '../resolve/element-around.ts'
import type { Program } from '../resolve/program.ts'
import { type RulesHere, rulesHere, runRules } from '../rules/index.ts'
import { runScenario, type ScenarioRun } from '../scenarios/index.ts'
import { type Cache, readCache, writeCache } from './disk-cache.ts'
import { findFiles, reasonOf } from './find-files.ts'
import { sortFindings } from './order.ts'
import { knownNow, readFiles } from './read-files.ts'

/** Where the sources are: folders and files of a file system, or texts by their path or URI. */
export type WorkspaceSource =
  | {
      readonly fileSystem: FileReader
      readonly roots: readonly string[]
      /** What else than `.gitignore` files leave out, in their form, from each root on. */
      readonly exclude?: readonly string[]
    }
  | { readonly files: { readonly [path: string]: string } }

export interface WorkspaceOptions {
  /** ISO date, in UTC: what is past, and when a review starts whose start is left open. */
  readonly today: string
  /** False to leave the lint rules out. */
  readonly rules?: boolean
  /** Where to look for, and keep, what is known of files, so that only those that changed need be read. */
  readonly cache?: Cache
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
  /** The declared tenants, in the order of the sources. */
  tenants(): readonly TenantIdentity[]
  /** The way to the innermost declaration around a place, `catalog tools › package toolbox`; undefined for what stands in none. */
  wayTo(place: SourceRange): string | undefined
  /** What the sources ask of a tenant; `tenant` names one where several are declared. */
  desired(tenant?: string): Desired
  /** Which rules hold, how they are set, and which standard says so. */
  rules(): RulesHere
  /** Where the workspace stands with external access and with its rules. */
  report(): Report
  /** How each scenario turns out, by what the sources say. */
  scenarios(): readonly ScenarioRun[]
  /** Writes down what checking has told of each file, where there is a cache for that. */
  keep(): Promise<void>
  /**
   * Lets go of what was read from the texts, which takes a hundred times their size. The texts and what checking found stay; whoever asks for anything else
   * afterwards made a mistake.
   */
  release(): void
}

/** Reads, parses and links a workspace. What can't be read is a finding, never an exception. */
export const openWorkspace = async (options: WorkspaceSource & WorkspaceOptions): Promise<Workspace> => {
  const { today, rules = true, cache } = options
  const { texts, findings } = await textsOf(options)
  const conditions = { today, rules }
  const place = 'roots' in options ? [...options.roots, ...(options.exclude ?? [])].join('\n') : ''
  const saved = cache === undefined ? [] : await readCache(cache, place, conditions)
  let held: Awaited<ReturnType<typeof readFiles>> | undefined = await readFiles(texts, saved, {
    today: () => today,
    ...(rules ? { rules: runRules } : {}),
  })
  const known = () => {
    if (held === undefined) throw new Error('The workspace was released.')
    return held
  }
  const programOf = () => known().analyzer.program
  let told: readonly Finding[] | undefined
  const check = (): readonly Finding[] => {
    if (told !== undefined) return told
    const { analyzer, files } = known()
    analyzer.update(files)
    told = sortFindings([...findings, ...analyzer.findings])
    return told
  }
  let around: ReturnType<typeof elementsAround> | undefined
  const byUri = new Map(texts.map(({ uri, text }) => [uri, text]))
  return {
    files: [...byUri.keys()],
    text: uri => byUri.get(uri),
    get program() {
      return programOf()
    },
    check,
    rules: () => rulesHere(programOf()),
    scenarios: () => programOf().scenarios.map(each => runScenario(each, programOf(), today)),
    report: () => makeReport(programOf(), check(), today),
    wayTo: ({ uri, start: { line } }) => {
      around ??= elementsAround(waivingElements(programOf()))
      const element = around(uri, line)
      return element && wayOf(element)
    },
    tenants: () => programOf().tenants.map(tenantIdentity),
    desired: tenant => lower(programOf(), { today, ...(tenant === undefined ? {} : { tenant }) }),
    keep: async () => {
      if (cache === undefined) return
      check()
      const { analyzer, files, tables } = known()
      const before = new Map(saved.map(file => [file.uri, file]))
      const kept = files.map(file => knownNow(file, analyzer, before, tables))
      if (kept.length === saved.length && kept.every(file => file !== undefined && before.get(file.uri) === file))
        return
      await writeCache(
        cache,
        place,
        conditions,
        kept.filter(file => file !== undefined),
      )
    },
    release: () => {
      check()
      held = undefined
      around = undefined
    },
  }
}

/** So many files are read at the same time. */
const atOnce = 64

interface Texts {
  readonly texts: readonly { readonly uri: string; readonly text: string }[]
  readonly findings: readonly Finding[]
}

const textsOf = async (source: WorkspaceSource): Promise<Texts> => {
  if ('files' in source) {
    const texts = Object.entries(source.files).map(([path, text]) => ({ uri: uriOf(path), text }))
    return { texts: texts.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)), findings: [] }
  }
  const { files, unreadable } = await findFiles(source.fileSystem, source.roots, source.exclude)
  const texts: { uri: string; text: string }[] = []
  const findings = unreadable.map(({ path, because }) => unreadableFile(path, because))
  for (let start = 0; start < files.length; start += atOnce) {
    const reading = files.slice(start, start + atOnce).map(async path => {
      try {
        texts.push({ uri: uriOf(path), text: await source.fileSystem.readText(path) })
      } catch (error) {
        findings.push(unreadableFile(path, reasonOf(error)))
      }
    })
    await Promise.all(reading)
  }
  return { texts: texts.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)), findings }
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
