import type { RuleOptionElement } from '../resolve/program.ts'
import type { BoundOption } from './define-rule.ts'
import { frequencies, timesAYear } from './frequency.ts'

const daysIn: { readonly [unit: string]: number } = {
  hour: 1 / 24,
  hours: 1 / 24,
  day: 1,
  days: 1,
  week: 7,
  weeks: 7,
}

/** The number that an option says, in the units of the bound's measure; undefined where it doesn't fit the rule. */
export const boundIn = (bound: BoundOption, option: RuleOptionElement): number | undefined => {
  if (option.option !== bound.direction) return undefined
  if (bound.measure === 'frequency') return timesAYear[option.word as keyof typeof timesAYear]
  if (option.amount === undefined || option.unit === undefined) return undefined
  if (bound.measure === 'days') {
    const days = daysIn[option.unit]
    return days === undefined ? undefined : option.amount * days
  }
  const noun = bound.noun ?? ''
  return option.unit === noun || `${option.unit}s` === noun ? option.amount : undefined
}

/** The form that the option has, with its default: `at most 365 days`. */
export const boundForm = (bound: BoundOption): string => {
  if (bound.measure === 'days') return `${bound.direction} ${bound.default} days`
  if (bound.measure === 'count') return `${bound.direction} ${bound.default} ${bound.noun}`
  return `${bound.direction} ${frequencies.find(frequency => timesAYear[frequency] === bound.default)}`
}
