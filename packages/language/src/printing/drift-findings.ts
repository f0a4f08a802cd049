import type { Finding, SourceRange, Step } from '@entitle/graph'
import { describeChanges } from './describe-change.ts'
import { label } from './object-label.ts'

type Change = Step['changes'][number]

/**
 * Where a tenant is not as declared, as findings in the sources: what differs on the statement that says it, what is missing on its declaration. What is missing with its
 * parent is not told again.
 */
export const driftFindings = (steps: readonly Step[]): readonly Finding[] => {
  const missing = new Set(steps.filter(isMissing).map(({ address }) => address))
  const lies = (address: string) => [...missing].some(other => address.startsWith(`${other}/`))
  return steps.filter(({ action, address }) => action !== 'delete' && !lies(address)).flatMap(findingsOf)
}

const isMissing = ({ action, reason }: Step): boolean => action === 'create' && reason !== 'replaced'

const findingsOf = (step: Step): readonly Finding[] => {
  const { address, origin } = step
  const name = sentenceStart(label(address))
  const told = (message: string, range = origin?.range): Finding => ({
    rule: isMissing(step) ? 'missing-in-tenant' : 'changed-in-tenant',
    severity: 'warning',
    message: `${name} ${message}`,
    place: range === undefined ? { kind: 'tenant', address } : { kind: 'source', range },
  })
  if (isMissing(step)) return [told('is declared and not in the tenant.')]
  if (step.action !== 'update') return [told('is not as declared in the tenant.')]
  const found = [...Map.groupBy(step.changes, change => rangeOf(change, step))].flatMap(([range, changes]) => {
    const values = describeChanges(step.kind, changes).map(
      each => `${each.label} is ${each.before}, declared ${each.after}`,
    )
    return values.length === 0 ? [] : [told(`differs in the tenant: ${values.join('; ')}.`, range)]
  })
  return found.length === 0 ? [told('is not as declared in the tenant.')] : found
}

/** Where a property is said: the nearest place that is known on the way to it. */
const rangeOf = ({ path }: Change, { origin }: Step): SourceRange | undefined => {
  const parts = path.split('/')
  for (let length = parts.length; length > 0; length -= 1) {
    const range = origin?.properties?.[parts.slice(0, length).join('/')]
    if (range !== undefined) return range
  }
  return origin?.range
}

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
