import type { Value } from '@entitle/graph'
import { momentInWords } from './duration-words.ts'
import { expirationInWords } from './expiration-words.ts'
import { fields, text } from './fields.ts'

/** When somebody's access starts: `2027-01-01`, and another time than the day's first follows the date. */
export const startInWords = (value: Value | undefined): string | undefined => {
  const moment = text(value)
  return moment === undefined ? undefined : momentInWords(moment).replace(/ 00:00$/, '')
}

/**
 * From when until when somebody has access: `from 2027-01-01 until 2027-03-31`. Undefined where neither is said.
 * https://learn.microsoft.com/graph/api/resources/entitlementmanagementschedule
 */
export const accessInWords = (value: Value | undefined): string | undefined => {
  const { startDateTime, expiration } = fields(value)
  const start = startInWords(startDateTime)
  const { type } = fields(expiration)
  const end = expirationInWords(expiration)
  const words = [
    ...(start === undefined ? [] : [`from ${start}`]),
    ...(type === 'afterDateTime' ? [`until ${end}`] : type === 'afterDuration' ? [end] : []),
    ...(type === 'noExpiration' ? ['without an end'] : []),
  ]
  return words.length === 0 ? undefined : words.join(' ')
}
