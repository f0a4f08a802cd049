import type { Finding, Fix } from '@entitle/graph'
import type { Element, Program, WaiverElement } from '../resolve/program.ts'
import { daysAfter, daysBetween } from './dates.ts'
import { replace } from './edit.ts'
import { type Level, levelFor } from './levels.ts'
import { plannedRules } from './planned.ts'
import type { Excused, Raw } from './run-rules.ts'
import { unknownRule } from './standard-findings.ts'

/** A waiver may reach this many days ahead. */
const longest = 365

/** Hears the waivers: findings that one excuses today become notes, and the waivers that excused something are remembered. */
export const excuse = (
  raws: readonly Raw[],
  today: string,
): { readonly findings: readonly Excused[]; readonly used: ReadonlySet<WaiverElement> } => {
  const used = new Set<WaiverElement>()
  const findings = raws.map((raw): Excused => {
    const fitting = raw.within.flatMap(({ waivers }) => waivers).filter(({ rule }) => rule === raw.rule.name)
    for (const waiver of fitting) used.add(waiver)
    const holding = fitting.find(waiver => holds(waiver, today))
    return holding?.until === undefined
      ? { raw }
      : { raw, waived: { until: holding.until, because: holding.because ?? '' } }
  })
  return { findings, used }
}

const holds = ({ until, because }: WaiverElement, today: string): boolean =>
  until !== undefined && because !== undefined && daysBetween(today, until) >= 0

/** What is wrong with the waivers themselves. */
export const waiverFindings = (
  program: Program,
  used: ReadonlySet<WaiverElement>,
  levels: readonly Level[],
  today: string,
): Finding[] =>
  elementsWithWaivers(program).flatMap(({ waivers }) =>
    waivers.flatMap(waiver => findingsOf(waiver, used, levels, today)),
  )

const elementsWithWaivers = (program: Program): Element[] => [
  ...program.tenants,
  ...program.organizations,
  ...program.catalogs.flatMap(catalog => [catalog, ...catalog.packages.flatMap(each => [each, ...each.policies])]),
]

const findingsOf = (
  waiver: WaiverElement,
  used: ReadonlySet<WaiverElement>,
  levels: readonly Level[],
  today: string,
): Finding[] => {
  const unknown = unknownRule(waiver.rule, waiver.range)
  if (unknown !== undefined && !plannedRules.includes(waiver.rule)) {
    const { fixes: _, ...rest } = unknown
    return [rest]
  }
  const found: Finding[] = []
  const add = (rule: string, message: string, fixes: readonly Fix[]) => {
    const { setting } = levelFor(levels, rule, [])
    if (setting !== 'off')
      found.push({ rule, severity: setting, message, place: { kind: 'source', range: waiver.range }, fixes })
  }
  const removal: Fix = { title: 'Remove the waiver', safe: true, edits: [replace(waiver.range, '')] }
  const left = waiver.until === undefined ? undefined : daysBetween(today, waiver.until)
  if (waiver.because === undefined)
    add('undated-waiver', `The waiver of ${waiver.rule} gives no reason, so it excuses nothing. Write because "…".`, [])
  if (left === undefined || left > longest) {
    const until = daysAfter(today, 90)
    const text = `waive ${waiver.rule} until ${until}${waiver.because === undefined ? '' : ` because ${JSON.stringify(waiver.because)}`}`
    add(
      'undated-waiver',
      left === undefined
        ? `The waiver of ${waiver.rule} has no end, so it excuses nothing. Say until when it holds.`
        : `The waiver of ${waiver.rule} holds until ${waiver.until}, more than ${longest} days ahead. Shorten it, and look at it again then.`,
      [{ title: `Let it hold until ${until}`, safe: false, edits: [replace(waiver.range, text)] }],
    )
  } else if (left < 0)
    add(
      'expired-waiver',
      `The waiver of ${waiver.rule} ended on ${waiver.until}. Repair what it excused, and remove it.`,
      [removal],
    )
  else if (!used.has(waiver) && !plannedRules.includes(waiver.rule))
    add('unused-waiver', `The waiver of ${waiver.rule} excuses nothing here. Remove it.`, [removal])
  return found
}
