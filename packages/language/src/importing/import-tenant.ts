import type { FileSystem, Finding, TenantIdentity } from '@entitle/graph'
import { type KeptFile, keepFiles } from './keep-files.ts'
import { type SurveyOptions, type SurveyRefused, surveyTenant } from './survey-tenant.ts'
import { type Sources, type ToSources, toSources } from './to-sources.ts'

export interface ImportOptions extends SurveyOptions {
  /** Let templates say what policies share. */
  readonly templates: boolean
  readonly files: FileSystem
  /** Where the sources go: an absolute path with `/` between its steps. */
  readonly folder: string
  /** ISO date, in UTC. */
  readonly today: string
}

export interface Imported extends Omit<Sources, 'files'> {
  readonly identity: TenantIdentity
  readonly files: readonly KeptFile[]
  readonly catalogs: number
  /** What couldn't be read or looked up. */
  readonly findings: readonly Finding[]
  /** HTTP requests sent; a `$batch` is one. */
  readonly requests: number
}

/** An import, or why nothing was written. */
export type ImportResult =
  | { readonly imported: Imported }
  | SurveyRefused
  | { readonly refused: 'in-the-way'; readonly paths: readonly string[] }

/**
 * Reads a tenant and writes it down as sources in a folder; planning them against the tenant finds nothing to do, but for what is listed.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export const importer =
  (print: ToSources['print']) =>
  async (options: ImportOptions): Promise<ImportResult> => {
    const { signal, onProgress, today, templates } = options
    const surveyed = await surveyTenant(options)
    if ('refused' in surveyed) return surveyed
    const { identity, read } = surveyed
    onProgress?.({ doing: 'looking', objects: read.tenant.objects.length })
    const { files, ...sources } = await toSources(read, { identity, templates, today, print })
    signal?.throwIfAborted()
    const kept = await keepFiles(files, {
      ...(signal === undefined ? {} : { signal }),
      files: options.files,
      folder: options.folder,
      onFile: (done, of) => onProgress?.({ doing: 'writing', done, of }),
    })
    if ('inTheWay' in kept) return { refused: 'in-the-way', paths: kept.inTheWay }
    const catalogs = read.tenant.objects.filter(({ kind }) => kind === 'catalog').length
    const { findings, requests } = read
    return { imported: { ...sources, identity, files: kept.files, catalogs, findings, requests } }
  }
