import { boundForm, boundIn } from './bound.ts'
import type { OptionWords, Rule } from './define-rule.ts'
import { patternIn } from './pattern.ts'
import { textInSource } from './source-words.ts'

type Optional = Pick<Rule, 'bound' | 'pattern'>

/** The form of the option that a rule takes, with its default: `at most 365 days`; undefined for a rule without. */
export const optionForm = ({ bound, pattern }: Optional): string | undefined => {
  if (bound !== undefined) return boundForm(bound)
  return pattern === undefined ? undefined : `matching ${textInSource(pattern.default)}`
}

/** Why an option doesn't fit a rule, and what does; undefined where it fits. */
export const optionMistake = (name: string, rule: Optional, option: OptionWords): string | undefined => {
  const { bound, pattern } = rule
  if (bound === undefined && pattern === undefined) return `Rule ${name} has no options. Remove this one.`
  if (bound !== undefined && boundIn(bound, option) !== undefined) return undefined
  if (pattern !== undefined && option.option === 'matching')
    return patternIn(option.pattern) === undefined
      ? `Rule ${name} can't look for this pattern: what may differ from one regular expression to another is left out. Options such as \`(?i)\` stand at its start.`
      : undefined
  return `Rule ${name} takes an option of the form ${quoted(optionForm(rule))}${bound?.most === undefined ? '' : `, with a number up to ${bound.most}`}.`
}

/** A form that has quotes itself stands in backticks. */
const quoted = (form = ''): string => (form.includes('"') ? `\`${form}\`` : `"${form}"`)
