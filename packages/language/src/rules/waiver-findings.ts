import type { Finding, Fix, SourceRange } from '@entitle/graph'
import type { Element, WaiverElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import { countInWords } from './bound.ts'
import { daysAfter, daysBetween } from './dates.ts'
import { replace } from './edit.ts'
import { type Level, levelFor } from './levels.ts'
import { textInSource } from './source-words.ts'
import { unknownRule } from './standard-findings.ts'
import { reasonOf } from './waivers.ts'

/** A waiver may reach this many days ahead. */
const longest = 365

/** A fix lets a waiver hold so many days. */
const usual = 90

interface Hearing {
  /** Whether the waiver excuses something. */
  readonly used: boolean
  readonly levels: readonly Level[]
  /** The names of the rules that the workspace makes itself. */
  readonly own: readonly string[]
  /** ISO date, UTC. */
  readonly today: string
}

/** What is wrong with a waiver, which depends on whether any file of the workspace has something that it excuses. */
export interface HeardWaiver {
  readonly place: SourceRange
  readonly ifUsed: readonly Finding[]
  readonly ifUnused: readonly Finding[]
}

/** What is wrong with the waivers of a file. */
export const heardWaivers = (file: FileProgram, at: Omit<Hearing, 'used'>): HeardWaiver[] =>
  elementsWithWaivers(file).flatMap(({ waivers }) =>
    waivers
      .filter(({ rule }) => rule !== '')
      .map(waiver => ({
        place: waiver.range,
        ifUsed: findingsOf(waiver, { ...at, used: true }),
        ifUnused: findingsOf(waiver, { ...at, used: false }),
      })),
  )

const elementsWithWaivers = (file: FileProgram): readonly Element[] => [
  ...file.tenants,
  ...file.organizations,
  ...file.templates,
  ...file.reviews,
  ...file.catalogs,
  ...file.packages,
  ...file.policies,
]

const findingsOf = (waiver: WaiverElement, { used, levels, own, today }: Hearing): Finding[] => {
  const unknown = unknownRule(waiver.rule, waiver.ruleRange, own)
  if (unknown?.severity === 'error') return [unknown]
  const say = (rule: string, message: string, more: Pick<Finding, 'fixes' | 'help'>): Finding[] => {
    const { setting } = levelFor(levels, rule, [])
    if (setting === 'off') return []
    return [{ rule, severity: setting, message, place: { kind: 'source', range: waiver.range }, ...more }]
  }
  const notes = unknown === undefined ? [] : [unknown]
  const flaw = flawOf(waiver, today)
  if (flaw !== undefined) return [...notes, ...say('undated-waiver', flaw, repair(waiver, today))]
  const removal = { fixes: [{ title: 'Remove the waiver', safe: true, edits: [replace(waiver.removal, '')] }] }
  if (daysBetween(today, waiver.until ?? today) < 0)
    return [
      ...notes,
      ...say(
        'expired-waiver',
        `The waiver of ${waiver.rule} ended on ${waiver.until}. Repair what it excused, and remove it.`,
        removal,
      ),
    ]
  if (used) return notes
  return [...notes, ...say('unused-waiver', `The waiver of ${waiver.rule} excuses nothing here. Remove it.`, removal)]
}

/** What keeps a waiver from being dated and reasoned, as a message. */
const flawOf = (waiver: WaiverElement, today: string): string | undefined => {
  const { rule, until } = waiver
  if (until === undefined && reasonOf(waiver) === undefined)
    return `The waiver of ${rule} says neither until when it holds nor why, so it excuses nothing. Write both: until ${daysAfter(today, usual)} because "…".`
  if (until === undefined) return `The waiver of ${rule} has no end, so it excuses nothing. Say until when it holds.`
  if (reasonOf(waiver) === undefined)
    return `The waiver of ${rule} gives no reason, so it excuses nothing. Write why: because "…".`
  if (daysBetween(today, until) > longest)
    return `The waiver of ${rule} holds until ${until}, more than ${countInWords(longest, 'days')} ahead. Shorten it, and look at it again then.`
  return undefined
}

/** A day can be proposed; a reason can't. */
const repair = (waiver: WaiverElement, today: string): { fixes: readonly Fix[] } | { help: string } => {
  const because = reasonOf(waiver)
  if (because === undefined)
    return { help: 'Name who agreed to the exception and where that is written down, as in "Pilot; ticket GOV-118".' }
  const until = daysAfter(today, usual)
  const text = `waive ${waiver.rule} until ${until} because ${textInSource(because)}`
  return { fixes: [{ title: `Let it hold until ${until}`, safe: false, edits: [replace(waiver.range, text)] }] }
}
