import { type ApplyEvent, type Outcome, part, type UndoRecord } from '@entitle/graph'
import { ProgressLocation, window } from 'vscode'
import { type Actions, showFailure, showResult, showWarning } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import type { Engine } from '../tenant/engine.ts'
import { openTenant } from '../tenant/open-tenant.ts'
import { requireMatch } from '../tenant/right-tenant.ts'
import { chosenNode } from './chosen-node.ts'
import { confirm } from './confirm.ts'
import { refuseHindrances } from './hindrances.ts'
import { makePlan } from './make-plan.ts'
import { achieved, failure, reached, tookEffect, waiting } from './outcome-words.ts'
import { planAgain, refuseObstacles, tellNothingToDo } from './plan.ts'

/** How a deployment ended, for whoever runs the command from code. */
export interface DeployFacts {
  readonly status: Outcome['status'] | 'nothing-to-do'
  readonly tookEffect: number
}

const toRead = { 'Show Report': 'entitle.showPlanText', 'Show Log': 'entitle.showLog' }

const tell = (planned: Planned, outcome: Outcome, undo: Actions): string => {
  const { target, undoing } = planned
  const { status } = outcome
  const [done, again] = undoing === undefined ? ['Deployed to', 'Deploying'] : ['Undone in', 'Undoing']
  const message = {
    done: `${done} ${target.title}: ${achieved(outcome)}.`,
    cancelled: `Stopped. ${reached(outcome)} ${again} again goes on from there.`,
    refused: `Nothing was changed in ${target.title}. ${failure(outcome)}`.trimEnd(),
    failed: `${failure(outcome)} ${reached(outcome)} ${again} again goes on from there.`.trimStart(),
  }[status]
  if (status === 'done') void showResult(message, { ...toRead, ...undo })
  else if (status === 'cancelled') void showWarning(message, { ...toRead, ...planAgain(planned), ...undo })
  else void showFailure(message, { ...toRead, ...planAgain(planned), ...undo })
  return message
}

/** What undoes a deployment, kept while it goes on; of one that only undoes another, too. */
const recording = ({ undos }: Entitle, { recordUndo, restored, systemClock }: Engine, { plan, target }: Planned) => {
  const record = recordUndo(plan, systemClock, undo => undos.keep({ target, undo }))
  return {
    ...record,
    /** @returns the button that undoes it; none where there is nothing to undo */
    close: async (outcome: Outcome): Promise<Actions> => {
      const undo = await record.close(outcome)
      if (undo === undefined || restored(undo) === 0) return {}
      return { Undo: { command: 'entitle.undo', arguments: [{ deployed: undo.deployed }] } }
    },
  }
}

const follow = (
  entitle: Entitle,
  event: ApplyEvent,
  names: ReadonlyMap<string, string>,
  record: Pick<UndoRecord, 'ended'>,
  report: (message: string, share?: number) => void,
) => {
  if (event.type === 'reading') report('looking whether the tenant is still as planned')
  if (event.type === 'step-started') {
    entitle.plans.started(event.step)
    report(names.get(event.step) ?? event.step)
  }
  if (event.type === 'waiting') report(waiting(event))
  if (event.type !== 'step-ended') return
  const { step, result, milliseconds, failure } = event.outcome
  entitle.plans.ended(event.outcome)
  record.ended(event.outcome)
  entitle.log.info(`${names.get(step) ?? step}: ${result} (${milliseconds} ms)`)
  if (failure !== undefined) {
    const { message, because, remedy, requestId } = failure
    entitle.log.error(
      [message, because, remedy, requestId && `Graph's request ${requestId}`].filter(Boolean).join(' · '),
    )
  }
  report(`${event.done} of ${event.of} done`, 100 / event.of)
}

/** Asks, carries out exactly this plan, and says how it ended. @throws {Refusal} {Cancelled} */
export const carryOut = async (entitle: Entitle, planned: Planned): Promise<DeployFacts> => {
  const { plan, target, desired } = planned
  refuseObstacles(planned)
  const engine = await entitle.engine()
  await confirm(planned, { losing: engine.lossOf(plan), moving: engine.movedOf(plan) })
  const names = new Map(plan.steps.map(step => [step.id, engine.trail(step.address)]))
  const record = recording(entitle, engine, planned)
  const doing = planned.undoing === undefined ? 'Deploying to' : 'Undoing in'
  const outcome = await window.withProgress(
    { location: ProgressLocation.Notification, title: `${doing} ${target.title}`, cancellable: true },
    async (progress, cancellation) => {
      const abort = new AbortController()
      const stop = () => abort.abort(new Cancelled())
      cancellation.onCancellationRequested(stop)
      const report = (message: string, increment = 0) => progress.report({ message, increment })
      const onWait = (ms: number) => report(waiting({ type: 'waiting', why: 'throttled', milliseconds: ms }))
      const opened = await openTenant(entitle, {
        target,
        identity: plan.tenant,
        desired,
        access: 'write',
        onWait,
      })
      const meant = { ...plan.tenant, id: plan.tenant.tenantId }
      requireMatch(target.title, await engine.tenantMismatch(opened, meant, abort.signal))
      await refuseHindrances(entitle, planned, opened, abort.signal)
      const { ready } = record
      const ports = { transport: opened.transport, clock: engine.systemClock, signal: abort.signal, ready }
      return entitle.stopping.while(stop, () =>
        engine.apply(plan, ports, event => follow(entitle, event, names, record, report)),
      )
    },
  )
  const message = tell(planned, outcome, await record.close(outcome))
  await entitle.plans.conclude(message, outcome)
  entitle.log.info(message)
  return { status: outcome.status, tookEffect: tookEffect(outcome).length }
}

/** What a fresh plan takes over from the one that is shown: what it deletes, and for which tenant that was answered. */
export const asShown = ({ plans: { pending } }: Entitle) =>
  pending?.pruning === undefined ? {} : { target: pending.target, pruning: pending.pruning }

/** *Entitle: Deploy*: a fresh plan, shown; then confirmation; then exactly that plan. It deletes what the shown plan deletes. */
export const deploy = async (entitle: Entitle): Promise<DeployFacts> => {
  const planned = await makePlan(entitle, asShown(entitle))
  if (planned.plan.steps.length > 0) return carryOut(entitle, planned)
  tellNothingToDo(planned)
  return { status: 'nothing-to-do', tookEffect: 0 }
}

/** @throws {Refusal} where none is shown. */
const shown = (entitle: Entitle): Planned => {
  const planned = entitle.plans.current
  if (planned === undefined) throw new Refusal('No plan is shown that could be deployed.', { Plan: 'entitle.plan' })
  return planned
}

/** The *Deploy* button of a plan's message: the plan that is shown. */
export const deployShown = async (entitle: Entitle): Promise<DeployFacts> => carryOut(entitle, shown(entitle))

/** *Deploy This*: of the plan that is shown what lies in one object, with what that needs elsewhere. */
export const deployPart = async (entitle: Entitle, node: unknown): Promise<DeployFacts> => {
  const { address } = chosenNode(node)
  const planned = shown(entitle)
  const plan = part(planned.plan, address)
  if (plan.steps.length === 0)
    throw new Refusal('The plan that is shown changes nothing there.', { Plan: 'entitle.plan' })
  return carryOut(entitle, { ...planned, plan })
}
