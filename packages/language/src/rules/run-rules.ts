import type { Finding, SourceRange } from '@entitle/graph'
import type { Element, PolicyElement, Program, TemplateElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import { boundIn } from './bound.ts'
import type { ElementKind, PolicyName, Rule } from './define-rule.ts'
import { type Level, levelFor, levelsOf } from './levels.ts'
import { ownRuleNames } from './own/own-rule-findings.ts'
import { ownRules } from './own/own-rules.ts'
import type { Raw, Said } from './raw.ts'
import { standardFindings } from './standard-findings.ts'
import { rules } from './table.ts'
import { type HeardWaiver, heardWaivers } from './waiver-findings.ts'
import { excuse } from './waivers.ts'

/** What the rules say of one file. What they say of other places (a template) and of waivers is put together with what they say of other files. */
export interface Spoken {
  readonly findings: readonly Finding[]
  readonly said: readonly Said[]
  /** Places of waivers, in any file, that excuse something in this one. */
  readonly used: readonly SourceRange[]
  readonly waivers: readonly HeardWaiver[]
}

/** What rules may look at besides the file. */
export interface Surroundings {
  /** The whole workspace. */
  readonly program: Program
  /** ISO date, UTC. */
  readonly today: string
  readonly externalPolicy: () => PolicyName | undefined
}

/** Runs every rule of the workspace's standard on one file. */
export const runRules = (file: FileProgram, surroundings: Surroundings): Spoken => {
  const { program, today } = surroundings
  const levels = levelsOf(program)
  const levelOf = remembered(levels)
  const elements = elementsOf(file)
  const raws = [...rules, ...ownRules(program)].flatMap(rule =>
    elements[rule.element].flatMap(at => check(rule, at, surroundings, levelOf)),
  )
  return {
    findings: standardFindings(file, program),
    ...excuse(raws, today),
    waivers: heardWaivers(file, { levels, today, own: ownRuleNames(program) }),
  }
}

type LevelOf = (rule: string, tags: readonly string[]) => ReturnType<typeof levelFor>

/** How rules are set, looked up once for all elements of the same tags. */
const remembered = (levels: readonly Level[]): LevelOf => {
  const known = new Map<string, ReturnType<typeof levelFor>>()
  return (rule, tags) => {
    const key = tags.length === 0 ? rule : `${rule} ${tags.join(' ')}`
    const level = known.get(key) ?? levelFor(levels, rule, tags)
    known.set(key, level)
    return level
  }
}

interface At {
  readonly element: object
  readonly within: readonly Element[]
  readonly tags: readonly string[]
}

const elementsOf = (file: FileProgram): { readonly [kind in ElementKind]: readonly At[] } => ({
  tenant: file.tenants.map(alone),
  organization: file.organizations.map(alone),
  catalog: file.catalogs.map(alone),
  package: file.packages.map(each => ({ element: each, within: [each, each.catalog], tags: each.tags })),
  policy: file.policies.map(policy => ({
    element: policy,
    within: [policy, ...templatesOf(policy), policy.package, policy.package.catalog],
    tags: policy.package.tags,
  })),
})

const alone = (element: Element): At => ({ element, within: [element], tags: [] })

/** The templates that a policy builds on, nearest first; templates that build on themselves are a finding elsewhere. */
export const templatesOf = (policy: PolicyElement): readonly TemplateElement[] => {
  const chain = new Set<TemplateElement>()
  for (let next = policy.template; next !== undefined && !chain.has(next); next = next.base) chain.add(next)
  return [...chain]
}

const boundOf = ({ bound }: Rule, options: Level['options']): number => {
  if (bound === undefined) return 0
  return options.map(option => boundIn(bound, option)).find(value => value !== undefined) ?? bound.default
}

const check = (rule: Rule, at: At, surroundings: Surroundings, levelOf: LevelOf): Raw[] => {
  const { setting, options } = levelOf(rule.name, at.tags)
  if (setting === 'off') return []
  const bound = boundOf(rule, options)
  const raws: Raw[] = []
  rule.check(at.element as never, {
    ...surroundings,
    bound,
    isOn: name => levelOf(name, at.tags).setting !== 'off',
    report: report => {
      const policy = rule.element === 'policy' ? { policy: at.element as PolicyElement } : {}
      raws.push({ rule, severity: setting, bound, report, within: at.within, ...policy })
    },
  })
  return raws
}
