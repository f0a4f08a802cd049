import type { Report } from './report.ts'

/** A number before and now. */
export interface Change {
  readonly what: string
  readonly before: number
  readonly now: number
}

/** What has changed since an earlier report. */
export interface Trend {
  /** The earlier report's ISO date. */
  readonly since: string
  readonly counts: readonly Change[]
  /** Rules of which more or fewer findings stand. */
  readonly rules: readonly Change[]
  /** External policies that came and went, by catalog, package and policy. */
  readonly opened: readonly string[]
  readonly closed: readonly string[]
}

const counted: readonly (readonly [keyof Report['counts'], string])[] = [
  ['externalPolicies', 'Policies for people from outside'],
  ['errors', 'Errors'],
  ['warnings', 'Warnings'],
  ['waived', 'Waived findings'],
  ['packages', 'Packages'],
  ['policies', 'Policies'],
]

export const trendOf = (earlier: Report, now: Report): Trend => {
  const earlierFailing = new Map(earlier.rules.map(({ rule, failing }) => [rule, failing]))
  const [then, there] = [waysOf(earlier), waysOf(now)]
  return {
    since: earlier.date,
    counts: counted.map(([key, what]) => ({ what, before: earlier.counts[key], now: now.counts[key] })),
    rules: now.rules
      .map(({ rule, failing }) => ({ what: rule, before: earlierFailing.get(rule) ?? 0, now: failing }))
      .filter(change => change.before !== change.now),
    opened: [...there].filter(way => !then.has(way)),
    closed: [...then].filter(way => !there.has(way)),
  }
}

const waysOf = ({ externalAccess }: Report): ReadonlySet<string> =>
  new Set(externalAccess.map(({ catalog, package: element, policy }) => `${catalog} › ${element} › ${policy}`))
