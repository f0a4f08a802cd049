import type { Finding, RelatedPlace, Severity, SourceRange } from '@entitle/graph'
import type { Said } from './raw.ts'

/**
 * One finding for each place: what a template says is found once, with the policies that it reaches as related places.
 * Where the policies are held to different standards, the strictest one speaks.
 */
export const gather = (all: readonly Said[]): Finding[] => {
  const groups = Map.groupBy(all, ({ rule, report: { range }, waived, origin }) =>
    JSON.stringify([rule, range.uri, range.start.line, range.start.character, waived, origin]),
  )
  return [...groups.values()].flatMap(group => {
    const [strictest] = group.toSorted((a, b) => rank(a) - rank(b) || a.slack - b.slack || byPolicy(a, b))
    return strictest === undefined ? [] : [findingOf(strictest, group)]
  })
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']
const rank = ({ severity }: Said): number => severities.indexOf(severity)

const findingOf = ({ rule, why, severity, report, waived, origin }: Said, group: readonly Said[]): Finding => {
  const { range, related = [], ...rest } = report
  const reached = group
    .flatMap(({ policy }) => (policy === undefined || inside(range, policy.range) ? [] : [policy]))
    .toSorted((a, b) => byPlace(a.nameRange, b.nameRange))
  return {
    rule,
    severity: waived === undefined ? severity : 'info',
    place: { kind: 'source', range },
    why,
    ...rest,
    related: [...(origin === undefined ? [] : [origin]), ...related, ...reached.map(reaches)],
    ...(waived === undefined ? {} : { waived }),
  }
}

/** Whoever is looked at first, the same one speaks. */
const byPolicy = ({ policy: a }: Said, { policy: b }: Said): number =>
  a === undefined || b === undefined ? 0 : byPlace(a.nameRange, b.nameRange)

const byPlace = (a: SourceRange, b: SourceRange): number =>
  a.uri === b.uri ? a.start.line - b.start.line || a.start.character - b.start.character : a.uri < b.uri ? -1 : 1

const inside = (range: SourceRange, whole: SourceRange): boolean =>
  range.uri === whole.uri && range.start.line >= whole.start.line && range.end.line <= whole.end.line

const reaches = (policy: NonNullable<Said['policy']>): RelatedPlace => ({
  place: { kind: 'source', range: policy.nameRange },
  message: `This reaches policy "${policy.displayName}" of package "${policy.package}".`,
})
