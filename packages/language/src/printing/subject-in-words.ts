import type { Subject } from '../resolve/program.ts'

/** An approver or reviewer as the language writes them, objects by their declared names. */
const subjectInSource = (subject: Subject): string => {
  if (subject.subject === 'object') return subject.object.name ?? `"${subject.object.displayName}"`
  if (subject.subject === 'manager') return subject.level > 1 ? `manager level ${subject.level}` : 'manager'
  return subject.subject
}

/** `anna, fallback governance`. */
export const subjectsInSource = (subjects: readonly Subject[], fallback: readonly Subject[] = []): string =>
  [
    ...subjects.map(subjectInSource),
    ...fallback.map((subject, index) => `${index === 0 ? 'fallback ' : ''}${subjectInSource(subject)}`),
  ].join(', ')
