import type { SourceRange } from '@entitle/graph'
import { isDate } from '../syntax/moment.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

/** Ends that are over: access that would end as it begins. */
export const dateInPast: FileCheck = ({ documents, today }) =>
  documents.flatMap(document => {
    const ends: { readonly date: string; readonly range: SourceRange; readonly what: string }[] = [
      ...nodesOf(document, 'Expiration').flatMap(({ date }) =>
        date?.date === undefined ? [] : [{ date: date.date, range: rangeOf(date), what: 'Access that expires on' }],
      ),
      ...nodesOf(document, 'Ending').flatMap(({ date }) =>
        date?.date === undefined ? [] : [{ date: date.date, range: rangeOf(date), what: 'A review that ends on' }],
      ),
      ...nodesOf(document, 'Assign').flatMap(({ until }) =>
        until?.date === undefined ? [] : [{ date: until.date, range: rangeOf(until), what: 'An assignment until' }],
      ),
      ...nodesOf(document, 'StandaloneReview').flatMap(({ statements }) => {
        const starting = statements.findLast(statement => statement.$type === 'Starting')
        const once = !statements.some(({ $type }) => $type === 'Recurs')
        return !once || starting?.date?.date === undefined
          ? []
          : [
              {
                date: starting.date.date,
                range: rangeOf(starting.date),
                what: 'A review that takes place once, starting on',
              },
            ]
      }),
    ]
    return ends
      .filter(({ date }) => isDate(date) && date < today)
      .map(({ date, range, what }) =>
        findingAt(
          'date-in-past',
          'warning',
          range,
          `${what} ${date} is over already: today is ${today}. Write a later day.`,
        ),
      )
  })
