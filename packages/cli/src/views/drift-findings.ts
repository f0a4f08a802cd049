import type { Finding, Step } from '@entitle/graph'
import { label } from '@entitle/language'
import { changedValues } from './changed-values.ts'

/** Where the tenant is not as declared, as findings on the declarations. What is missing with its parent is not told again. */
export const driftFindings = (steps: readonly Step[]): readonly Finding[] => {
  const missing = new Set(steps.filter(isMissing).map(({ address }) => address))
  const lies = (address: string) => [...missing].some(other => address.startsWith(`${other}/`))
  return steps.filter(({ action, address }) => action !== 'delete' && !lies(address)).map(findingOf)
}

const isMissing = ({ action, reason }: Step): boolean => action === 'create' && reason !== 'replaced'

const findingOf = (step: Step): Finding => ({
  rule: isMissing(step) ? 'missing-in-tenant' : 'changed-in-tenant',
  severity: 'warning',
  message: `${sentenceStart(label(step.address))} ${isMissing(step) ? 'is declared and not in the tenant.' : differs(step)}`,
  place:
    step.origin === undefined
      ? { kind: 'tenant', address: step.address }
      : { kind: 'source', range: step.origin.range },
})

const differs = (step: Step): string => {
  const values = step.action === 'update' ? changedValues(step, true) : []
  const told = values.map(value => `${value.label} is ${value.to}, declared ${value.from}`)
  return told.length === 0 ? 'is not as declared in the tenant.' : `differs in the tenant: ${told.join('; ')}.`
}

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
