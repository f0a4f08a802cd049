import type { Finding, SourceRange } from '@entitle/graph'
import type { CatalogElement, PolicyElement, Program, TemplateElement } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import type { ElementKind, Elements, PolicyName, RuleContext } from './define-rule.ts'
import { type Level, levelFor, levelsOf } from './levels.ts'
import { ownRuleNames } from './own/own-rule-findings.ts'
import { ownRules } from './own/own-rules.ts'
import type { Raw, Said } from './raw.ts'
import { type At, type LevelOf, RuleRun } from './rule-run.ts'
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
  readonly externalPolicy: (catalog?: string) => PolicyName | undefined
  readonly grantersOf: RuleContext['grantersOf']
  readonly tally: RuleContext['tally']
}

/** Runs every rule of the workspace's standard on one file. */
export const runRules = (file: FileProgram, surroundings: Surroundings): Spoken => {
  const { program, today } = surroundings
  const levels = levelsOf(program)
  const levelOf = remembered(levels)
  const elements = elementsOf(file)
  const raws: Raw[] = []
  for (const rule of [...rules, ...ownRules(program)]) {
    const runs = new Map<string, RuleRun>()
    for (const kind of [rule.element].flat())
      for (const at of elements[kind]) {
        const run = runs.get(at.tagged) ?? new RuleRun(rule, { at, surroundings, levelOf, raws })
        runs.set(at.tagged, run)
        run.look(at)
      }
  }
  return {
    findings: standardFindings(file, program),
    ...excuse(raws, today),
    waivers: heardWaivers(file, { levels, today, own: ownRuleNames(program) }),
  }
}

/** How rules are set, looked up once for all elements of the same tags. */
const remembered = (levels: readonly Level[]): LevelOf => {
  const known = new Map<string, ReturnType<typeof levelFor>>()
  return (rule, { tags, tagged }) => {
    const key = `${rule} ${tagged}`
    const level = known.get(key) ?? levelFor(levels, rule, tags)
    known.set(key, level)
    return level
  }
}

const elementsOf = (file: FileProgram): { readonly [kind in ElementKind]: readonly At[] } => {
  const policies: At[] = []
  const packages = file.packages.map((element): At => {
    const tags = element.tags
    const tagged = tags.join(' ')
    for (const policy of element.policies)
      policies.push({
        element: policy,
        tags,
        tagged,
        within: () => [policy, ...templatesOf(policy), element, element.catalog],
      })
    return { element, tags, tagged, within: () => [element, element.catalog] }
  })
  return {
    tenant: file.tenants.map(alone),
    organization: file.organizations.map(alone),
    catalog: (file.catalogs as readonly CatalogElement[]).map(alone),
    package: packages,
    policy: policies,
    review: file.reviews.map(alone),
  }
}

const alone = (element: Elements[ElementKind]): At => ({ element, tags: none, tagged: '', within: () => [element] })

const none: readonly string[] = []

/** The templates that a policy builds on, nearest first; templates that build on themselves are a finding elsewhere. */
export const templatesOf = (policy: PolicyElement): readonly TemplateElement[] => {
  const chain = new Set<TemplateElement>()
  for (let next = policy.template; next !== undefined && !chain.has(next); next = next.base) chain.add(next)
  return [...chain]
}
