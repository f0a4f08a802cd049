import { isRef, type TenantObject } from '@entitle/graph'
import { fields, text } from '../fields.ts'
import { leftOver } from './left-over.ts'
import { type WrittenMoment, writtenEnd, writtenStart, writtenTime } from './moment.ts'
import { type Gap, of, type Said, together, type Unsaid, unsaid } from './said.ts'
import { type Part, sentence } from './sentence.ts'
import { isLive, type Surroundings } from './surroundings.ts'

interface When {
  readonly words: readonly Part[]
  readonly gaps: readonly Gap[]
}

/** A direct assignment. https://learn.microsoft.com/graph/api/resources/accesspackageassignment */
export const assignment = (object: TenantObject, { nameOf, parentOf }: Surroundings): Said<Unsaid> => {
  const { address, parent = '', properties } = object
  const { target } = properties
  const accessPackage = parentOf(parent) ?? ''
  const names = [parentOf(accessPackage) ?? '', accessPackage, parent].flatMap(each => nameOf(each) ?? [])
  const [catalog, named, policy] = names
  if (!isRef(target) || target.$ref !== 'user' || policy === undefined)
    return of(address, unsaid('', 'Only users are assigned, under policies that are among what was read.'))
  const schedule = fields(properties.schedule)
  const pattern = fields(schedule.expiration)
  const start = when('from', 'schedule/startDateTime', text(schedule.startDateTime), starting)
  const isDated = pattern.type === 'afterDateTime'
  const end = isDated ? when('until', 'schedule/expiration', text(pattern.endDateTime), writtenEnd) : none
  const who: Part = { use: target, live: isLive(object) }
  return of(
    address,
    together(
      {
        sentences: [
          sentence('assign', who, 'to', `${catalog}.${named}`, 'using', policy, ...start.words, ...end.words),
        ],
        gaps: [...start.gaps, ...end.gaps],
      },
      { sentences: [], gaps: leftOver(properties, ['target', 'schedule']) },
      { sentences: [], gaps: leftOver(schedule, ['startDateTime', 'expiration'], 'schedule') },
    ),
  )
}

const none: When = { words: [], gaps: [] }

const starting = (moment: string): WrittenMoment | undefined => {
  const day = writtenStart(moment)
  return day === undefined ? writtenTime(moment) : { words: day, exact: true }
}

/** Without an end of its own it ends as the policy has it, and nothing is said. */
function when(
  word: string,
  path: string,
  moment: string | undefined,
  written: (moment: string) => WrittenMoment | undefined,
): When {
  if (moment === undefined) return none
  const found = written(moment)
  if (found === undefined)
    return { words: [], gaps: [{ path, why: `${moment} is no moment that the language knows.` }] }
  const why = `The language tells time to the minute; ${moment} is written as ${found.words}.`
  return { words: [word, found.words], gaps: found.exact ? [] : [{ path, why }] }
}
