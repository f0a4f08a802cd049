import type { WaiverElement } from '../resolve/program.ts'
import { daysBetween } from './dates.ts'
import type { Excused, Raw } from './raw.ts'

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
      : { raw, waived: { until: holding.until, because: reasonOf(holding) ?? '' } }
  })
  return { findings, used }
}

const holds = (waiver: WaiverElement, today: string): boolean =>
  waiver.until !== undefined && reasonOf(waiver) !== undefined && daysBetween(today, waiver.until) >= 0

/** Why a waiver is, where it says so; blanks are no reason. */
export const reasonOf = ({ because }: WaiverElement): string | undefined =>
  because === undefined || because.trim() === '' ? undefined : because
