import type { PairSide } from '../resolve/program.ts'
import { boundForm, boundIn, limitIn } from './bound.ts'
import type { OptionWords, Rule } from './define-rule.ts'
import { patternIn } from './pattern.ts'
import { textInSource } from './source-words.ts'

type Optional = Pick<Rule, 'bound' | 'pattern' | 'limits' | 'pairs'>

/** The form of the option that a rule takes, with what holds otherwise: `at most 365 days`; undefined for a rule without. */
export const optionForm = ({ bound, pattern, limits, pairs }: Optional): string | undefined => {
  if (bound !== undefined) return boundForm(bound)
  if (pairs === true) return 'pairs A with B'
  if (pattern !== undefined) return `matching ${textInSource(pattern.default)}`
  const [limit] = Object.entries(limits ?? {})
  return limit && `at most ${limit[1]} ${limit[0]}`
}

/** An option as it is written: `at most 90 days`. */
export const optionInWords = (option: OptionWords): string => {
  switch (option.option) {
    case 'matching':
      return `matching ${textInSource(option.pattern)}`
    case 'pairs':
      return `pairs ${option.pairs.map(({ sides }) => sides.map(sideInWords).join(' with ')).join(', ')}`
    default:
      return [option.option, option.amount, option.unit, option.word].filter(part => part !== undefined).join(' ')
  }
}

const sideInWords = (side: PairSide): string =>
  side.side === 'package'
    ? `${side.package.catalog.name}.${side.package.name}`
    : `${textInSource(side.role)} ${side.resource.kind === 'group' ? 'of' : 'in'} ${side.resource.name ?? textInSource(side.resource.displayName)}`

/** Why an option doesn't fit a rule, and what does; undefined where it fits. */
export const optionMistake = (name: string, rule: Optional, option: OptionWords): string | undefined => {
  const form = optionForm(rule)
  if (form === undefined) return `Rule ${name} has no options. Remove this one.`
  if (fits(rule, option)) return undefined
  if (rule.pattern !== undefined && option.option === 'matching')
    return `Rule ${name} can't look for this pattern: what may differ from one regular expression to another is left out. Options such as \`(?i)\` stand at its start.`
  return `Rule ${name} takes an option of the form ${quoted(form)}${behind(rule)}.`
}

const fits = ({ bound, pattern, limits, pairs }: Optional, option: OptionWords): boolean => {
  if (option.option === 'pairs') return pairs === true
  if (option.option === 'matching') return pattern !== undefined && patternIn(option.pattern) !== undefined
  if (limits !== undefined) return limitIn(limits, option) !== undefined
  return bound !== undefined && boundIn(bound, option) !== undefined
}

/** What else the form of the option doesn't show. */
const behind = ({ bound, limits = {} }: Optional): string => {
  if (bound?.most !== undefined) return `, with a number up to ${bound.most}`
  const [, ...nouns] = Object.keys(limits)
  return nouns.length === 0 ? '' : `, or with another of these words: ${nouns.join(', ')}`
}

/** A form that has quotes itself stands in backticks. */
const quoted = (form: string): string => (form.includes('"') ? `\`${form}\`` : `"${form}"`)
