import type { Finding } from '@entitle/graph'
import type { Program } from '../resolve/program.ts'
import { levelFor, levelsOf, rootsOf } from '../rules/levels.ts'
import { ownRules } from '../rules/own/own-rules.ts'
import { rules } from '../rules/table.ts'
import { externalWays } from './external-ways.ts'
import { type Recommendation, recommendations } from './recommendations.ts'
import type { RecommendationStanding, Report, RuleStanding, Shortfall, Standing } from './report.ts'
import { waiverRegister } from './waiver-register.ts'
import { type Whereabouts, whereabouts } from './where.ts'

/** Where a workspace stands, by what checking it has found. `today` is an ISO date, UTC. */
export const makeReport = (program: Program, findings: readonly Finding[], today: string): Report => {
  const where = whereabouts(program)
  const told = findings.filter(({ severity }) => severity !== 'hint')
  const shortfalls = told.flatMap(finding => shortfallOf(finding, where))
  const external = externalWays(program, told)
  const standings = ruleStandings(program, shortfalls)
  const packages = program.catalogs.flatMap(({ packages: each }) => each)
  const standing = told.filter(({ waived }) => waived === undefined)
  return {
    format: 'entitle-report/1',
    date: today,
    standard: rootsOf(program.standards)[0]?.name ?? 'recommended',
    counts: {
      catalogs: program.catalogs.length,
      packages: packages.length,
      policies: packages.reduce((sum, { policies }) => sum + policies.length, 0),
      externalPolicies: external.length,
      errors: standing.filter(({ severity }) => severity === 'error').length,
      warnings: standing.filter(({ severity }) => severity === 'warning').length,
      waived: told.length - standing.length,
    },
    recommendations: recommendations.map(each =>
      recommendationStanding(each, { shortfalls, standings, hasExternal: external.length > 0 }),
    ),
    rules: standings,
    externalAccess: external,
    waivers: waiverRegister(program, findings, where),
  }
}

const shortfallOf = (finding: Finding, where: Whereabouts): Shortfall[] => {
  const { rule, severity, message, place, related = [], waived } = finding
  if (place.kind !== 'source') return []
  const reaches = related.flatMap(other =>
    other.place.kind === 'source' ? (where.policyAround(other.place.range) ?? []) : [],
  )
  const around = where.around(place.range)
  return [
    {
      rule,
      severity,
      where: around,
      reaches: [...new Set(reaches)].filter(label => label !== around),
      message,
      file: place.range.uri,
      line: place.range.start.line + 1,
      ...(waived === undefined ? {} : { waived }),
    },
  ]
}

const ruleStandings = (program: Program, shortfalls: readonly Shortfall[]): RuleStanding[] => {
  const levels = levelsOf(program)
  const byRule = Map.groupBy(shortfalls, ({ rule }) => rule)
  const all = [...new Map([...rules, ...ownRules(program)].map(rule => [rule.name, rule])).values()]
  return all.map(({ name, finds }) => {
    const found = byRule.get(name) ?? []
    const failing = found.filter(({ waived }) => waived === undefined).length
    return { rule: name, finds, setting: levelFor(levels, name, []).setting, failing, waived: found.length - failing }
  })
}

interface Known {
  readonly shortfalls: readonly Shortfall[]
  readonly standings: readonly RuleStanding[]
  readonly hasExternal: boolean
}

const recommendationStanding = (
  { title, recommends, rules: names, external }: Recommendation,
  { shortfalls, standings, hasExternal }: Known,
): RecommendationStanding => {
  const known = standings.filter(({ rule }) => names.includes(rule))
  const found = shortfalls.filter(({ rule }) => names.includes(rule))
  return {
    title,
    recommends,
    rules: known.map(({ rule }) => rule),
    standing: standingOf(known, found, external && !hasExternal),
    shortfalls: found,
  }
}

const standingOf = (known: readonly RuleStanding[], found: readonly Shortfall[], idle: boolean): Standing => {
  if (found.some(({ waived }) => waived === undefined)) return 'not met'
  if (found.length > 0) return 'excepted'
  if (known.every(({ setting }) => setting === 'off')) return 'not checked'
  return idle ? 'not applicable' : 'met'
}
