import type { DirectoryElement, Excluded, Requestable, Subject } from '../../resolve/program.ts'
import { listInSource } from '../source-words.ts'

/** Whether two names stand for one object of the directory. */
export const isSameObject = (a: DirectoryElement, b: DirectoryElement): boolean =>
  a === b || (a.kind === b.kind && a.displayName.toLowerCase() === b.displayName.toLowerCase())

export const isSameSubject = (a: Subject, b: Subject): boolean => {
  if (a.subject === 'object') return b.subject === 'object' && isSameObject(a.object, b.object)
  if (a.subject === 'manager') return b.subject === 'manager' && a.level === b.level
  return a.subject === b.subject
}

/** Subjects as people call them: `Security desk or manager`. */
export const subjectsInWords = (subjects: readonly Subject[]): string =>
  orList(subjects.map(subject => (subject.subject === 'object' ? subject.object.displayName : inSource(subject))))

/** Subjects as a source lists them: `security-desk, manager level 2`. */
export const subjectsInSource = (subjects: readonly Subject[]): string => subjects.map(inSource).join(', ')

const inSource = (subject: Subject): string => {
  if (subject.subject === 'object') return listInSource([subject])
  return subject.subject === 'manager' && subject.level > 1 ? `manager level ${subject.level}` : subject.subject
}

export const isSameExcluded = (a: Excluded, b: Excluded): boolean =>
  a.kind === 'package'
    ? b.kind === 'package' && a.package.node === b.package.node
    : b.kind === 'group' && isSameObject(a.group, b.group)

/** Who may request, for a sentence that begins "is requestable by". */
export const whoInWords = (who: Requestable): string => {
  switch (who.who) {
    case 'users from':
      return `users from ${orList(who.organizations.map(({ organization }) => organization.displayName))}`
    case 'apps':
    case 'objects':
      return orList(who.objects.map(({ object }) => object.displayName))
    default:
      return who.who
  }
}

/** `A, B or C`. */
export const orList = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
