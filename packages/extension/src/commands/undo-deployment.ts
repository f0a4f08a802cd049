import { ProgressLocation, window } from 'vscode'
import { showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { counted, obstacles } from '../plan/summary.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { readingProblem } from '../tenant/reading-problem.ts'
import type { KeptUndo } from '../undo/undo-memory.ts'
import { when } from '../undo/when.ts'
import { carryOut, type DeployFacts } from './deploy.ts'

/** What whoever runs the command from code says. */
interface Given {
  /** When the deployment began, in UTC. */
  readonly deployed?: string
  /** Ends the access that people got since through what the deployment made. */
  readonly endAssignments?: boolean
}

/**
 * *Entitle: Undo Deployment*: a plan, shown, that gives back what a deployment of this workspace changed, as the tenant is now; then
 * confirmation; then exactly that plan. Of several deployments one is chosen.
 */
export const undoDeployment = async (entitle: Entitle, given: unknown): Promise<DeployFacts> => {
  const { deployed, endAssignments = false }: Given = typeof given === 'object' && given !== null ? given : {}
  const kept = await chosen(entitle, deployed)
  const planned = await planUndoing(entitle, kept, endAssignments)
  await entitle.plans.show(planned)
  entitle.differences.refresh()
  if (planned.plan.steps.length > 0 || obstacles(planned.plan).length > 0) return carryOut(entitle, planned)
  void showResult(
    `Nothing to undo: ${kept.target.title} is as it was before what was deployed on ${when(kept.undo.deployed)}.`,
    planned.plan.findings.length === 0 ? {} : { 'Show as Text': 'entitle.showPlanText' },
  )
  return { status: 'nothing-to-do', tookEffect: 0 }
}

/** @throws {Refusal} where none is kept {Cancelled} */
const chosen = async (entitle: Entitle, deployed: string | undefined): Promise<KeptUndo> => {
  const { parseUndo, restored } = await entitle.engine()
  const all = (await entitle.undos.list(parseUndo)).filter(({ undo }) => restored(undo) > 0)
  const named = all.find(({ undo }) => undo.deployed === deployed)
  if (named !== undefined) return named
  const [only, ...others] = all
  if (only === undefined)
    throw new Refusal('No deployment of this workspace is kept that could be undone.', { Plan: 'entitle.plan' })
  if (others.length === 0) return only
  const rows = all.map(kept => ({
    kept,
    label: `$(discard) ${when(kept.undo.deployed)}`,
    description: kept.target.title,
    detail: `${counted(restored(kept.undo), 'object')} to give back${ends[kept.undo.status]}`,
  }))
  const row = await window.showQuickPick(rows, { title: 'Entitle: Undo which deployment?', ignoreFocusOut: true })
  if (row === undefined) throw new Cancelled()
  return row.kept
}

/** How a deployment ended, where it didn't come to its end. */
const ends: { readonly [status in KeptUndo['undo']['status']]: string } = {
  done: '',
  cancelled: '; it was stopped',
  failed: '; it failed',
  refused: '; it was refused',
  'under-way': '; how it ended is not known',
}

const planUndoing = async (entitle: Entitle, { target, undo }: KeptUndo, endAssignments: boolean): Promise<Planned> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: `Planning to undo in ${target.title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      cancellation.onCancellationRequested(() => abort.abort(new Cancelled()))
      const desired = { objects: undo.former }
      const onWait = (ms: number) =>
        progress.report({ message: `waiting ${Math.ceil(ms / 1000)} s, as Graph asks for` })
      const opening = { target, identity: undo.tenant, desired, access: 'read', onWait } as const
      const { transport } = await openTenant(entitle, opening)
      const engine = await entitle.engine()
      const now = engine.systemClock.now().toISOString()
      const options = { endAssignments, signal: abort.signal }
      const made = await engine.prepareUndo({ transport, undo, now, options }).catch(error => {
        throw abort.signal.aborted ? new Cancelled() : readingProblem(error, target.title)
      })
      const plan = engine.checkedPlan(made.plan, made.compared)
      const { deployed } = undo
      return { plan, nodes: engine.outline(plan), target, desired, outlook: made.outlook(), undoing: { deployed } }
    },
  )
