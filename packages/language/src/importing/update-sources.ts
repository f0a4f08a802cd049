import {
  type Address,
  bind,
  type FileSystem,
  type Finding,
  outermost,
  resolveDirectory,
  type Survey,
  type Tenant,
  type TenantIdentity,
} from '@entitle/graph'
import { URI } from 'langium'
import { brokenSources } from '../audit/broken-sources.ts'
import type { Unsaid } from '../printing/source/said.ts'
import { align } from '../revising/align.ts'
import { declared } from '../revising/declared.ts'
import { namesOf } from '../revising/names.ts'
import { type Revising, type Revisions, revise } from '../revising/revise.ts'
import { edited } from '../rules/edited.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { account } from './account.ts'
import { excused, type Waiver } from './excused.ts'
import type { KeptFile } from './keep-files.ts'
import { readable } from './left-out.ts'
import { putFiles, type Revision } from './put-files.ts'
import { type Reckoning, reckoning } from './reckoning.ts'
import { type SurveyOptions, type SurveyRefused, surveyTenant } from './survey-tenant.ts'

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
export interface Updated extends Reckoning {
  readonly identity: TenantIdentity
  /** Every source; those that were changed or are new among them. */
  readonly files: readonly KeptFile[]
  /** Declared objects that the tenant doesn't have: nothing tells whether they were deleted or are yet to be deployed. */
  readonly absent: readonly Address[]
  readonly waivers: readonly Waiver[]
  /** Errors that were not there before and that no waiver excuses. */
  readonly errors: readonly Finding[]
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
      folder,
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

/** A survey that also knows where the names lead that only the sources say. */
const withNames = async (
  read: Survey,
  desired: Tenant,
  { transport, signal }: Pick<UpdateOptions, 'transport' | 'signal'>,
): Promise<Survey> => {
  const { directory, findings } = await resolveDirectory(transport, desired, signal === undefined ? {} : { signal })
  return {
    ...read,
    directory: { ids: new Map([...read.directory.ids, ...directory.ids]) },
    findings: [...read.findings, ...findings],
  }
}

interface Revised extends Reckoning {
  readonly texts: readonly Revision[]
  readonly absent: Updated['absent']
  readonly waivers: readonly Waiver[]
  readonly errors: readonly Finding[]
}

interface RevisedOptions extends Pick<Revising, 'print' | 'today'> {
  /** The name of the declared tenant that it is. */
  readonly tenant: string | undefined
  readonly folder: string
  /** Whether all of the tenant was read, so that what is not among it is not there. */
  readonly whole: boolean
}

/** The texts that sources are to have, and what they don't say even then. */
export const revisedSources = async (
  workspace: Workspace,
  survey: Survey,
  { print, today, tenant, folder, whole }: RevisedOptions,
): Promise<Revised | { readonly questions: readonly Finding[] }> => {
  const { tenant: live, leftOut } = readable(survey)
  const { program } = workspace
  const desired = workspace.desired(tenant)
  const { before, after, matching } = align({
    desired: bind(desired.tenant, survey.directory),
    live,
    unread: survey.unread,
  })
  const doubts = program.tenants.length === 0 ? [] : desired.findings
  const questions = [...doubts, ...matching.findings].filter(({ severity }) => severity === 'error')
  if (questions.length > 0) return { questions }
  const own = declared(program)
  const { directory, unclear } = survey
  const names = namesOf({ program, declared: own, desired: desired.tenant, tenant, directory, unclear })
  const identity = program.tenants.length === 0 ? undefined : desired.identity
  const revisions = await revise({ program, own, identity, before, after, names, today, print })
  const revised = textsOf(workspace, revisions, folder)
  const again = await openWorkspace({ files: Object.fromEntries(revised.map(({ uri, text }) => [uri, text])), today })
  const known = new Set(workspace.check().map(asWords))
  const fresh = again.check().filter(finding => !known.has(asWords(finding)))
  const asFiles = revised.map(({ uri, text }) => ({ path: uri, text }))
  const excuses = excused(asFiles, { findings: fresh, program: again.program, uriOf: uri => uri, today })
  const said = account(again.desired(tenant), { ...survey, tenant: live })
  const stuck = revisions.stuck.map(
    ({ of, template }): Unsaid => ({
      address: names.addresses.get(of) ?? of,
      path: '',
      why: `The template ${template} says otherwise, and other policies follow it.`,
    }),
  )
  const read = survey.tenant.objects.length
  const pathOf = (uri: string) => revised.find(each => each.uri === uri)?.path ?? uri
  return {
    texts: revised.map(({ path, before: was }, index) => ({
      path,
      before: was,
      text: excuses.files[index]?.text ?? '',
    })),
    ...reckoning(said, { read, tenant: live, leftOut, unsaid: [...stuck, ...revisions.unsaid] }),
    absent: said.changes.flatMap(({ action, object: { address } }) =>
      action === 'create' && (whole || said.addresses.has(outermost(address))) ? [address] : [],
    ),
    waivers: excuses.waivers.map(waiver => ({ ...waiver, path: pathOf(waiver.path) })),
    errors: excuses.left,
  }
}

const asWords = ({ rule, message }: Finding): string => `${rule} ${message}`

interface Text extends Revision {
  readonly uri: string
}

/** The texts of a workspace with what is revised; new declarations stand behind what their file has already. */
const textsOf = ({ files, text }: Workspace, { edits, fresh }: Revisions, folder: string): readonly Text[] => {
  const byUri = Map.groupBy(edits, ({ range }) => range.uri)
  const texts = new Map<string, Text>(
    files.map(uri => {
      const before = text(uri) ?? ''
      const path = URI.parse(uri).path.slice(URI.file(folder).path.length + 1)
      return [uri, { uri, path, before, text: edited(before, byUri.get(uri) ?? []) }]
    }),
  )
  for (const { path, text: put } of fresh) {
    const uri = URI.file(`${folder}/${path}`).toString()
    const there = texts.get(uri)
    const stands = there === undefined || there.text.trim() === '' ? '' : `${there.text.trimEnd()}\n\n`
    texts.set(uri, { uri, path, before: there?.before, text: `${stands}${put}` })
  }
  return [...texts.values()]
}
