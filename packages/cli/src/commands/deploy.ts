import { apply, type Diagnosis, type Outcome, type Plan, preflight, TransportError } from '@entitle/graph'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Ports } from '../ports.ts'
import { cancelled } from '../refusal.ts'
import { transportProblem } from '../tenants/problems.ts'
import { deployJson, deployText, stepLine, undoText } from '../views/deploy.ts'
import { hindranceText } from '../views/doctor.ts'
import type { FindingContext } from '../views/finding.ts'
import { planText } from '../views/plan.ts'
import { printable } from '../views/printable.ts'
import { bar, progressOn } from '../views/progress.ts'
import { stepWords } from '../views/step-words.ts'
import { waitingWords } from '../views/waiting.ts'
import { confirm } from './confirm.ts'
import { type DeployArguments, deploymentOf } from './deployment.ts'
import { exitCodeOfErrors, type Session } from './prepare.ts'
import { requireNew, type UndoFile, undoFile } from './undo-file.ts'

/** Carries a plan out: the one in a file, or the one that planning gives now, after it was shown and confirmed. */
export const deploy = async (options: DeployArguments, ports: Ports): Promise<ExitCode> => {
  if (options.undoOut !== undefined) await requireNew(options.undoOut, ports)
  const deployment = await deploymentOf(options, ports)
  if (deployment === 'errors') return exitCodes.findings
  const { session, result, context, left, isUndoing = false } = deployment
  const { plan } = result
  const human = options.format === 'human'
  try {
    if (human) ports.terminal.write(`${planText({ ...result, plan: printable(plan) }, context)}\n`)
    const errors = exitCodeOfErrors(plan)
    if (errors !== undefined || plan.steps.length === 0) {
      if (!human) ports.terminal.write(deployJson(plan, undefined, {}, context.nameOf))
      return errors ?? exitCodes.fine
    }
    const hindrances = await inTheWay(plan, session, ports)
    if (hindrances.length > 0) {
      ports.terminal.write(
        human ? hindranceText(hindrances, ports.terminal) : deployJson(plan, undefined, {}, context.nameOf, hindrances),
      )
      return exitCodes.refused
    }
    const isProtected = plan.tenant.protected && !session.chosen.isSandbox
    await confirm(plan, session.chosen.title, isProtected, options, ports.terminal)
    const undo = options.undoOut === undefined ? undefined : undoFile(plan, options.undoOut, ports)
    const outcome = await carryOut({ plan, session, context, human, undo }, ports)
    const undoing = await undo?.close(outcome).catch((error: unknown) => {
      ports.terminal.writeError(`✗ ${error instanceof Error ? error.message : String(error)}\n`)
      return undefined
    })
    const checked = outcome.status === 'done' && !ports.cancelled.aborted ? await left?.() : undefined
    ports.terminal.write(
      human
        ? `${deployText(printable(plan), outcome, { checked, isUndoing }, context)}${undoText(undoing, context)}`
        : deployJson(plan, outcome, { checked, undoing }, context.nameOf),
    )
    return exitCodeOf(outcome, checked)
  } finally {
    await session.close()
  }
}

/** What the plan's steps would meet, found before the first is tried. Whatever can't be asked stands in nobody's way. */
const inTheWay = async (plan: Plan, session: Session, { cancelled: signal }: Ports): Promise<readonly Diagnosis[]> => {
  const cloud = session.chosen.isSandbox ? undefined : plan.tenant.cloud
  try {
    return await preflight(plan, { token: session.token, cloud }, session.transport, signal)
  } catch (error) {
    if (signal.aborted) throw cancelled()
    if (error instanceof TransportError) return []
    throw transportProblem(error, session)
  }
}

interface CarryingOut {
  readonly plan: Plan
  readonly session: Session
  readonly context: FindingContext
  readonly human: boolean
  readonly undo: UndoFile | undefined
}

const carryOut = async (
  { plan, session, context, human, undo }: CarryingOut,
  { terminal, clock, cancelled }: Ports,
): Promise<Outcome> => {
  const progress = progressOn(terminal)
  const steps = new Map(plan.steps.map(step => [step.id, step]))
  const state = { done: 0, of: plan.steps.length }
  const behind = () => `${state.done} of ${state.of} steps done  ${bar(state.done, state.of)}`
  let last: string | undefined
  const written = { transport: session.transport, clock, signal: cancelled, ...(undo && { ready: undo.ready }) }
  const outcome = await apply(plan, written, event => {
    if (event.type === 'reading') progress.show(`looking whether the plan still holds in ${session.chosen.title}`)
    if (event.type === 'step-started') {
      const step = steps.get(event.step)
      if (step !== undefined) progress.show(`${stepWords(step)}, ${behind()}`)
    }
    if (event.type === 'waiting') {
      const text = `${waitingWords(event.why, event.milliseconds)}, ${behind()}`
      if (event.milliseconds < 2000) progress.show(text)
      else progress.note(text)
    }
    if (event.type === 'step-ended') {
      state.done = event.done
      undo?.ended(event.outcome)
      progress.clear()
      const step = steps.get(event.outcome.step)
      if (human && step !== undefined && event.outcome.result !== 'not-run') {
        terminal.write(`${stepLine(printable(step), event.outcome, last, context)}\n`)
        last = step.address
      }
    }
  })
  progress.clear()
  return outcome
}

const tookEffect = new Set(['created', 'updated', 'deleted', 'unknown'])

const exitCodeOf = ({ status, steps }: Outcome, checked: number | undefined): ExitCode => {
  if (status === 'done') return (checked ?? 0) > 0 ? exitCodes.pending : exitCodes.fine
  if (status === 'refused') return exitCodes.refused
  if (status === 'cancelled') return exitCodes.cancelled
  const nothing = !steps.some(({ result }) => tookEffect.has(result))
  const denied = steps.some(({ failure }) => failure?.status === 401 || failure?.status === 403)
  return nothing && denied ? exitCodes.refused : exitCodes.halfway
}
