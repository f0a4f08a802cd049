import type { Program } from '../resolve/program.ts'
import type { Rule, Setting } from './define-rule.ts'
import { hygiene } from './hygiene.ts'
import { type Level, levelsOf, rootsOf, type SetBy } from './levels.ts'
import { optionForm, optionInWords } from './option.ts'
import { ownRules } from './own/own-rules.ts'
import { rules } from './table.ts'

/** How a rule is set, and by whom. */
export interface SettingHere {
  readonly setting: Setting
  /** `at most 90 days`; what holds where no standard says it, for a rule that takes an option. */
  readonly option?: string
  /** Undefined where no standard sets the rule, so that it is off. */
  readonly by?: SetBy
}

/** A rule as a workspace has it. */
export interface RuleHere extends SettingHere {
  readonly name: string
  readonly finds: string
  /** `built-in`: it comes with Entitle; `waivers`: it looks at waivers; `own`: a standard of the workspace makes it. */
  readonly kind: 'built-in' | 'waivers' | 'own'
  /** How it is set for packages with one of these tags; where several fit, the last holds. */
  readonly where: readonly (SettingHere & { readonly tags: readonly string[] })[]
}

export interface RulesHere {
  /** The name of the standard that holds. */
  readonly standard: string
  readonly rules: readonly RuleHere[]
}

/** Which rules hold in a workspace, how they are set, and which standard says so. */
export const rulesHere = (program: Program): RulesHere => {
  const levels = Map.groupBy(levelsOf(program), ({ rule }) => rule)
  const here = (rule: Named, kind: RuleHere['kind']): RuleHere => ruleHere(rule, kind, levels.get(rule.name) ?? [])
  const own = [...new Map(ownRules(program).map(rule => [rule.name, rule])).values()]
  const all = [
    ...rules.map(rule => here(rule, 'built-in')),
    ...Object.entries(hygiene).map(([name, { finds }]) => here({ name, finds }, 'waivers')),
    ...own.map(rule => here(rule, 'own')),
  ]
  return {
    standard: rootsOf(program.standards)[0]?.name ?? 'recommended',
    rules: all.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

type Named = Pick<Rule, 'name' | 'finds'> & Partial<Rule>

const ruleHere = (rule: Named, kind: RuleHere['kind'], levels: readonly Level[]): RuleHere => {
  const whole = levels.filter(({ tags }) => tags.length === 0)
  const said = whole.findLast(({ options }) => options.length > 0)
  const set = whole.at(-1)
  const option = optionOf(rule, said)
  return {
    name: rule.name,
    finds: rule.finds,
    kind,
    setting: set?.setting ?? 'off',
    ...(option === undefined ? {} : { option }),
    ...(set === undefined ? {} : { by: set.by }),
    where: levels
      .filter(({ tags }) => tags.length > 0)
      .map(level => {
        const { tags, setting, by, options } = level
        const other = options.length === 0 ? undefined : optionOf(rule, level)
        return { tags, setting, by, ...(other === undefined ? {} : { option: other }) }
      }),
  }
}

/** What a standard says, else the rule's own. A rule that takes pairs has none of its own. */
const optionOf = (rule: Named, said: Level | undefined): string | undefined => {
  if (said !== undefined) return said.options.map(optionInWords).join(' ')
  return rule.pairs === true ? undefined : optionForm(rule)
}
