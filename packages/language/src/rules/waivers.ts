import type { SourceRange } from '@entitle/graph'
import type { WaiverElement } from '../resolve/program.ts'
import { daysBetween } from './dates.ts'
import type { Raw, Said } from './raw.ts'

/** Hears the waivers: findings that one excuses today become notes, and the waivers that excused something are told by their places. */
export const excuse = (
  raws: readonly Raw[],
  today: string,
): { readonly said: readonly Said[]; readonly used: readonly SourceRange[] } => {
  const used = new Set<SourceRange>()
  const said = raws.map((raw): Said => {
    const fitting = raw.within.flatMap(({ waivers }) => waivers).filter(({ rule }) => rule === raw.rule.name)
    for (const waiver of fitting) used.add(waiver.range)
    const holding = fitting.find(waiver => holds(waiver, today))
    return holding?.until === undefined
      ? plain(raw)
      : { ...plain(raw), waived: { until: holding.until, because: reasonOf(holding) ?? '' } }
  })
  return { said, used: [...used] }
}

const plain = ({ rule, severity, bound, report, policy }: Raw): Said => ({
  rule: rule.name,
  why: rule.why,
  severity,
  slack: rule.bound?.direction === 'at most' ? bound : -bound,
  report,
  ...(rule.origin === undefined ? {} : { origin: rule.origin }),
  ...(policy === undefined
    ? {}
    : {
        policy: {
          displayName: policy.displayName,
          package: policy.package.displayName,
          nameRange: policy.nameRange,
          range: policy.range,
        },
      }),
})

const holds = (waiver: WaiverElement, today: string): boolean =>
  waiver.until !== undefined && reasonOf(waiver) !== undefined && daysBetween(today, waiver.until) >= 0

/** Why a waiver is, where it says so; blanks are no reason. */
export const reasonOf = ({ because }: WaiverElement): string | undefined =>
  because === undefined || because.trim() === '' ? undefined : because
