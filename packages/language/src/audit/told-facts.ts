import type { TenantFacts } from '@entitle/graph'
import { accountRules } from './accounts.ts'
import type { AskedRule } from './asked-rules.ts'
import type { LeftOut, OpenQuestion } from './audit.ts'
import { goneRules } from './gone.ts'
import { heldRules } from './held-access.ts'
import type { LiveTenant } from './live-tenant.ts'
import type { Told } from './telling.ts'
import { whyUnread } from './unreadable.ts'

/** What rules about a tenant's facts say. */
export interface ToldFacts {
  readonly asked: readonly AskedRule[]
  readonly told: readonly Told[]
  /** Why some of them can't be told, by rule. */
  readonly open: ReadonlyMap<string, readonly OpenQuestion[]>
  readonly leftOut: readonly LeftOut[]
}

export const factRules = [...accountRules, ...goneRules, ...heldRules]

/** Asks the rules about what only a tenant shows; without facts they are left out. */
export const toldFacts = ({ tenant }: LiveTenant, facts: TenantFacts | undefined, today: string): ToldFacts => {
  const asked = factRules.map(
    ({ name, finds, elements }): AskedRule => ({ name, finds, elements, severity: 'warning' }),
  )
  if (facts === undefined) {
    const leftOut = asked.map(({ name }) => ({ rule: name, why: 'The directory was not asked.' }))
    return { asked: [], told: [], open: new Map(), leftOut }
  }
  const open = new Map<string, readonly OpenQuestion[]>()
  const told: Told[] = []
  for (const { name, why, needs, find } of factRules) {
    const missing = needs.map(need => facts[need]).flatMap(fact => ('finding' in fact ? [fact.finding] : []))
    if (missing.length > 0) {
      const questions = missing.map(finding => ({ address: '', property: '', why: whyUnread(finding) }))
      open.set(name, questions)
      continue
    }
    for (const { address, message } of find(tenant, facts, today))
      told.push({
        finding: { rule: name, severity: 'warning', message, why, place: { kind: 'tenant', address } },
        address,
      })
  }
  return { asked, told, open, leftOut: [] }
}
