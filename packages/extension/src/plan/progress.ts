import type { StepOutcome } from '@entitle/graph'
import type { PlanNode } from './plan-node.ts'

/** What is known of each step while a plan is carried out, and afterwards. */
export class Progress {
  readonly #outcomes = new Map<string, StepOutcome>()
  readonly #running = new Set<string>()

  get outcomes(): readonly StepOutcome[] {
    return [...this.#outcomes.values()]
  }

  start(step: string): void {
    this.#running.add(step)
  }

  /** Notes what came of a step. That it holds already says nothing new of what a part of the plan has done before. */
  end(outcome: StepOutcome): void {
    this.#running.delete(outcome.step)
    if (outcome.result === 'already' && holds(this.#outcomes.get(outcome.step))) return
    this.#outcomes.set(outcome.step, outcome)
  }

  isRunning(step: string): boolean {
    return this.#running.has(step)
  }

  outcomeOf(step: string): StepOutcome | undefined {
    return this.#outcomes.get(step)
  }

  /** How many steps of a node and of what is inside it hold now, and how many there are. */
  countIn(node: PlanNode): { readonly done: number; readonly of: number } {
    const own = isStep(node) ? { done: holds(this.#outcomes.get(node.id)) ? 1 : 0, of: 1 } : { done: 0, of: 0 }
    return node.children.reduce((sum, child) => {
      const { done, of } = this.countIn(child)
      return { done: sum.done + done, of: sum.of + of }
    }, own)
  }
}

const isStep = ({ sort }: PlanNode): boolean => sort === 'create' || sort === 'update' || sort === 'delete'

const holding: ReadonlySet<string> = new Set(['created', 'updated', 'deleted', 'already'])

const holds = (outcome: StepOutcome | undefined): boolean => outcome !== undefined && holding.has(outcome.result)
