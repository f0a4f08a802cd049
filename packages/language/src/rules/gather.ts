import type { Finding, RelatedPlace, Severity } from '@entitle/graph'
import type { Element, PolicyElement } from '../resolve/program.ts'
import type { Report } from './define-rule.ts'
import type { Excused, Raw } from './raw.ts'

/**
 * One finding for each place: what a template says is found once, with the policies that it reaches as related places.
 * Where the policies are held to different standards, the strictest one speaks.
 */
export const gather = (all: readonly Excused[]): Finding[] => {
  const groups = Map.groupBy(all, ({ raw, waived }) => {
    const { uri, start } = raw.report.range
    return JSON.stringify([raw.rule.name, uri, start.line, start.character, waived])
  })
  return [...groups.values()].flatMap(group => {
    const [strictest] = group.toSorted((a, b) => rank(a.raw) - rank(b.raw) || slack(a.raw) - slack(b.raw))
    return strictest === undefined ? [] : [findingOf(strictest, group)]
  })
}

const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint']
const rank = ({ severity }: Raw): number => severities.indexOf(severity)
const slack = ({ rule, bound }: Raw): number => (rule.bound?.direction === 'at most' ? bound : -bound)

const findingOf = ({ raw, waived }: Excused, group: readonly Excused[]): Finding => {
  const { range, related = [], ...rest } = raw.report
  const reached = group.flatMap(({ raw: { policy } }) =>
    policy === undefined || inside(range, policy) ? [] : [policy],
  )
  return {
    rule: raw.rule.name,
    severity: waived === undefined ? raw.severity : 'info',
    place: { kind: 'source', range },
    why: raw.rule.why,
    ...rest,
    related: [...related, ...reached.map(reaches)],
    ...(waived === undefined ? {} : { waived }),
  }
}

const inside = (range: Report['range'], { range: whole }: Element): boolean =>
  range.uri === whole.uri && range.start.line >= whole.start.line && range.end.line <= whole.end.line

const reaches = (policy: PolicyElement): RelatedPlace => ({
  place: { kind: 'source', range: policy.nameRange },
  message: `This reaches policy "${policy.displayName}" of package "${policy.package.displayName}".`,
})
