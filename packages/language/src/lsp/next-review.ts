import type { AstNode } from 'langium'
import type { Ending, Starting } from '../generated/ast.ts'

type Frequency = 'weekly' | 'monthly' | 'quarterly' | 'biannually' | 'annually'

const months: { readonly [frequency in Frequency]: number } = {
  weekly: 0,
  monthly: 1,
  quarterly: 3,
  biannually: 6,
  annually: 12,
}

/** The day of a review, counted from the first: months keep the day of the month, or take their last. */
const occurrence = (start: string, frequency: Frequency, index: number): string => {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const iso = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10)
  if (frequency === 'weekly') return iso(year, month - 1, day + 7 * index)
  const ahead = month - 1 + months[frequency] * index
  const lastDay = Number(iso(year, ahead + 1, 0).slice(8))
  return iso(year, ahead, Math.min(day, lastDay))
}

/** When a review is next, in words, where the sources don't just say it: no start, or one in the past. */
export const nextReview = (
  { statements }: { readonly statements: readonly AstNode[] },
  frequency: Frequency | undefined,
  today: string,
): string | undefined => {
  const start = statements.find((node): node is Starting => node.$type === 'Starting')?.date?.date
  if (start === undefined) return `first review ${today} if deployed today`
  if (start >= today || !isDay(start)) return undefined
  if (frequency === undefined) return 'the review is over'
  const ending = statements.find((node): node is Ending => node.$type === 'Ending')
  let index = 0
  while (occurrence(start, frequency, index) < today) index++
  const next = occurrence(start, frequency, index)
  const last = ending?.date?.date
  const over = (ending?.times !== undefined && index >= ending.times) || (last !== undefined && next > last)
  return over ? 'no more reviews' : `next review ${next}`
}

const isDay = (date: string): boolean => !Number.isNaN(Date.parse(date))
