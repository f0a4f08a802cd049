import type { IToken } from 'chevrotain'
import type { Limits } from '../rules/define-rule.ts'
import { frequencies } from '../rules/frequency.ts'
import type { Expectation } from '../syntax/expectation.ts'
import type { RuleBook } from './rule-book.ts'

/** The rule whose setting is being written: the name behind the last `rule`. */
const ruleBefore = (tokens: readonly IToken[]): string | undefined =>
  tokens[tokens.findLastIndex(({ image }) => image === 'rule') + 1]?.image

/** Options that this rule doesn't take: what begins or goes on with them isn't offered. Of an unknown rule, all may be its. */
export const isForeignOption = ({ rule, keyword }: Expectation, tokens: readonly IToken[], book: RuleBook): boolean => {
  if (rule !== 'BoundOption' && rule !== 'PatternOption' && rule !== 'PairsOption') return false
  const name = ruleBefore(tokens)
  if (name === undefined || !book.names.includes(name)) return false
  const option = book.option?.(name)
  if (rule === 'PairsOption') return option?.pairs !== true
  if (rule === 'PatternOption') return option?.pattern === undefined
  if (option?.limits !== undefined) return keyword === 'least'
  const bound = option?.bound
  if (bound === undefined) return true
  return (keyword === 'most' || keyword === 'least') && !bound.direction.endsWith(keyword)
}

/** The whole option as the rule takes it, where it may begin: `at most 365 days`. */
export const wholeOption = (tokens: readonly IToken[], book: RuleBook): string | undefined => {
  const name = ruleBefore(tokens)
  return name === undefined ? undefined : book.option?.(name)?.form
}

/** What follows `at most` or `at least`: the rule's default, then what else its measure takes. */
export const offeredBounds = (
  { property, terminal }: Expectation,
  tokens: readonly IToken[],
  book: RuleBook,
): readonly string[] => {
  const name = ruleBefore(tokens)
  const option = name === undefined ? undefined : book.option?.(name)
  const measure = option?.bound?.measure
  const usual = option?.form.split(' ').slice(2).join(' ')
  if (option?.limits !== undefined) return offeredLimits(option.limits, terminal, property)
  if (property === 'word') return measure === undefined || measure === 'frequency' ? frequenciesFrom(usual) : []
  if (terminal === 'NUMBER') {
    if (measure === 'days') return [...new Set([usual ?? '', '365 days', '180 days', '90 days'])].filter(Boolean)
    return measure === 'count' && usual !== undefined ? [...new Set([usual, `2 ${option?.bound?.noun}`])] : []
  }
  if (property !== 'unit') return []
  const one = tokens.at(-1)?.image === '1'
  const noun = option?.bound?.noun
  if (measure === 'count' && noun !== undefined) return [one ? noun.replace(/s$/, '') : noun]
  if (measure === 'days') return one ? ['day', 'week', 'hour'] : ['days', 'weeks', 'hours']
  return measure === undefined ? ['days', 'stages'] : []
}

const offeredLimits = (limits: Limits, terminal?: string, property?: string): readonly string[] => {
  if (terminal === 'NUMBER') return Object.entries(limits).map(([noun, most]) => `${most} ${noun}`)
  return property === 'unit' ? Object.keys(limits) : []
}

const frequenciesFrom = (usual: string | undefined): readonly string[] => {
  const all: readonly string[] = frequencies
  return usual === undefined || !all.includes(usual) ? all : [usual, ...all.filter(word => word !== usual)]
}
