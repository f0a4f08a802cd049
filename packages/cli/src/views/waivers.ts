import type { WaiverEntry, WaiverState } from '@entitle/language'
import { wrapped } from './columns.ts'
import { counted } from './counted.ts'
import type { FindingContext } from './finding.ts'
import { json } from './json.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

type Context = Pick<FindingContext, 'paint' | 'columns' | 'nameOf'>

const dayInMilliseconds = 86_400_000

/** Waivers in the order in which they end; `today` is an ISO date. */
export const waiversText = (entries: readonly WaiverEntry[], today: string, context: Context): string => {
  if (entries.length === 0) return 'No rule is waived.\n'
  const blocks = entries.flatMap(entry => [...lines(entry, today, context), ''])
  const idle = entries.filter(({ state }) => state !== 'active').length
  const rest = idle === 0 ? '' : ` · ${idle} of them ${idle === 1 ? 'excuses' : 'excuse'} nothing`
  return [...blocks, `${counted(entries.length, 'waiver')}${rest}`, ''].join('\n')
}

const lines = (entry: WaiverEntry, today: string, { paint, columns, nameOf }: Context): readonly string[] => {
  const { until, rule, where, because, state, file, line } = entry
  const end = until === undefined ? 'no end' : `${until}${state === 'expired' ? '' : ` (${left(today, until)})`}`
  const about = printableText(because ?? 'no reason is given')
  return [
    `${paint.bold(end)}  ${rule}  ${printableText(where)}`,
    ...wrapped(about, columns - 2).map(each => `  ${each}`),
    `  ${stateWord(state, paint)} · ${paint.dim(`${nameOf(file)}:${line}`)}`,
  ]
}

const left = (today: string, until: string): string => {
  const days = Math.round((Date.parse(until) - Date.parse(today)) / dayInMilliseconds)
  return days === 0 ? 'today' : `${counted(days, 'day')} left`
}

const stateWord = (state: WaiverState, { green, red, yellow }: Paint): string =>
  ({
    active: green('in force'),
    unused: yellow('excuses nothing'),
    expired: red('expired'),
    incomplete: red('excuses nothing without an end within a year, and a reason'),
  })[state]

/** `entitle-waivers/1`. */
export const waiversJson = (entries: readonly WaiverEntry[], { nameOf }: Context): string =>
  json({ format: 'entitle-waivers/1', waivers: entries.map(entry => ({ ...entry, file: nameOf(entry.file) })) })
