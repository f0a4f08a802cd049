import { workspace } from 'vscode'
import { type Actions, showResult } from '../dialogue/messages.ts'
import { Cancelled, Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { planText } from '../plan/plan-text.ts'
import { counted, obstacles, summary } from '../plan/summary.ts'
import { makePlan } from './make-plan.ts'

/** What a plan would do, for whoever runs the command from code. */
export interface PlanFacts {
  readonly steps: number
  readonly summary: string
}

/** The button that makes the same plan anew. */
export const planAgain = ({ pruning, undoing }: Planned): Actions => {
  if (undoing !== undefined) return { 'Undo Again': { command: 'entitle.undo', arguments: [undoing] } }
  return { 'Plan Again': pruning === undefined ? 'entitle.plan' : 'entitle.planDeletions' }
}

/** Where people got access through what a deployment made: the button that ends it with what is undone. */
const ending = ({ plan, undoing }: Planned): Actions =>
  undoing !== undefined && plan.findings.some(({ rule }) => rule === 'live-assignments')
    ? { 'Undo and End Access': { command: 'entitle.undo', arguments: [{ ...undoing, endAssignments: true }] } }
    : {}

/** @throws {Refusal} where a question or an error keeps the plan from being carried out; the first is told. */
export const refuseObstacles = (planned: Planned): void => {
  const [first, ...others] = obstacles(planned.plan)
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` The Changes view tells ${others.length} more.`
  throw new Refusal(`The plan can't be carried out. ${first}${more}`, { ...planAgain(planned), ...ending(planned) })
}

/** There is nothing to deploy; says so. */
export const tellNothingToDo = ({ plan, target }: Planned): void => {
  const { length } = plan.unmanaged
  const said = `Nothing to do: ${target.title} is as declared.`
  if (length === 0) void showResult(said)
  else
    void showResult(
      `${said} ${counted(length, 'object')} in it ${length === 1 ? "stays as it is, because your files don't declare it" : "stay as they are, because your files don't declare them"}.`,
      { 'Plan Deletions': 'entitle.planDeletions' },
    )
}

/** Says in a message what a plan would change. @throws {Refusal} where something keeps it from being carried out. */
export const tellPlan = (planned: Planned): PlanFacts => {
  const { steps } = planned.plan
  if (steps.length === 0) tellNothingToDo(planned)
  else {
    refuseObstacles(planned)
    const buttons = { Deploy: 'entitle.deployShownPlan', 'Show as Text': 'entitle.showPlanText' }
    void showResult(`Plan for ${planned.target.title}: ${summary(planned.plan)}.`, buttons)
  }
  return { steps: steps.length, summary: summary(planned.plan) }
}

/** *Entitle: Plan*: shows what deploying would change. */
export const plan = async (entitle: Entitle): Promise<PlanFacts> => tellPlan(await makePlan(entitle))

/** The plan as a text, for an agent; the person sees it in the Changes view. What keeps it from being made is told, too. */
export const planAsText = async (entitle: Entitle): Promise<string> => {
  if (!workspace.isTrusted) return 'The workspace is not trusted, so nothing can be planned in it.'
  try {
    const { plan, nodes, target } = await makePlan(entitle)
    return planText(`Plan for ${target.title}`, nodes, `${summary(plan)}. Only the user can deploy it.`)
  } catch (error) {
    if (error instanceof Cancelled) return 'The user cancelled planning.'
    if (error instanceof Refusal) return error.message
    throw error
  }
}
