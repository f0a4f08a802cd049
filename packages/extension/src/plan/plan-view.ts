import type { Outcome, StepOutcome } from '@entitle/graph'
import { commands, type Disposable, EventEmitter, window, workspace } from 'vscode'
import { MadeDocument } from '../dialogue/made-document.ts'
import { when } from '../undo/when.ts'
import { deploymentText } from './deployment-text.ts'
import type { KeptPlan, Planned } from './kept-plan.ts'
import type { PlanMemory } from './plan-memory.ts'
import { planText } from './plan-text.ts'
import { PlanTree } from './plan-tree.ts'
import { summary } from './summary.ts'

/** Read-only documents that show a plan as text. */
const planScheme = 'entitle-plan'
const gone = 'This plan is no longer kept. Run "Entitle: Plan" to make it again.\n'

/** Where the last plan is seen: the tree in the side bar, and a text document. It is there again after a reload. */
export class PlanView implements Disposable {
  readonly #memory: PlanMemory
  readonly #tree = new PlanTree()
  readonly #document = new MadeDocument(planScheme, gone)
  readonly #view = window.createTreeView('entitle.plan', { treeDataProvider: this.#tree, showCollapseAll: true })
  readonly #deployed = new EventEmitter<void>()
  /** A deployment has ended, however that was: the tenant may have changed. */
  readonly onDidDeploy = this.#deployed.event
  readonly #provider = workspace.registerTextDocumentContentProvider(planScheme, this.#document)
  #title: string | undefined
  #current: Planned | undefined
  /** What came of the plan, while nothing newer is known. */
  #told: string | undefined

  constructor(memory: PlanMemory) {
    this.#memory = memory
  }

  /** The plan that is shown. */
  get current(): Planned | undefined {
    return this.#current
  }

  /** The plan that is shown and was not deployed yet. */
  get pending(): Planned | undefined {
    return this.#told === undefined ? this.#current : undefined
  }

  /** Shows a plan and brings the tree to the front. */
  async show(planned: Planned): Promise<void> {
    await this.#take({ planned, outcomes: [] })
    await this.#keep()
    await commands.executeCommand('entitle.plan.focus', { preserveFocus: true })
  }

  /** Shows the plan of before a reload, unless there is a newer one. */
  async restore(): Promise<void> {
    const kept = await this.#memory.read()
    if (kept !== undefined && this.#current === undefined) await this.#take(kept)
  }

  started(step: string): void {
    this.#tree.start(step)
  }

  ended(outcome: StepOutcome): void {
    this.#tree.end(outcome)
  }

  /** Says in the view how a deployment ended, and makes the text a report of it. */
  async conclude(message: string, outcome: Outcome): Promise<void> {
    for (const step of outcome.steps) this.#tree.end(step)
    this.#told = message
    this.#view.message = message
    this.#write()
    this.#deployed.fire()
    await this.#keep()
  }

  async openText(): Promise<void> {
    if (this.#title !== undefined) await this.#document.open(this.#title)
  }

  dispose(): void {
    for (const each of [this.#view, this.#provider, this.#tree, this.#document, this.#deployed]) each.dispose()
  }

  async #take({ planned, outcomes, conclusion }: KeptPlan): Promise<void> {
    this.#current = planned
    this.#told = conclusion
    this.#title = titleOf(planned)
    this.#tree.show(planned.nodes, outcomes)
    const closing = closingOf(planned)
    this.#view.message = conclusion ?? (planned.plan.steps.length === 0 ? closing : `${this.#title}: ${closing}`)
    this.#write()
    await commands.executeCommand('setContext', 'entitle.hasPlan', true)
  }

  #write(): void {
    const [planned, title] = [this.#current, this.#title]
    if (planned === undefined || title === undefined) return
    const text = planText(title, planned.nodes, closingOf(planned))
    const report = this.#told === undefined ? '' : deploymentText(planned.plan.steps, this.#tree.outcomes, this.#told)
    this.#document.set(title, report === '' ? text : `${report}\n${text}`)
  }

  async #keep(): Promise<void> {
    if (this.#current === undefined) return
    const conclusion = this.#told === undefined ? {} : { conclusion: this.#told }
    await this.#memory.write({ planned: this.#current, outcomes: this.#tree.outcomes, ...conclusion })
  }
}

const titleOf = ({ target, undoing }: Planned): string =>
  undoing === undefined
    ? `Plan for ${target.title}`
    : `Plan to undo in ${target.title} what was deployed on ${when(undoing.deployed)}`

const closingOf = ({ plan, target, undoing }: Planned): string => {
  if (plan.steps.length > 0) return `${summary(plan)}.`
  const as = undoing === undefined ? 'as declared' : 'as it was before'
  return `Nothing to do: ${target.title} is ${as}.`
}
