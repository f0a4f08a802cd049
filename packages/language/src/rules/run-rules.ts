import type { Finding } from '@entitle/graph'
import type { Element, PolicyElement, Program, TemplateElement } from '../resolve/program.ts'
import { boundIn } from './bound.ts'
import type { ElementKind, Rule } from './define-rule.ts'
import { gather } from './gather.ts'
import { type Level, levelFor, levelsOf } from './levels.ts'
import type { Raw } from './raw.ts'
import { standardFindings } from './standard-findings.ts'
import { rules } from './table.ts'
import { waiverFindings } from './waiver-findings.ts'
import { excuse } from './waivers.ts'

/** Runs every rule of the workspace's standard; waived findings come back as notes. */
export const runRules = (program: Program, { today }: { readonly today: string }): readonly Finding[] => {
  const levels = levelsOf(program)
  const raws = rules.flatMap(rule =>
    elementsOf(program, rule.element).flatMap(at => check(rule, at, program, levels, today)),
  )
  const { findings, used } = excuse(raws, today)
  return [...standardFindings(program), ...gather(findings), ...waiverFindings(program, { used, levels, today })]
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
    each.policies.map(policy => ({
      element: policy,
      within: [policy, ...templatesOf(policy), each, each.catalog],
      tags: each.tags,
    })),
  )
}

/** The templates that a policy builds on, nearest first; templates that build on themselves are a finding elsewhere. */
const templatesOf = (policy: PolicyElement): readonly TemplateElement[] => {
  const chain = new Set<TemplateElement>()
  for (let next = policy.template; next !== undefined && !chain.has(next); next = next.base) chain.add(next)
  return [...chain]
}

const boundOf = ({ bound }: Rule, options: Level['options']): number => {
  if (bound === undefined) return 0
  return options.map(option => boundIn(bound, option)).find(value => value !== undefined) ?? bound.default
}

const check = (rule: Rule, at: At, program: Program, levels: readonly Level[], today: string): Raw[] => {
  const { setting, options } = levelFor(levels, rule.name, at.tags)
  if (setting === 'off') return []
  const bound = boundOf(rule, options)
  const raws: Raw[] = []
  rule.check(at.element as never, {
    program,
    today,
    bound,
    isOn: name => levelFor(levels, name, at.tags).setting !== 'off',
    report: report => {
      const policy = rule.element === 'policy' ? { policy: at.element as PolicyElement } : {}
      raws.push({ rule, severity: setting, bound, report, within: at.within, ...policy })
    },
  })
  return raws
}
