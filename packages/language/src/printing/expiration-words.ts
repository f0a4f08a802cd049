import type { Value } from '@entitle/graph'
import { durationInWords, momentInWords } from './duration-words.ts'
import { fields, text } from './fields.ts'

/**
 * `expiration` in the language's words: `never`, `after 180 days`, `2027-06-30`.
 * https://learn.microsoft.com/graph/api/resources/expirationpattern
 */
export const expirationInWords = (value: Value | undefined): string => {
  const pattern = fields(value)
  const duration = text(pattern.duration)
  const end = text(pattern.endDateTime)
  switch (pattern.type) {
    case 'afterDuration':
      return duration === undefined ? 'after some time' : `after ${durationInWords(duration)}`
    case 'afterDateTime':
      return end === undefined ? 'on a date' : momentInWords(end)
    case 'noExpiration':
      return 'never'
    default:
      return 'not said'
  }
}
