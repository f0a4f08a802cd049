import type { FileSystem, Finding, TenantIdentity } from '@entitle/graph'
import { URI } from 'langium'
import { brokenSources } from '../audit/broken-sources.ts'
import type { Revising } from '../revising/revise.ts'
import { openWorkspace } from '../workspace/workspace.ts'
import type { KeptFile } from './keep-files.ts'
import { putFiles } from './put-files.ts'
import { type RevisedSources, revisedSources } from './revised-sources.ts'
import { type SurveyOptions, type SurveyRefused, surveyTenant, withNames } from './survey-tenant.ts'

export interface UpdateOptions extends SurveyOptions {
  /** Absolute path with `/` between its steps: the folder of the sources, and where new files go. */
  readonly folder: string
  readonly files: FileSystem
  /** What else than `.gitignore` files leave out, in their form. */
  readonly exclude?: readonly string[]
  /** ISO date, in UTC. */
  readonly today: string
}

/** What became of sources that were brought to where a tenant is. */
export interface Updated extends Omit<RevisedSources, 'texts'> {
  readonly identity: TenantIdentity
  /** Every source; those that were changed or are new among them. */
  readonly files: readonly KeptFile[]
  /** What couldn't be read or looked up. */
  readonly findings: readonly Finding[]
  readonly catalogs: number
  readonly requests: number
}

/** An update, or why nothing was written. */
export type UpdateResult =
  | { readonly updated: Updated }
  | SurveyRefused
  /** The sources can't be understood, or don't say which object of the tenant they mean. */
  | { readonly refused: 'unclear-sources'; readonly findings: readonly Finding[] }
  | { readonly refused: 'no-sources' }

/**
 * Reads a tenant and changes what sources say to what it is like; all else in them stays as it stands.
 * @throws {TransportError} where no answer comes, {@link NotSentError} where signing in fails, the signal's reason when it aborts.
 */
export const updater =
  (print: Revising['print']) =>
  async (options: UpdateOptions): Promise<UpdateResult> => {
    const { files, folder, exclude = [], today, onProgress, signal } = options
    const workspace = await openWorkspace({ fileSystem: files, roots: [folder], exclude, today })
    if (workspace.files.length === 0) return { refused: 'no-sources' }
    const broken = brokenSources(workspace.program, workspace.check())
    if (broken.length > 0) return { refused: 'unclear-sources', findings: broken }
    const surveyed = await surveyTenant(options)
    if ('refused' in surveyed) return surveyed
    const { identity } = surveyed
    const tenant = options.identity?.name
    const read = await withNames(surveyed.read, workspace.desired(tenant).tenant, options)
    onProgress?.({ doing: 'looking', objects: read.tenant.objects.length })
    const revised = await revisedSources(workspace, read, {
      folder: URI.file(folder).toString(),
      print,
      today,
      tenant,
      whole: options.catalogs.length === 0,
    })
    if ('questions' in revised) return { refused: 'unclear-sources', findings: revised.questions }
    signal?.throwIfAborted()
    const { texts, ...rest } = revised
    const kept = await putFiles(texts, {
      files,
      folder,
      ...(signal === undefined ? {} : { signal }),
      onFile: (done, of) => onProgress?.({ doing: 'writing', done, of }),
    })
    const catalogs = read.tenant.objects.filter(({ kind }) => kind === 'catalog').length
    return { updated: { ...rest, identity, files: kept, catalogs, findings: read.findings, requests: read.requests } }
  }
