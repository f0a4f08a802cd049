import type { StepOutcome } from '@entitle/graph'
import { EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode'
import { planItem } from './plan-item.ts'
import type { PlanNode } from './plan-node.ts'
import { Progress } from './progress.ts'

/** The tree of the Changes view: the plan, and while it is being carried out what becomes of each step. */
export class PlanTree implements TreeDataProvider<PlanNode> {
  readonly #changed = new EventEmitter<PlanNode[] | undefined>()
  readonly onDidChangeTreeData = this.#changed.event
  #nodes: readonly PlanNode[] = []
  /** The nodes from the outermost to that of a step, by the step. */
  #ways = new Map<string, readonly PlanNode[]>()
  #progress = new Progress()

  get outcomes(): readonly StepOutcome[] {
    return this.#progress.outcomes
  }

  show(nodes: readonly PlanNode[], outcomes: readonly StepOutcome[] = []): void {
    this.#nodes = nodes
    this.#ways = waysIn(nodes)
    this.#progress = new Progress()
    for (const outcome of outcomes) this.#progress.end(outcome)
    this.#changed.fire(undefined)
  }

  start(step: string): void {
    this.#progress.start(step)
    this.#refresh(step)
  }

  end(outcome: StepOutcome): void {
    this.#progress.end(outcome)
    this.#refresh(outcome.step)
  }

  getChildren(node?: PlanNode): PlanNode[] {
    return [...(node?.children ?? this.#nodes)]
  }

  getParent(node: PlanNode): PlanNode | undefined {
    return this.#ways.get(node.id)?.at(-2)
  }

  getTreeItem(node: PlanNode): TreeItem {
    return planItem(node, this.#progress)
  }

  dispose(): void {
    this.#changed.dispose()
  }

  #refresh(step: string): void {
    this.#changed.fire([...(this.#ways.get(step) ?? [])])
  }
}

const waysIn = (nodes: readonly PlanNode[], above: readonly PlanNode[] = []): Map<string, readonly PlanNode[]> =>
  new Map(
    nodes.flatMap(node => {
      const way = [...above, node]
      return [[node.id, way] as const, ...waysIn(node.children, way)]
    }),
  )
