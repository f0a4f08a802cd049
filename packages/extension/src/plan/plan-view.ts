import type { Plan, StepResult, Tenant } from '@entitle/graph'
import { commands, type Disposable, window, workspace } from 'vscode'
import { MadeDocument } from '../dialogue/made-document.ts'
import type { Target } from '../tenant/target.ts'
import type { PlanNode } from './plan-node.ts'
import { planText } from './plan-text.ts'
import { PlanTree } from './plan-tree.ts'
import { summary } from './summary.ts'

/** Read-only documents that show a plan as text. */
const planScheme = 'entitle-plan'
const gone = 'This plan is no longer kept. Run "Entitle: Plan" to make it again.\n'

/** A plan that was made, and for which tenant. */
export interface Planned {
  readonly plan: Plan
  readonly nodes: readonly PlanNode[]
  readonly target: Target
  /** What was declared when it was made. */
  readonly desired: Tenant
}

/** Where the last plan is seen: the tree in the side bar, and a text document. */
export class PlanView implements Disposable {
  readonly #tree = new PlanTree()
  readonly #document = new MadeDocument(planScheme, gone)
  readonly #view = window.createTreeView('entitle.plan', { treeDataProvider: this.#tree, showCollapseAll: true })
  readonly #provider = workspace.registerTextDocumentContentProvider(planScheme, this.#document)
  #title: string | undefined
  #current: Planned | undefined

  /** The plan that is shown. */
  get current(): Planned | undefined {
    return this.#current
  }

  /** Shows a plan and brings the tree to the front. */
  async show(planned: Planned): Promise<void> {
    const { plan, nodes, target } = planned
    this.#current = planned
    this.#title = `Plan for ${target.title}`
    const closing = plan.steps.length === 0 ? `Nothing to do: ${target.title} is as declared.` : `${summary(plan)}.`
    this.#document.set(this.#title, planText(this.#title, nodes, closing))
    this.#tree.show(nodes)
    this.#view.message = plan.steps.length === 0 ? closing : `${this.#title}: ${closing}`
    await commands.executeCommand('setContext', 'entitle.hasPlan', true)
    await commands.executeCommand('entitle.plan.focus', { preserveFocus: true })
  }

  mark(step: string, result: StepResult): void {
    this.#tree.mark(step, result)
  }

  /** Says in the view how the deployment ended. */
  conclude(message: string): void {
    this.#current = undefined
    this.#view.message = message
  }

  async openText(): Promise<void> {
    if (this.#title !== undefined) await this.#document.open(this.#title)
  }

  dispose(): void {
    for (const each of [this.#view, this.#provider, this.#tree, this.#document]) each.dispose()
  }
}
