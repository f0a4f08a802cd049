import type { KindName, Severity, TenantObject } from '@entitle/graph'
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
  const kind = kinds[rule.element]
  const looked = kind === 'settings' ? [tenantAddress] : live.flatMap(each => (each.kind === kind ? each.address : []))
  const open = unknown.filter(({ aspects }) => speaksTo(rule.name, aspects))
  const told = found.filter(isKnownBy(open))
  const settled = new Set(told.map(({ address }) => address))
  const lookedIn = kinOf(looked)
  const undetermined = distinct([
    ...questions,
    ...open
      .flatMap(question => concerned(question, rule.element, lookedIn))
      .filter(({ address }) => !settled.has(address)),
  ])
  const failures = told.filter(({ waived }) => waived === undefined)
  const isTold = rule.element === 'tenant' && told.length > 0
  const verdict: Verdict = failures.length > 0 ? 'fail' : undetermined.length > 0 && !isTold ? 'not determined' : 'pass'
  return {
    rule: rule.name,
    finds: rule.finds,
    severity: gravest(failures.map(({ severity }) => severity)) ?? rule.severity,
    verdict,
    element: rule.element,
    looked: looked.length,
    failures,
    excused: told.filter(({ waived }) => waived !== undefined),
    undetermined: isTold ? [] : undetermined,
  }
}

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

/** The objects of which a rule can't be told for what isn't known; where that is a whole list, whatever is in it. */
const concerned = (
  { address, property, why, isList }: Unknown,
  element: ElementKind,
  lookedIn: ReturnType<typeof kinOf>,
): readonly OpenQuestion[] => {
  if (element === 'tenant') return [{ address: address === '' ? tenantAddress : address, property, why }]
  const isElsewhere = element !== 'organization' && kindOf(address) === 'connected-organization'
  if (address === '' || isList || isElsewhere) return [{ address, property, why }]
  return lookedIn(address).map(each => ({ address: each, property, why }))
}

const distinct = (questions: readonly OpenQuestion[]): readonly OpenQuestion[] => [
  ...new Map(questions.map(each => [`${each.address} ${each.property} ${each.why}`, each])).values(),
]

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']
const gravest = (all: readonly Severity[]): Severity | undefined => severities.find(severity => all.includes(severity))
