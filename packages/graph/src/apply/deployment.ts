import type { Address } from '../model/tenant.ts'
import type { Placeholder, Plan, Step } from '../plan/plan.ts'
import type { Clock } from '../ports/ports.ts'
import { type Filler, Unfilled } from './fill.ts'
import type { ApplyEvent, StepOutcome } from './outcome.ts'
import { isRolePlaceholder, type RoleDirectory, roleDirectory } from './resource-roles.ts'
import type { Send } from './send.ts'
import { growing, type Waiting } from './waiting.ts'

/** A plan while it is carried out: what is known of ids, how each step ended, and the means to go on. */
export interface Deployment {
  readonly plan: Plan
  readonly send: Send
  readonly waiting: Waiting
  readonly roles: RoleDirectory
  readonly filler: Filler
  readonly signal: AbortSignal | undefined
  idOf(address: Address): string | undefined
  /** Whether an object was made, or its id learnt, in this deployment. */
  isNew(address: Address): boolean
  learn(address: Address, id: string): void
  start(step: Step): void
  end(step: Step, outcome: Omit<StepOutcome, 'step' | 'address' | 'milliseconds'>): void
  outcomeOf(stepId: string): StepOutcome | undefined
  /** Resolves when the next step ends. */
  nextEnd(): Promise<void>
}

export interface DeploymentMeans {
  readonly plan: Plan
  readonly send: Send
  readonly clock: Clock
  readonly waiting: Waiting
  readonly signal: AbortSignal | undefined
  readonly tell: (event: ApplyEvent) => void
}

const idOf = (ids: ReadonlyMap<Address, string>, address: Address): string => {
  const id = ids.get(address)
  if (id === undefined)
    throw new Unfilled(`The id of ${address} is not known`, 'Run entitle plan again, and deploy that plan.')
  return id
}

export function deployment({ plan, send, clock, waiting, signal, tell }: DeploymentMeans): Deployment {
  const ids = new Map<Address, string>(Object.entries(plan.ids))
  const made = new Set<Address>()
  const started = new Map<string, number>()
  const outcomes = new Map<string, StepOutcome>()
  let waiters: (() => void)[] = []
  const roles = roleDirectory({
    send,
    idOf: address => ids.get(address),
    wait: attempt => waiting.sleep('visible', growing(attempt + 1)),
  })
  return {
    plan,
    send,
    waiting,
    roles,
    signal,
    filler: (placeholder: Placeholder) =>
      isRolePlaceholder(placeholder)
        ? roles.part(placeholder)
        : `${placeholder.prefix ?? ''}${idOf(ids, placeholder.object)}`,
    idOf: address => ids.get(address),
    isNew: address => made.has(address),
    learn(address, id) {
      ids.set(address, id)
      made.add(address)
    },
    start(step) {
      if (started.has(step.id)) return
      started.set(step.id, clock.now().getTime())
      tell({ type: 'step-started', step: step.id })
    },
    end(step, ended) {
      const now = clock.now().getTime()
      const milliseconds = now - (started.get(step.id) ?? now)
      const outcome: StepOutcome = { step: step.id, address: step.address, milliseconds, ...ended }
      outcomes.set(step.id, outcome)
      tell({ type: 'step-ended', outcome, done: outcomes.size, of: plan.steps.length })
      const woken = waiters
      waiters = []
      for (const wake of woken) wake()
    },
    outcomeOf: stepId => outcomes.get(stepId),
    nextEnd: () => new Promise(resolve => void waiters.push(resolve)),
  }
}
