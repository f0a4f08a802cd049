import { permissionsToSurvey } from '@entitle/graph'
import { ProgressLocation, window } from 'vscode'
import type { TenantLine } from '../browse/tenant-tree.ts'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import { type ImportReport, importSummary, leavesOpen } from '../import/import-text.ts'
import { pickCatalogs } from '../import/meant-catalogs.ts'
import { writeSources } from '../import/write-sources.ts'
import type { ReviseAnswer, SentSurvey } from '../language/requests.ts'
import { counted } from '../plan/summary.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { type MeantTenant, pickAnyTenant } from '../tenant/pick-any-tenant.ts'
import { readingProblem } from '../tenant/reading-problem.ts'
import { chosenFolder } from './new-declaration.ts'

/** How an import turned out, for whoever runs the command from code. */
export interface ImportFacts {
  readonly changed: number
  readonly fresh: number
  readonly summary: string
}

interface Surveyed {
  readonly survey: SentSurvey
  readonly identity: MeantTenant['identity']
  readonly whole: boolean
}

/**
 * *Entitle: Import from Tenant*: writes what a tenant has into the sources of a folder. What they say already stays as it stands; what is otherwise is changed where they
 * say it, what is new is added.
 * @param lines of the Tenant view whose catalogs are meant; without any, somebody is asked
 */
export const importFromTenant = async (entitle: Entitle, lines: readonly TenantLine[]): Promise<ImportFacts> => {
  const folder = await chosenFolder()
  const meant = await meantTenant(entitle, lines)
  const { target } = meant
  const { survey, identity, whole } = await reading(entitle, meant, lines)
  const answer = await entitle.language.revise({
    survey,
    folder: folder.toString(),
    whole,
    ...(target.tenant === undefined ? {} : { tenant: target.tenant }),
    ...(target.kind === 'declared' && target.tenant === undefined ? { identity } : {}),
  })
  if ('questions' in answer) throw refused(answer)
  await writeSources(answer.texts)
  const changed = answer.texts.filter(({ before, text }) => before !== undefined && before !== text)
  const fresh = answer.texts.filter(({ before }) => before === undefined)
  const report: ImportReport = {
    ...answer,
    title: target.title,
    changed: changed.map(({ path }) => path),
    fresh: fresh.map(({ path }) => path),
    unread: survey.findings.map(({ message }) => message),
    nameOf: (await entitle.engine()).trail,
  }
  entitle.imports.keep(report)
  const summary = importSummary(report)
  void showResult(`Import of ${target.title}: ${summary}. Nothing in the tenant was changed.`, {
    ...(changed.length + fresh.length === 0 ? {} : { 'Review Changes': 'workbench.view.scm' }),
    ...(leavesOpen(report) ? { 'Show What Is Left': 'entitle.import.showReport' } : {}),
    Plan: 'entitle.plan',
  })
  return { changed: changed.length, fresh: fresh.length, summary }
}

/** The tenant of the chosen lines, or the one that somebody picks. @throws {Refusal} for lines of several tenants */
const meantTenant = async (entitle: Entitle, lines: readonly TenantLine[]): Promise<MeantTenant> => {
  const [line, ...others] = lines
  if (line === undefined) return pickAnyTenant(entitle)
  const { target } = line
  if (others.some(each => each.target.kind !== target.kind || each.target.tenant !== target.tenant))
    throw new Refusal('Choose lines of one tenant: each is imported by itself.', {})
  return { target, identity: (await entitle.language.desired(target.tenant)).identity }
}

const reading = async (entitle: Entitle, meant: MeantTenant, lines: readonly TenantLine[]): Promise<Surveyed> => {
  const { target } = meant
  return window.withProgress(
    { location: ProgressLocation.Notification, title: `Importing from ${target.title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
      const say = (message: string) => progress.report({ message })
      const made = await surveyed(entitle, meant, lines, { signal: abort.signal, say }).catch(error => {
        throw abort.signal.aborted ? new Cancelled() : readingProblem(error, target.title)
      })
      if (abort.signal.aborted) throw new Cancelled()
      return made
    },
  )
}

interface Going {
  readonly signal: AbortSignal
  say(what: string): void
}

const surveyed = async (
  entitle: Entitle,
  { target, identity }: MeantTenant,
  lines: readonly TenantLine[],
  { signal, say }: Going,
): Promise<Surveyed> => {
  if (target.kind === 'declared') say('signing in')
  const onWait = (ms: number) => say(`waiting ${Math.ceil(ms / 1000)} s, as Graph asks for`)
  const desired = { objects: [] }
  const opening = { target, identity, desired, permissions: permissionsToSurvey, access: 'read', onWait } as const
  const { transport, tenantId } = await openTenant(entitle, opening)
  const engine = await entitle.engine()
  const catalogs = lines.length > 0 ? catalogsOf(lines) : await askedFor(engine, transport, target.title, signal)
  say('reading the tenant')
  const known = target.tenant === undefined ? {} : { identity }
  const read = await engine.surveyTenant({
    transport,
    tenantId,
    ...known,
    cloud: identity.cloud,
    catalogs,
    signal,
    onProgress: so => {
      if (so.doing === 'reading') say(`reading the tenant, ${counted(so.requests, 'request')} so far`)
    },
  })
  if ('refused' in read)
    throw new Refusal(
      read.refused === 'unknown-catalog'
        ? `${target.title} has no catalog called ${read.name} any more. Nothing was imported.`
        : `Nothing was imported. ${read.findings.map(({ message }) => message).join(' ')}`,
      {},
    )
  say('comparing it with the sources')
  const sources = await entitle.language.desired(target.tenant)
  const { unclear, directory, ...survey } = await engine.withNames(read.read, sources.tenant, { transport, signal })
  return {
    survey: { ...survey, unclear: [...unclear], ids: [...directory.ids] },
    identity: read.identity,
    whole: catalogs.length === 0,
  }
}

type Engine = Awaited<ReturnType<Entitle['engine']>>

const askedFor = async (
  engine: Engine,
  transport: Parameters<Engine['catalogNames']>[0],
  title: string,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  const listed = await engine.catalogNames(transport, signal)
  if ('finding' in listed) throw new Refusal(`Nothing was imported. ${listed.finding.message}`, {})
  return pickCatalogs(listed.catalogs, title)
}

/** The catalogs that lines lie in, by display name. @throws {Refusal} where there is none */
const catalogsOf = (lines: readonly TenantLine[]): readonly string[] => {
  const names = lines.flatMap(line => {
    let at: TenantLine | undefined = line
    while (at !== undefined && at.node?.kind !== 'catalog') at = at.parent
    return at?.node?.label ?? []
  })
  if (names.length === 0)
    throw new Refusal('Choose catalogs, or packages in them, in the Tenant view.', {
      'Show Tenant': 'entitle.tenant.focus',
    })
  return [...new Set(names)]
}

const refused = ({ questions }: Extract<ReviseAnswer, { readonly questions: unknown }>): Refusal => {
  const [first, ...others] = questions
  const more = others.length === 0 ? '' : ` The Problems view tells ${counted(others.length, 'more error')}.`
  return new Refusal(
    `Nothing was imported: it is not known what the sources say of the tenant. ${first?.message ?? ''}${more}`,
    { 'Show Problems': 'workbench.actions.view.problems' },
  )
}
