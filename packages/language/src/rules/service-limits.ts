import type { PolicyElement, Requestable } from '../resolve/program.ts'
import { countInWords } from './bound.ts'
import { defineRule, type Limits, type RuleContext, sayer } from './define-rule.ts'
import { publishedLimits } from './published-limits.ts'
import type { Tally } from './tally.ts'

/** From this part of a limit on, it is near. */
const near = 0.9

export const serviceLimits = defineRule({
  name: 'service-limits',
  finds: "sources near or beyond Microsoft's limits on what a tenant or a policy may hold",
  why: 'Beyond a limit Entra refuses what you deploy; a higher one takes a support request.',
  source: 'https://learn.microsoft.com/entra/id-governance/governance-service-limits',
  severity: { recommended: 'warning', strict: 'warning' },
  limits: publishedLimits,
  element: ['tenant', 'policy'],
  check(element, context) {
    if (element.element === 'policy') {
      inPolicy(element, context)
      return
    }
    const tally = context.tally()
    const full = sorts.flatMap(sort => fullness(tally[sort], sort, context.limits))
    if (full.length === 0) return
    context.report({
      message: `Tenant ${element.name} would hold ${full.join(', and ')}. Ask Microsoft for more before you go on, or take out what nobody uses.`,
      range: element.nameRange,
      help: raise,
    })
  },
})

const raise =
  'Where Microsoft has granted more, say so in a standard: `rule service-limits warning at most 30000 packages`.'

const sorts: readonly (keyof Tally)[] = [
  'packages',
  'policies',
  'catalogs',
  'organizations',
  'workflows',
  'assignments',
]

/** `19000 packages, near the limit of 20000`; nothing where there is room. */
const fullness = (count: number, noun: string, limits: Limits, limitOf = noun): string[] => {
  const limit = limits[limitOf] ?? Number.POSITIVE_INFINITY
  if (count < limit * near || count === 0) return []
  const where = count > limit ? 'beyond' : count === limit ? 'at' : 'near'
  return [`${countInWords(count, noun)}, ${where} the limit of ${limit}`]
}

const inPolicy = (policy: PolicyElement, { limits, report }: RuleContext) => {
  const said = policy.terms.requestable
  const [full] = said === undefined ? [] : fullnessOf(said.value, limits)
  if (said === undefined || full === undefined) return
  report({
    message: `${sayer(policy, said)} names ${full}. ${said.value.who === 'objects' ? 'Name groups that hold them' : 'Spread them over several policies'}.`,
    range: said.range,
  })
}

const fullnessOf = (requestable: Requestable, limits: Limits): string[] => {
  if (requestable.who === 'users from')
    return fullness(requestable.organizations.length, 'organizations', limits, 'organizations-per-policy')
  return requestable.who === 'objects'
    ? fullness(requestable.objects.length, 'requestors', limits, 'requestors-per-policy')
    : []
}
