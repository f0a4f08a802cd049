import { type Address, isRef, type Known, type Ref, type Tenant, type TenantFacts, type Value } from '@entitle/graph'
import type { AskedRule } from './asked-rules.ts'

/** What is so of a live object. */
export interface Notice {
  readonly address: Address
  readonly message: string
}

/** A rule about what only a tenant shows: it holds whatever the standard, and none can set it. */
export interface FactRule extends Omit<AskedRule, 'severity'> {
  readonly why: string
  /** What must be known for it. */
  readonly needs: readonly (keyof TenantFacts)[]
  /** @param facts of which those that it needs are known */
  find(tenant: Tenant, facts: TenantFacts, today: string): readonly Notice[]
}

/** What is known; nothing where it isn't. */
export const factsIn = <T>(fact: Known<readonly T[]>): readonly T[] => ('known' in fact ? fact.known : [])

/** References in a value, wherever they stand. */
export const refsIn = (value: Value | undefined): readonly Ref[] => {
  if (isRef(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : []
}
