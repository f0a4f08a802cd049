import type { BoundOption, Limits, PatternOption } from '../rules/define-rule.ts'
import { optionForm, type Rule } from '../rules/index.ts'

/** What the editor must know of the rules: which there are, and what each finds. */
export interface RuleBook {
  readonly names: readonly string[]
  /** What the rule finds, why that matters, how it is set, in Markdown; undefined for a rule that there isn't. */
  describe(rule: string): string | undefined
  /** The option that the rule takes, and how it is written; undefined for one without. */
  option?(rule: string): OptionOfRule | undefined
}

/** The option that a rule takes: a bound, a pattern, limits by their nouns, or pairs. */
export interface OptionOfRule {
  readonly form: string
  readonly bound?: BoundOption
  readonly pattern?: PatternOption
  readonly limits?: Limits
  readonly pairs?: true
}

export const ruleBook = (rules: readonly Rule[]): RuleBook => ({
  names: rules.map(({ name }) => name),
  describe: name => {
    const rule = rules.find(candidate => candidate.name === name)
    return rule === undefined ? undefined : description(rule)
  },
  option: name => {
    const rule = rules.find(candidate => candidate.name === name)
    const form = rule && optionForm(rule)
    return rule === undefined || form === undefined ? undefined : { ...rule, form }
  },
})

const description = (rule: Rule): string => {
  const { recommended, strict } = rule.severity
  return [
    `Finds ${rule.finds}. ${rule.why}`,
    `\`recommended\`: ${recommended} · \`strict\`: ${strict}${optionOf(rule)}`,
    `[Microsoft’s recommendation](${rule.source})`,
  ].join('\n\n')
}

const optionOf = (rule: Rule): string => {
  const form = optionForm(rule)
  return form === undefined ? '' : ` · ${form}${rule.pairs === true ? '' : ' unless a standard says otherwise'}`
}
