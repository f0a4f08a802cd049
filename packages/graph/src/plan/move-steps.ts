import { all } from '../diff/diff.ts'
import { moveReason } from '../kinds/assignment.ts'
import { isObj } from '../kinds/shape.ts'
import type { Json } from '../model/json.ts'
import type { Address, Cloud, TenantObject, Value } from '../model/tenant.ts'
import type { Move } from './moves.ts'
import type { Step } from './plan.ts'
import { deletion, type Setting, stepsOf } from './steps.ts'

/** The steps with the place of the other half of the move that they are a half of. */
export const withCounterpart = (steps: readonly Step[], counterpart: Address | undefined): readonly Step[] =>
  counterpart === undefined ? steps : steps.map(step => ({ ...step, counterpart }))

/** The steps of a move that the sources say nothing of: what is granted, unless it is there, and what is ended, unless it has been. */
export function stepsOfMove(
  { from, to, begun = false, there = false }: Move,
  setting: Setting,
  cloud: Cloud,
): readonly (readonly [TenantObject, Step])[] {
  const change = { action: 'create', reason: 'moved', object: to, changes: all(to, 'after') } as const
  const granting = there ? [] : withCounterpart(stepsOf(change, setting), begun ? undefined : from.address)
  const ending = begun ? [] : withCounterpart(deletion(from, 'moved', setting), to.address)
  return [
    ...granting.map(step => [to, step] as const),
    ...ending.map(step => [from, cloud === 'global' ? withReason(step) : step] as const),
  ]
}

/** Other clouds have no reasons of requests: https://learn.microsoft.com/graph/deployments */
const withReason = (step: Step): Step => {
  const { body } = step.request
  return isObj(body as Value)
    ? {
        ...step,
        request: { ...step.request, body: { ...(body as { [key: string]: Json }), justification: moveReason } },
      }
    : step
}
