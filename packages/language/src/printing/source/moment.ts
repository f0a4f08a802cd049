/** A point in time as the language writes one, to the minute in UTC. */
export interface WrittenMoment {
  readonly words: string
  readonly exact: boolean
}

const iso = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):(\d{2})(?:\.\d+)?Z$/

/** A date with its time of day. Undefined for what is no moment in UTC. */
export const writtenTime = (moment: string): WrittenMoment | undefined => {
  const [, date, time, seconds] = iso.exec(moment) ?? []
  return date === undefined ? undefined : { words: `${date} ${time}`, exact: seconds === '00' }
}

/** When something ends: the last second of a day is that day alone. Undefined for what is no moment in UTC. */
export const writtenEnd = (moment: string): WrittenMoment | undefined => {
  const [, date, time, seconds] = iso.exec(moment) ?? []
  if (date !== undefined && time === '23:59' && seconds === '59') return { words: date, exact: true }
  return writtenTime(moment)
}

/** The day at whose beginning something starts; undefined where it starts at another time of the day. */
export const writtenStart = (moment: string): string | undefined =>
  /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/.exec(moment)?.[1]
