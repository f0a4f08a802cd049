import { parentOf } from '../kinds/em.ts'
import { kinds } from '../kinds/kinds.ts'
import { mergedFields } from '../kinds/merge.ts'
import type { Finding } from '../model/finding.ts'
import type { JsonObject } from '../model/json.ts'
import { segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Plan, Step } from '../plan/plan.ts'
import type { Happening, PlanCheck } from './check.ts'
import { planChecks, protectedTenant } from './table.ts'

/** What a plan was made from. */
export interface Compared {
  readonly live: Tenant
  /** Declared objects with the live ones that they are. */
  readonly pairs: readonly { readonly desired: TenantObject; readonly live: TenantObject }[]
}

/** What whoever approves a plan would want to be told; none of it keeps the plan from being carried out. */
export const checkPlan = (plan: Plan, compared: Compared): readonly Finding[] => {
  const happenings = happeningsIn(plan, compared)
  const found = planChecks.flatMap(check => happenings.flatMap(each => findingsOf(check, each)))
  return [...wholePlan(plan), ...found]
}

/** A plan with what its checks tell, behind what was found while it was made. */
export const checkedPlan = (plan: Plan, compared: Compared): Plan => ({
  ...plan,
  findings: [...plan.findings, ...checkPlan(plan, compared)],
})

const wholePlan = ({ tenant, steps }: Plan): readonly Finding[] => {
  if (!tenant.protected || steps.length === 0) return []
  const { name: rule, severity, why } = protectedTenant
  const changes = steps.length === 1 ? '1 write' : `${steps.length} writes`
  return [
    {
      rule,
      severity,
      message: `${tenant.displayName} is protected, and this plan changes it with ${changes}.`,
      why,
      place: { kind: 'tenant', address: '' },
    },
  ]
}

const findingsOf = (check: PlanCheck, happening: Happening & Pick<Step, 'origin'>): readonly Finding[] => {
  if (!check.kinds.includes(happening.kind)) return []
  const told = check.check(happening)
  if (told === undefined) return []
  const { message, why = check.why, help, severity = check.severity } = told
  return [
    {
      rule: check.name,
      severity,
      message,
      why,
      ...(help === undefined ? {} : { help }),
      place: { kind: 'tenant', address: happening.address },
      ...(happening.origin === undefined
        ? {}
        : { related: [{ place: { kind: 'source', range: happening.origin.range }, message: 'It is declared here.' }] }),
    },
  ]
}

/** What happens to each object, each once: an object that takes two requests is one, and so is each half of what is replaced. */
const happeningsIn = (plan: Plan, { live, pairs }: Compared): readonly (Happening & Pick<Step, 'origin'>)[] => {
  const known = new Map(live.objects.map(object => [object.address, object]))
  const partners = new Map(pairs.map(pair => [pair.desired.address, pair]))
  const deleted = new Set(plan.steps.filter(({ action }) => action === 'delete').map(({ address }) => address))
  const made = new Set(plan.steps.filter(({ action }) => action === 'create').map(({ address }) => address))
  const first = new Map(plan.steps.toReversed().map(step => [`${step.action} ${step.address}`, step]))
  return plan.steps
    .filter(step => first.get(`${step.action} ${step.address}`) === step)
    .map(step => {
      const { action, reason, kind, address, origin } = step
      const segments = segmentsOf(address)
      const parent = parentOf(address)
      const [before, after] = sidesOf(step, known.get(address), partners.get(address))
      return {
        action,
        reason,
        kind,
        address,
        name: segments.at(-1)?.name ?? address,
        within: segments.at(-2)?.name ?? '',
        isInLive: parent !== '' && !made.has(parent),
        goesWithParent: segments.some((_, i) => i > 0 && deleted.has(addressUp(address, i))),
        plan,
        tenant: plan.tenant,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        ...(origin === undefined ? {} : { origin }),
      }
    })
}

/** The address of what stands so many levels above. */
const addressUp = (address: string, levels: number): string =>
  Array.from({ length: levels }).reduce<string>(at => parentOf(at), address)

type Sides = readonly [TenantObject['properties'] | undefined, TenantObject['properties'] | undefined]

/** An object's properties before and after: what is declared is laid over what is there. */
const sidesOf = (
  { action, kind, changes }: Step,
  there: TenantObject | undefined,
  pair: Compared['pairs'][number] | undefined,
): Sides => {
  if (action === 'create')
    return [
      undefined,
      Object.fromEntries(changes.flatMap(({ path, after }) => (after === undefined ? [] : [[path, after]]))),
    ]
  if (action === 'delete') return [there?.properties, undefined]
  if (pair === undefined) return [undefined, undefined]
  const { live, desired } = pair
  return [live.properties, mergedFields(kinds[kind].fields, live.properties as JsonObject, desired.properties)]
}
