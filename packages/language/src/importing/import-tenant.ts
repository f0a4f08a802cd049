import {
  type Cloud,
  type FileSystem,
  type Finding,
  type HttpTransport,
  survey,
  type TenantIdentity,
  tenantIdentity,
} from '@entitle/graph'
import { type ChosenCatalogs, chosenCatalogs } from './chosen-catalogs.ts'
import { type KeptFile, keepFiles } from './keep-files.ts'
import { isFatal } from './left-out.ts'
import { type Sources, type ToSources, toSources } from './to-sources.ts'

export interface ImportOptions {
  readonly transport: HttpTransport
  readonly tenantId: string
  /** Which tenant it is, where that is declared; else the tenant itself is asked. */
  readonly identity?: TenantIdentity
  readonly cloud: Cloud
  /** Display names or ids of the catalogs to import; all of the tenant where there are none. */
  readonly catalogs: readonly string[]
  /** Let templates say what policies share. */
  readonly templates: boolean
  readonly files: FileSystem
  /** Where the sources go: an absolute path with `/` between its steps. */
  readonly folder: string
  /** ISO date, in UTC. */
  readonly today: string
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

/** What an import is doing. */
export type ImportProgress =
  | { readonly doing: 'reading'; readonly requests: number; readonly objects: number }
  | { readonly doing: 'looking'; readonly objects: number }
  | { readonly doing: 'writing'; readonly done: number; readonly of: number }

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
  | Extract<ChosenCatalogs, { readonly refused: string }>
  | { readonly refused: 'in-the-way'; readonly paths: readonly string[] }

/**
 * Reads a tenant and writes it down as sources in a folder; planning them against the tenant finds nothing to do, but for what is listed.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export const importer =
  (print: ToSources['print']) =>
  async (options: ImportOptions): Promise<ImportResult> => {
    const { transport, signal, onProgress, today, templates } = options
    const chosen = await chosenCatalogs(options)
    if ('refused' in chosen) return chosen
    const reading = {
      onProgress: (so: { requests: number; objects: number }) => onProgress?.({ doing: 'reading', ...so }),
    }
    const abort = signal === undefined ? {} : { signal }
    const [identity, read] = await Promise.all([
      options.identity ?? tenantIdentity(options, options.cloud, signal),
      survey(transport, chosen.catalogs, { ...reading, ...abort }),
    ])
    const fatal = isFatal(read)
    if (fatal.length > 0) return { refused: 'unreadable', findings: fatal }
    onProgress?.({ doing: 'looking', objects: read.tenant.objects.length })
    const { files, ...sources } = await toSources(read, { identity, templates, today, print })
    signal?.throwIfAborted()
    const kept = await keepFiles(files, {
      ...abort,
      files: options.files,
      folder: options.folder,
      onFile: (done, of) => onProgress?.({ doing: 'writing', done, of }),
    })
    if ('inTheWay' in kept) return { refused: 'in-the-way', paths: kept.inTheWay }
    const catalogs = read.tenant.objects.filter(({ kind }) => kind === 'catalog').length
    const { findings, requests } = read
    return { imported: { ...sources, identity, files: kept.files, catalogs, findings, requests } }
  }
