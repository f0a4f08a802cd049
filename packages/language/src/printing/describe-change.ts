import type { KindName, Value } from '@entitle/graph'
import type { Changed, ChangeInWords, Told } from './changed.ts'
import { describeProperty, propertyLabel } from './describe-property.ts'
import { fields } from './fields.ts'
import { callChanges, questionChanges } from './list-changes.ts'
import { onBehalfInWords, whoInWords } from './who-changes.ts'

export type { Changed, ChangeInWords } from './changed.ts'

/** A property's change in the language's words. */
export const describeChange = (change: Changed & { readonly kind: KindName }): ChangeInWords => ({
  label: propertyLabel(change.kind, change.path),
  before: describeProperty(change.kind, change.path, change.before),
  after: describeProperty(change.kind, change.path, change.after),
})

/**
 * A step's changes in the language's words. Where one statement of the language is several properties of Graph, or one property is
 * several statements, there is a line for each statement, in the place of its first property.
 */
export const describeChanges = (kind: KindName, changes: readonly Changed[]): readonly ChangeInWords[] => {
  const told = kind === 'assignment-policy' ? statements.map(tell => tell(changes)) : []
  return changes.flatMap(change => {
    const by = told.find(({ of }) => of.includes(change))
    if (by !== undefined) return by.of[0] === change ? by.lines : []
    return kind === 'assignment-policy' && isIdle(change) ? [] : [describeChange({ kind, ...change })]
  })
}

const statements: readonly ((changes: readonly Changed[]) => Told)[] = [
  whoInWords,
  onBehalfInWords,
  questionChanges,
  callChanges,
]

const switches = new Set([
  'automaticRequestSettings',
  'notificationSettings',
  'requestorSettings/allowCustomAssignmentSchedule',
])

/** Of something new, that a statement is not made needs no line. */
const isIdle = ({ path, before, after }: Changed): boolean =>
  before === undefined && switches.has(path) && saysNothing(after)

const saysNothing = (value: Value | undefined): boolean =>
  value === undefined || value === null || value === false || fields(value).isAssignmentNotificationDisabled === false
