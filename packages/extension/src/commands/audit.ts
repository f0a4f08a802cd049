import { permissionsToAudit, type TenantIdentity } from '@entitle/graph'
import { ProgressLocation, window } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { AuditAnswer } from '../language/requests.ts'
import { counted } from '../plan/summary.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { pickAnyTenant } from '../tenant/pick-any-tenant.ts'
import { readingProblem } from '../tenant/reading-problem.ts'
import type { Target } from '../tenant/target.ts'

/** How an audit turned out, for whoever runs the command from code. */
export interface AuditFacts {
  readonly failing: number
  readonly summary: string
}

const showProblems = { 'Show Problems': 'workbench.actions.view.problems' }
const showPreview = { 'Show Preview': 'markdown.showPreview' }

/** *Entitle: Audit Tenant*: holds the tenant as it is to the rules of the workspace, and shows what it keeps and what not. */
export const audit = async (entitle: Entitle): Promise<AuditFacts> => {
  const { target, identity } = await pickAnyTenant(entitle)
  const answer = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Auditing ${target.title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
      const say = (message: string) => progress.report({ message })
      const made = await audited(entitle, { target, identity, signal: abort.signal, say }).catch(error => {
        throw abort.signal.aborted ? new Cancelled() : readingProblem(error, target.title)
      })
      if (abort.signal.aborted) throw new Cancelled()
      return made
    },
  )
  if ('broken' in answer)
    throw new Refusal(
      `Nothing was audited: the workspace has ${counted(answer.broken, 'error')}, so it is not known what it holds a tenant to.`,
      showProblems,
    )
  const { markdown, summary, failing } = answer
  await entitle.audits.show(target.title, markdown)
  void showResult(`Audit of ${target.title}: ${summary}. Nothing was changed.`, showPreview)
  return { failing, summary }
}

interface Auditing {
  readonly target: Target
  readonly identity: TenantIdentity
  readonly signal: AbortSignal
  say(what: string): void
}

const audited = async (entitle: Entitle, { target, identity, signal, say }: Auditing): Promise<AuditAnswer> => {
  if (target.kind === 'declared') say('signing in')
  const onWait = (ms: number) => say(`waiting ${Math.ceil(ms / 1000)} s, as Graph asks for`)
  const desired = { objects: [] }
  const opening = { target, identity, desired, permissions: permissionsToAudit, access: 'read', onWait } as const
  const { transport, tenantId } = await openTenant(entitle, opening)
  say('reading the tenant')
  const engine = await entitle.engine()
  const read = await engine.readWhole(transport, 'all', {
    signal,
    onProgress: ({ requests }) => say(`reading the tenant, ${counted(requests, 'request')} so far`),
  })
  const [fatal] = engine.unreadable(read)
  if (fatal !== undefined) throw new Refusal(`Nothing was audited. ${engine.whyUnread(fatal)}`)
  say('reading who has access')
  const since = engine.unusedSince(engine.systemClock.now().toISOString().slice(0, 10))
  const facts = await engine.tenantFacts(transport, read.tenant, { since, signal })
  entitle.log.info(`Read ${counted(read.tenant.objects.length, 'object')} in ${counted(read.requests, 'request')}.`)
  say('checking what was read')
  return entitle.language.audit({
    live: { tenant: read.tenant, unread: read.unread },
    facts,
    identity: { ...identity, id: tenantId },
    ...(target.tenant === undefined ? {} : { tenant: target.tenant }),
    title: target.title,
    portal: target.kind === 'declared',
  })
}
