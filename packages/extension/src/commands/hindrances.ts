import type { Diagnosis } from '@entitle/graph'
import { Refusal } from '../dialogue/refusal.ts'
import type { Entitle } from '../entitle.ts'
import type { Planned } from '../plan/kept-plan.ts'
import { counted } from '../plan/summary.ts'
import type { OpenTenant } from '../tenant/open-tenant.ts'

/** Looks, before the first write, what the plan's steps would meet, and shows it. @throws {Refusal} where there is anything */
export const refuseHindrances = async (
  entitle: Entitle,
  { plan, target }: Planned,
  { transport, token }: OpenTenant,
  signal: AbortSignal,
): Promise<void> => {
  const engine = await entitle.engine()
  const cloud = target.kind === 'sandbox' ? undefined : plan.tenant.cloud
  const hindrances = await engine
    .preflight(plan, { token, cloud }, transport, signal)
    .catch((error: unknown): readonly Diagnosis[] => {
      // What can't be asked stands in nobody's way: carrying the plan out will tell.
      if (error instanceof Error && error.name === 'TransportError') return []
      throw error
    })
  const [first] = hindrances
  if (first === undefined) return
  const meant = { target, identity: plan.tenant }
  await entitle.doctors.show(
    { title: target.title, diagnoses: hindrances, nameOf: engine.trail },
    { meant, access: 'write', anotherAccount: false },
  )
  throw new Refusal(
    `Nothing was changed in ${target.title}: ${counted(hindrances.length, 'problem')} would keep these steps from taking effect. ${first.says}.`,
    { 'Check Again': { command: 'entitle.doctor', arguments: [{ meant, access: 'write', anotherAccount: false }] } },
  )
}
