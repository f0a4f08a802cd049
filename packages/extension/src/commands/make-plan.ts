import { ProgressLocation, window, workspace } from 'vscode'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { type Pruning, pruningOptions } from '../plan/pruning.ts'
import { counted } from '../plan/summary.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { pickTarget } from '../tenant/pick-target.ts'
import { readingProblem } from '../tenant/reading-problem.ts'
import type { Target } from '../tenant/target.ts'
import { checked } from './checked.ts'

const showProblems = { 'Show Problems': 'workbench.actions.view.problems' }

/** Saves the files of the language: what is planned is what is written. */
const saveAll = async (): Promise<void> => {
  const open = workspace.textDocuments.filter(
    ({ languageId, isDirty, isUntitled }) => languageId === 'entitle' && isDirty && !isUntitled,
  )
  for (const document of open) {
    if (await document.save()) continue
    throw new Refusal(`${workspace.asRelativePath(document.uri)} could not be saved, so nothing was planned.`)
  }
}

/** Which tenant to plan for, where that was asked already, and what to delete. */
interface Wanted {
  readonly target?: Target
  readonly pruning?: Pruning
}

const prepare = async (
  entitle: Entitle,
  { target, pruning }: Wanted & { readonly target: Target },
  signal: AbortSignal,
  say: (what: string) => void,
): Promise<Planned> => {
  const { files, findings } = await entitle.language.check()
  const { errors } = checked(files, findings)
  if (errors > 0) throw new Refusal(`Nothing was planned: the workspace has ${counted(errors, 'error')}.`, showProblems)
  const { tenant: desired, identity, policies, findings: questions } = await entitle.language.desired(target.tenant)
  const question = questions.find(finding => finding.severity === 'error')
  if (question !== undefined) throw new Refusal(`Nothing was planned. ${question.message}`, showProblems)
  if (desired.objects.length === 0) throw new Refusal('Nothing was planned: the workspace declares nothing yet.', {})
  if (target.kind === 'declared') say('signing in')
  const onWait = (ms: number) => say(`waiting ${Math.ceil(ms / 1000)} s, as Graph asks for`)
  const { transport, tenantId } = await openTenant(entitle, { target, identity, desired, access: 'read', onWait })
  say('reading the tenant')
  const engine = await entitle.engine()
  const {
    plan: made,
    compared,
    requests,
    objects,
    outlook,
  } = await engine.preparePlan({
    transport,
    desired,
    identity: { ...identity, tenantId },
    options: {
      ...pruningOptions(pruning, {
        declared: policies,
        now: engine.systemClock.now().toISOString(),
        nearest: engine.nearest,
      }),
      signal,
      onProgress: ({ requests }) => say(`reading the tenant, ${counted(requests, 'request')} so far`),
    },
  })
  const plan = engine.checkedPlan(made, compared)
  entitle.log.info(`Read ${counted(objects, 'object')} of ${target.title} in ${counted(requests, 'request')}.`)
  const shown = { plan, nodes: engine.outline(plan), target, desired, outlook: outlook() }
  return pruning === undefined ? shown : { ...shown, pruning }
}

/** Saves, asks which tenant, reads it, and shows what deploying would change. Changes nothing. @throws {Refusal} {Cancelled} */
export const makePlan = async (entitle: Entitle, wanted: Wanted = {}): Promise<Planned> => {
  const planned = await comparePlanned(entitle, wanted, 'Planning for')
  await entitle.plans.show(planned)
  entitle.differences.refresh()
  return planned
}

/** The same, and shows nothing. @param doing what a person sees is done while it lasts, before the tenant's name */
export const comparePlanned = async (entitle: Entitle, wanted: Wanted, doing: string): Promise<Planned> => {
  await saveAll()
  const target = wanted.target ?? (await pickTarget(entitle))
  return window.withProgress(
    { location: ProgressLocation.Notification, title: `${doing} ${target.title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
      const planned = await prepare(entitle, { ...wanted, target }, abort.signal, message =>
        progress.report({ message }),
      ).catch(error => {
        throw abort.signal.aborted ? new Cancelled() : readingProblem(error, target.title)
      })
      if (abort.signal.aborted) throw new Cancelled()
      return planned
    },
  )
}
