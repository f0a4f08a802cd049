import type { Subject } from '../resolve/program.ts'

/** Who decides, for people who don't know the names of the sources: `Service desk, fallback manager`. */
export const people = (subjects: readonly Subject[], fallback: readonly Subject[] = []): string =>
  [
    ...subjects.map(called),
    ...fallback.map((subject, index) => `${index === 0 ? 'fallback ' : ''}${called(subject)}`),
  ].join(', ')

const called = (subject: Subject): string => {
  if (subject.subject === 'object') return subject.object.displayName
  if (subject.subject === 'manager') return subject.level > 1 ? `manager, level ${subject.level}` : 'manager'
  return subject.subject
}
