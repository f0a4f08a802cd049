import type { Value } from '@entitle/graph'
import { fields, text } from '../fields.ts'
import { writtenLength } from './duration.ts'
import { leftOver } from './left-over.ts'
import { writtenEnd } from './moment.ts'
import { type Gap, type Said, said, together, unsaid } from './said.ts'
import { sentence } from './sentence.ts'

/** When an assignment ends. https://learn.microsoft.com/graph/api/resources/expirationpattern */
export const expiration = (value: Value | undefined): Said => {
  const pattern = fields(value)
  const type = text(pattern.type)
  const duration = text(pattern.duration)
  const moment = text(pattern.endDateTime)
  const rest = (...looked: string[]): Said => ({
    sentences: [],
    gaps: leftOver(pattern, ['type', ...looked], 'expiration').map(({ path }) => ({
      path,
      why: 'The expiration is of a sort that takes no notice of it.',
    })),
  })
  switch (type) {
    case undefined:
      return rest()
    case 'noExpiration':
      return together(said(sentence('never expires')), rest(...noTime(duration)))
    case 'afterDuration': {
      const length = writtenLength(duration ?? '')
      if (length === undefined)
        return unsaid(
          'expiration',
          `${duration ?? 'No duration'} is no length of time that the language knows, so access is written without an end.`,
        )
      const gaps: Gap[] = length.exact
        ? []
        : [
            {
              path: 'expiration/duration',
              why: `The language counts in whole hours and days; ${duration} is written as ${length.words}.`,
            },
          ]
      return together({ sentences: [sentence(`expires after ${length.words}`)], gaps }, rest('duration'))
    }
    case 'afterDateTime': {
      const end = writtenEnd(moment ?? '')
      if (end === undefined)
        return unsaid(
          'expiration',
          `${moment ?? 'No date'} is no moment that the language knows, so access is written without an end.`,
        )
      const gaps: Gap[] = end.exact
        ? []
        : [
            {
              path: 'expiration/endDateTime',
              why: `The language tells time to the minute; ${moment} is written as ${end.words}.`,
            },
          ]
      return together(
        { sentences: [sentence(`expires on ${end.words}`)], gaps },
        rest('endDateTime', ...noTime(duration)),
      )
    }
    default:
      return unsaid(
        'expiration',
        `The language has no words for an expiration of the type ${type}, so access is written without an end.`,
      )
  }
}

/** Graph writes a duration of nothing beside expirations of other sorts. */
const noTime = (duration: string | undefined): string[] =>
  duration === undefined || writtenLength(duration) === undefined ? ['duration'] : []
