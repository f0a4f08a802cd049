import type { BoundOption, Limits, OptionWords } from './define-rule.ts'
import { frequencies, timesAYear } from './frequency.ts'

const daysIn: { readonly [unit: string]: number } = {
  hour: 1 / 24,
  hours: 1 / 24,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
}

const own = (table: { readonly [word: string]: number }, word: string | undefined): number | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined

/** The number that an option says, in the units of the bound's measure; undefined where it doesn't fit the rule. */
export const boundIn = (bound: BoundOption, option: OptionWords): number | undefined => {
  if (option.option === 'matching' || option.option === 'pairs' || option.option !== bound.direction) return undefined
  const { amount, unit, word } = option
  if (bound.measure === 'frequency') return own(timesAYear, word)
  if (amount === undefined || unit === undefined || amount < 1) return undefined
  if (bound.measure === 'days') {
    const days = own(daysIn, unit)
    return days === undefined ? undefined : amount * days
  }
  const fits = (unit === bound.noun || `${unit}s` === bound.noun) && amount <= (bound.most ?? amount)
  return fits ? amount : undefined
}

export const noLimits: Limits = {}

/** The number that an option says for a noun; undefined where it doesn't fit the rule. */
export const limitIn = (
  limits: Limits,
  option: OptionWords,
): { readonly noun: string; readonly most: number } | undefined => {
  if (option.option !== 'at most' || option.unit === undefined) return undefined
  const { amount = 0, unit } = option
  return amount >= 1 && Object.hasOwn(limits, unit) ? { noun: unit, most: amount } : undefined
}

/** The limits with those that a standard says in their place. */
export const limitsIn = (limits: Limits, options: readonly OptionWords[]): Limits => ({
  ...limits,
  ...Object.fromEntries(
    options.flatMap(option => {
      const said = limitIn(limits, option)
      return said === undefined ? [] : [[said.noun, said.most]]
    }),
  ),
})

/** The form that the option has, with its default: `at most 365 days`. */
export const boundForm = (bound: BoundOption): string => {
  if (bound.measure === 'days') return `${bound.direction} ${daysInWords(bound.default)}`
  if (bound.measure === 'count') return `${bound.direction} ${countInWords(bound.default, bound.noun)}`
  return `${bound.direction} ${frequencies.find(frequency => timesAYear[frequency] === bound.default)}`
}

/** `180 days`, `1 day`; in hours what isn't whole days: `8 hours`. */
export const daysInWords = (days: number): string => {
  const hours = Math.round(days * 24)
  return hours % 24 === 0 ? countInWords(hours / 24, 'days') : countInWords(hours, 'hours')
}

/** `1 stage`, `2 stages`, `1 policy`, of a noun in the plural. */
export const countInWords = (count: number, nouns = ''): string =>
  `${count} ${count === 1 ? nouns.replace(/ies$/, 'ys').replace(/s$/, '') : nouns}`
