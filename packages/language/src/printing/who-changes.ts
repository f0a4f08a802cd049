import type { Value } from '@entitle/graph'
import { automaticInWords, ruleIn } from './automatic-words.ts'
import { type Changed, type ChangeInWords, type Told, untold } from './changed.ts'
import { describeProperty, propertyLabel } from './describe-property.ts'
import { fields, items } from './fields.ts'

const kind = 'assignment-policy'
type Side = 'before' | 'after'

/**
 * Who may request is two properties of Graph and one statement of the language: a line that names the people where the scope is some
 * people only. Access that a rule assigns has a line of its own; nobody requests it.
 */
export const whoInWords = (changes: readonly Changed[]): Told => {
  const find = (path: string) => changes.find(change => change.path === path)
  const [scope, targets, automatic] = [
    find('allowedTargetScope'),
    find('specificAllowedTargets'),
    find('automaticRequestSettings'),
  ]
  const hasRule = ruleIn(targets?.before) !== undefined || ruleIn(targets?.after) !== undefined
  if (!hasRule) return scope === undefined || targets === undefined ? untold : requestable(scope, targets)
  const of = changes.filter(change => change === scope || change === targets || change === automatic)
  const rule = (side: Side): string =>
    automaticInWords(ruleIn(targets?.[side]), automatic === undefined ? undefined : (automatic[side] ?? null))
  const lines = [
    { label: propertyLabel(kind, 'allowedTargetScope'), ...sides(side => requestors(side, scope, targets)) },
    { label: propertyLabel(kind, 'automaticRequestSettings'), ...sides(rule) },
  ]
  return { of, lines: lines.filter(line => line.before !== line.after && !isNew(line, targets)) }
}

const sides = (words: (side: Side) => string): Omit<ChangeInWords, 'label'> => ({
  before: words('before'),
  after: words('after'),
})

/** That nobody may request needs no line where access is new and comes by a rule. */
const isNew = ({ after }: ChangeInWords, targets: Changed | undefined): boolean =>
  targets?.before === undefined && after === 'no one'

const requestable = (scope: Changed, targets: Changed): Told => ({
  of: [scope, targets].toSorted((a, b) => Number(b === scope) - Number(a === scope)),
  lines: [{ label: propertyLabel(kind, 'allowedTargetScope'), ...sides(side => requestors(side, scope, targets)) }],
})

const requestors = (side: Side, scope: Changed | undefined, targets: Changed | undefined): string => {
  if (ruleIn(targets?.[side]) !== undefined) return 'no one'
  const isSpecific = scope === undefined || String(scope[side]).startsWith('specific')
  return isSpecific
    ? describeProperty(kind, 'specificAllowedTargets', targets?.[side])
    : describeProperty(kind, 'allowedTargetScope', scope[side])
}

const root = 'requestorSettings'

/** `managers may request for their reports` is three properties; a line of its own says who else may request for others. */
export const onBehalfInWords = (changes: readonly Changed[]): Told => {
  const add = changes.find(({ path }) => path === `${root}/enableOnBehalfRequestorsToAddAccess`)
  const parts = changes.filter(
    ({ path, before, after }) =>
      path === `${root}/enableOnBehalfRequestorsToUpdateAccess` ||
      (path === `${root}/onBehalfRequestors` && isUsual(before) && isUsual(after)),
  )
  if (add === undefined || (add.before === undefined && add.after === false))
    return add === undefined && !parts.every(isUnsaid) ? untold : { of: without(add, parts), lines: [] }
  const label = propertyLabel(kind, add.path)
  return { of: [add, ...parts], lines: [{ label, ...sides(side => describeProperty(kind, add.path, add[side])) }] }
}

const without = (add: Changed | undefined, parts: readonly Changed[]) => (add === undefined ? parts : [add, ...parts])

const isUnsaid = ({ before, after }: Changed) => before === undefined && (after === false || items(after).length === 0)

/** The direct manager, or nobody. */
const isUsual = (value: Value | undefined): boolean =>
  items(value).every(each => {
    const { '@odata.type': type, managerLevel } = fields(each)
    return String(type).endsWith('.targetManager') && (managerLevel ?? 1) === 1
  })
