import type { KindName, Value } from '@entitle/graph'
import { describeProperty, propertyLabel } from './describe-property.ts'

/** One changed property of a plan's step, as `PropertyChange` has it. */
export interface Changed {
  readonly path: string
  readonly before?: Value
  readonly after?: Value
}

/** One line of a plan: `expires   never → 2027-06-30`. */
export interface ChangeInWords {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** A property's change in the language's words. */
export const describeChange = (change: Changed & { readonly kind: KindName }): ChangeInWords => ({
  label: propertyLabel(change.kind, change.path),
  before: describeProperty(change.kind, change.path, change.before),
  after: describeProperty(change.kind, change.path, change.after),
})

const scope = 'allowedTargetScope'
const targets = 'specificAllowedTargets'
const isSpecific = (value: Value | undefined): boolean => typeof value === 'string' && value.startsWith('specific')

/**
 * A step's changes in the language's words. Who may request is two properties of Graph and one statement of the language:
 * their changes become one line, which names the people where the scope is some people only.
 */
export const describeChanges = (kind: KindName, changes: readonly Changed[]): readonly ChangeInWords[] => {
  const scopeChange = changes.find(change => change.path === scope)
  const targetChange = changes.find(change => change.path === targets)
  if (kind !== 'assignment-policy' || scopeChange === undefined || targetChange === undefined)
    return changes.map(change => describeChange({ kind, ...change }))
  const side = (which: 'before' | 'after'): string =>
    isSpecific(scopeChange[which])
      ? describeProperty(kind, targets, targetChange[which])
      : describeProperty(kind, scope, scopeChange[which])
  const merged = { label: propertyLabel(kind, scope), before: side('before'), after: side('after') }
  return changes
    .filter(change => change !== targetChange)
    .map(change => (change === scopeChange ? merged : describeChange({ kind, ...change })))
}
