import type { Address } from '../model/tenant.ts'

/** Why a step failed, in words a person can act on; never a token or a body. */
export interface Failure {
  /** What is so: "Graph refused to create it (403 Forbidden)". */
  readonly message: string
  /** The cause, as far as it is known. */
  readonly because?: string
  /** What to do about it, in the imperative. */
  readonly remedy: string
  readonly status?: number
  readonly code?: string
  /** Graph's request id, for a support case. */
  readonly requestId?: string
}

/**
 * `already`: the tenant had it before. `stale`: it was changed since the plan was made.
 * `unknown`: the answer was lost and the tenant could not be asked whether the step took effect, or Graph took it and
 * does not show it.
 */
export type StepResult = 'created' | 'updated' | 'deleted' | 'already' | 'failed' | 'unknown' | 'stale' | 'not-run'

export interface StepOutcome {
  readonly step: string
  readonly address: Address
  readonly result: StepResult
  /** The id of the object that it made or changed, as far as that is known. */
  readonly id?: string
  readonly milliseconds: number
  readonly failure?: Failure
}

export interface Outcome {
  /** `refused`: nothing was written, because a guard no longer held. `cancelled` and `failed` say in `steps` what took effect. */
  readonly status: 'done' | 'refused' | 'failed' | 'cancelled'
  readonly steps: readonly StepOutcome[]
  readonly requests: number
  readonly milliseconds: number
  /** How much of that went by waiting for Graph: throttling, delivery, things not visible yet. */
  readonly waitedMilliseconds: number
  /** Why nothing was begun, where no single step is the reason. */
  readonly failure?: Failure
}

/** What happens while a plan is carried out, as it happens. */
export type ApplyEvent =
  | { readonly type: 'reading' }
  | { readonly type: 'step-started'; readonly step: string }
  | { readonly type: 'step-ended'; readonly outcome: StepOutcome; readonly done: number; readonly of: number }
  | {
      readonly type: 'waiting'
      /** `throttled`: Graph asked for it. `visible`: what was written can't be read yet. `delivery`: a resource request is under way. */
      readonly why: 'throttled' | 'visible' | 'delivery' | 'busy' | 'retry'
      readonly milliseconds: number
      readonly step?: string
    }
