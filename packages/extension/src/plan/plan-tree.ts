import type { StepResult } from '@entitle/graph'
import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode'
import { planItem } from './plan-item.ts'
import type { PlanNode } from './plan-node.ts'

/** The tree of the Changes view: the plan, and once it is being carried out the result of each step. */
export class PlanTree implements TreeDataProvider<PlanNode> {
  readonly #changed = new EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.#changed.event
  #nodes: readonly PlanNode[] = []
  readonly #results = new Map<string, StepResult>()

  show(nodes: readonly PlanNode[]): void {
    this.#nodes = nodes
    this.#results.clear()
    this.#changed.fire(undefined)
  }

  /** Notes the result of a step. */
  mark(step: string, result: StepResult): void {
    this.#results.set(step, result)
    this.#changed.fire(undefined)
  }

  getChildren(node?: PlanNode): PlanNode[] {
    return [...(node?.children ?? this.#nodes)]
  }

  getTreeItem(node: PlanNode): TreeItem {
    return planItem(node, this.#results.get(node.id))
  }

  dispose(): void {
    this.#changed.dispose()
  }
}
