import type { Step } from '@entitle/graph'
import { describeChanges } from '@entitle/language'
import { padded, widest, widthOf, wrapped } from './columns.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

/** One changed property in words, in the order in which it is told. */
export interface ChangedValue {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** What changes of an object, in the language's words. With `declaredFirst` from the declaration to the tenant. */
export const changedValues = (step: Step, declaredFirst: boolean): readonly ChangedValue[] =>
  describeChanges(step.kind, step.changes).map(({ label, before, after }) => ({
    label: printableText(label),
    from: printableText(declaredFirst ? after : before),
    to: printableText(declaredFirst ? before : after),
  }))

/** `expires   never  →  2027-06-30`, aligned; what is too wide for the line breaks before the arrow. */
export const changedLines = (
  values: readonly ChangedValue[],
  indent: number,
  columns: number,
  paint: Paint,
): string[] => {
  const gap = ' '.repeat(indent)
  const labels = widest(values.map(value => value.label))
  const room = columns - indent - labels - 4
  const narrow = values.filter(({ from, to }) => widthOf(from) + widthOf(to) + 5 <= room)
  const froms = Math.min(widest(narrow.map(value => value.from)), Math.floor(room / 2))
  const arrow = paint.dim('→')
  return values.flatMap(value => {
    const label = `${gap}${padded(value.label, labels)}    `
    if (narrow.includes(value)) return [`${label}${paint.dim(padded(value.from, froms))}  ${arrow}  ${value.to}`]
    const hanging = ' '.repeat(widthOf(label))
    const [first = '', ...rest] = wrapped(value.from, room)
    const to = wrapped(value.to, room - 3)
    return [
      `${label}${paint.dim(first)}`,
      ...rest.map(line => `${hanging}${paint.dim(line)}`),
      ...to.map((line, i) => `${hanging}${i === 0 ? arrow : ' '}  ${line}`),
    ]
  })
}
