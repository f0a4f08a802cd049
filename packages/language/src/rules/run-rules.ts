import type { Finding, RelatedPlace } from '@entitle/graph'
import type { Element, PolicyElement, Program } from '../resolve/program.ts'
import { boundIn } from './bound.ts'
import type { ElementKind, Report, Rule } from './define-rule.ts'
import { type Level, levelFor, levelsOf } from './levels.ts'
import { standardFindings } from './standard-findings.ts'
import { rules } from './table.ts'
import { excuse, waiverFindings } from './waivers.ts'

/** What a rule said of one element, before waivers are heard. */
export interface Raw {
  readonly rule: Rule
  readonly severity: Finding['severity']
  readonly report: Report
  /** The element and what it stands in, from the inside outwards; waivers count on each. */
  readonly within: readonly Element[]
  readonly policy?: PolicyElement
}

/** Runs every rule of the workspace's standard; waived findings come back as notes. */
export const runRules = (program: Program, { today }: { readonly today: string }): readonly Finding[] => {
  const levels = levelsOf(program)
  const raws = rules.flatMap(rule =>
    elementsOf(program, rule.element).flatMap(at => check(rule, at, program, levels, today)),
  )
  const { findings, used } = excuse(raws, today)
  return [...standardFindings(program), ...gathered(findings), ...waiverFindings(program, used, levels, today)]
}

interface At {
  readonly element: Element
  readonly within: readonly Element[]
  readonly tags: readonly string[]
}

const elementsOf = (program: Program, kind: ElementKind): At[] => {
  const alone = (element: Element): At => ({ element, within: [element], tags: [] })
  if (kind === 'tenant') return program.tenants.map(alone)
  if (kind === 'organization') return program.organizations.map(alone)
  if (kind === 'catalog') return program.catalogs.map(alone)
  const packages = program.catalogs.flatMap(catalog => catalog.packages)
  if (kind === 'package')
    return packages.map(each => ({ element: each, within: [each, each.catalog], tags: each.tags }))
  return packages.flatMap(each =>
    each.policies.map(policy => ({ element: policy, within: [policy, each, each.catalog], tags: each.tags })),
  )
}

const check = (rule: Rule, at: At, program: Program, levels: readonly Level[], today: string): Raw[] => {
  const { setting, options } = levelFor(levels, rule.name, at.tags)
  if (setting === 'off') return []
  const { bound } = rule
  const said = bound && options.map(option => boundIn(bound, option)).find(value => value !== undefined)
  const raws: Raw[] = []
  rule.check(at.element as never, {
    program,
    today,
    bound: said ?? bound?.default ?? 0,
    isOn: name => levelFor(levels, name, at.tags).setting !== 'off',
    report: report => {
      const policy = rule.element === 'policy' ? { policy: at.element as PolicyElement } : {}
      raws.push({ rule, severity: setting, report, within: at.within, ...policy })
    },
  })
  return raws
}

export interface Excused {
  readonly raw: Raw
  readonly waived?: NonNullable<Finding['waived']>
}

/** One finding for each place: what a template says is found once, with the policies that it reaches as related places. */
const gathered = (all: readonly Excused[]): Finding[] => {
  const groups = Map.groupBy(all, ({ raw, waived }) => {
    const { uri, start } = raw.report.range
    return JSON.stringify([raw.rule.name, uri, start.line, start.character, waived])
  })
  return [...groups.values()].flatMap(group => {
    const [first] = group
    return first === undefined ? [] : [findingOf(first, group)]
  })
}

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
