import { type Address, bind, type Finding, outermost, type Survey, type TenantIdentity } from '@entitle/graph'
import { URI, UriUtils } from 'langium'
import type { Unsaid } from '../printing/source/said.ts'
import { align } from '../revising/align.ts'
import { declared } from '../revising/declared.ts'
import { namesOf } from '../revising/names.ts'
import { type Revising, type Revisions, revise } from '../revising/revise.ts'
import { edited } from '../rules/edited.ts'
import { openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { account } from './account.ts'
import { excused, type Waiver } from './excused.ts'
import { readable } from './left-out.ts'
import type { Revision } from './put-files.ts'
import { type Reckoning, reckoning } from './reckoning.ts'

/** Sources as they are to be. */
export interface RevisedSources extends Reckoning {
  readonly texts: readonly RevisedText[]
  /** Declared objects that the tenant doesn't have: nothing tells whether they were deleted or are yet to be deployed. */
  readonly absent: readonly Address[]
  readonly waivers: readonly Waiver[]
  /** Errors that were not there before and that no waiver excuses. */
  readonly errors: readonly Finding[]
}

/** A source as it was and as it is to be. */
export interface RevisedText extends Revision {
  readonly uri: string
}

/** What is to be known of the sources of a folder. */
export type SourcesToRevise = Pick<Workspace, 'files' | 'text' | 'program' | 'desired' | 'check'>

export interface RevisedOptions extends Pick<Revising, 'print' | 'today'> {
  /** The name of the declared tenant that it is. */
  readonly tenant: string | undefined
  /** The tenant to declare where the sources declare none. */
  readonly identity?: TenantIdentity
  /** The URI of the folder that new files go to. */
  readonly folder: string
  /** Whether all of the tenant was read, so that what is not among it is not there. */
  readonly whole: boolean
}

/** The texts that sources are to have, and what they don't say even then. */
export const revisedSources = async (
  workspace: SourcesToRevise,
  survey: Survey,
  { print, today, tenant, folder, whole, ...options }: RevisedOptions,
): Promise<RevisedSources | { readonly questions: readonly Finding[] }> => {
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
  const identity = program.tenants.length === 0 ? options.identity : desired.identity
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
    texts: revised.map(({ uri, path, before: was }, index) => ({
      uri,
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

/** The texts of a workspace with what is revised; new declarations stand behind what their file has already. */
const textsOf = (
  { files, text }: SourcesToRevise,
  { edits, fresh }: Revisions,
  folder: string,
): readonly RevisedText[] => {
  const byUri = Map.groupBy(edits, ({ range }) => range.uri)
  const texts = new Map<string, RevisedText>(
    files.map(uri => {
      const before = text(uri) ?? ''
      const path = pathIn(folder, uri)
      return [uri, { uri, path, before, text: edited(before, byUri.get(uri) ?? []) }]
    }),
  )
  for (const { path, text: put } of fresh) {
    const uri = UriUtils.joinPath(URI.parse(folder), path).toString()
    const there = texts.get(uri)
    const stands = there === undefined || there.text.trim() === '' ? '' : `${there.text.trimEnd()}\n\n`
    texts.set(uri, { uri, path, before: there?.before, text: `${stands}${put}` })
  }
  return [...texts.values()]
}

/** From the folder on; what lies outside of it keeps its URI. */
const pathIn = (folder: string, uri: string): string =>
  UriUtils.contains(folder, uri) ? decodeURIComponent(UriUtils.relative(folder, uri)) : uri
