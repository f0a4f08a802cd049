import { ordered } from '../kinds/canonical-json.ts'
import type { Json } from '../model/json.ts'
import type { Plan } from './plan.ts'

/** A plan as text. Equal plans give equal bytes. */
export const serializePlan = (plan: Plan): string =>
  `${JSON.stringify(ordered(plan as unknown as Json), undefined, 2)}\n`
