import type { Address, KindName, Severity, TenantObject } from '@entitle/graph'
import type { ElementKind } from '../rules/define-rule.ts'
import type { AskedRule } from './asked-rules.ts'
import { aspectsOf } from './aspects.ts'
import type { AuditedRule, Failure, OpenQuestion, Verdict } from './audit.ts'
import { tenantAddress } from './claims.ts'
import { kinOf } from './kin.ts'
import { kindOf, type Unknown } from './unknown.ts'

const kinds: { readonly [element in ElementKind]: KindName } = {
  tenant: 'settings',
  organization: 'connected-organization',
  catalog: 'catalog',
  package: 'access-package',
  policy: 'assignment-policy',
  review: 'access-review',
}

interface Known {
  readonly live: readonly TenantObject[]
  /** What the rule says of live objects. */
  readonly found: readonly Failure[]
  readonly unknown: readonly Unknown[]
  /** What isn't known for this rule alone. */
  readonly questions: readonly OpenQuestion[]
}

/** How a rule turns out: what it found, less what isn't known well enough, and of which objects it can't be told. */
export const verdictOf = (rule: AskedRule, { live, found, unknown, questions }: Known): AuditedRule => {
  const { elements } = rule
  const looked = elements.flatMap(element => addressesOf(element, live))
  const open = unknown.filter(({ aspects }) => speaksTo(rule.name, aspects))
  const told = found.filter(isKnownBy(open))
  const settled = new Set(told.map(({ address }) => address))
  const unsettled = kinOf(looked.filter(address => !settled.has(address)))
  const undetermined = distinct([
    ...questions,
    ...open.filter(question => concerns(question, elements, unsettled)).map(asked),
  ])
  const failures = told.filter(({ waived }) => waived === undefined)
  const isTold = isOfTenant(elements) && told.length > 0
  const verdict: Verdict = failures.length > 0 ? 'fail' : undetermined.length > 0 && !isTold ? 'not determined' : 'pass'
  return {
    rule: rule.name,
    finds: rule.finds,
    severity: gravest(failures.map(({ severity }) => severity)) ?? rule.severity,
    verdict,
    element: elements.length === 1 ? (elements[0] ?? 'object') : 'object',
    looked: looked.length,
    failures,
    excused: told.filter(({ waived }) => waived !== undefined),
    undetermined: isTold ? [] : undetermined,
  }
}

/** The settings, where there are any, stand for the tenant. */
const addressesOf = (element: ElementKind, live: readonly TenantObject[]): readonly Address[] =>
  element === 'tenant' ? [tenantAddress] : live.flatMap(({ kind, address }) => (kind === kinds[element] ? address : []))

const isOfTenant = (elements: readonly ElementKind[]): boolean => elements.length === 1 && elements[0] === 'tenant'

const speaksTo = (rule: string, aspects: Unknown['aspects']): boolean => {
  const looksAt = aspectsOf(rule)
  return (
    aspects === undefined || (looksAt === undefined ? aspects.length > 0 : aspects.some(each => looksAt.includes(each)))
  )
}

/**
 * Whether nothing of what isn't known at all may have led a rule astray: a review that can't be told looks like none. Whatever isn't known of other
 * objects leaves a failure as it is, also for the tenant as a whole: more policies would not excuse it.
 */
const isKnownBy = (open: readonly Unknown[]): ((failure: Failure) => boolean) => {
  const addresses = open.flatMap(({ whole, address, aspects }) => {
    if (!whole) return []
    return address !== '' ? [address] : aspects?.includes('policies') === true ? [] : [tenantAddress]
  })
  const openIn = kinOf(addresses)
  return ({ address }) => openIn(address).length === 0
}

/** Whether a rule looks at something that isn't known, of an object that it has not settled; of a whole list, whatever is in it. */
const concerns = (
  { address, isList }: Unknown,
  elements: readonly ElementKind[],
  unsettled: ReturnType<typeof kinOf>,
): boolean => {
  const isElsewhere = !elements.includes('organization') && kindOf(address) === 'connected-organization'
  return isOfTenant(elements) || address === '' || isList || isElsewhere || unsettled(address).length > 0
}

const asked = ({ address, property, why }: Unknown): OpenQuestion => ({ address, property, why })

const distinct = (questions: readonly OpenQuestion[]): readonly OpenQuestion[] => [
  ...new Map(questions.map(each => [`${each.address} ${each.property} ${each.why}`, each])).values(),
]

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']
const gravest = (all: readonly Severity[]): Severity | undefined => severities.find(severity => all.includes(severity))
