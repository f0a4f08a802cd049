import type { Fix } from '@entitle/graph'
import type { ObjectReference, Subject } from '../resolve/program.ts'
import { listInSource } from './source-words.ts'

/** The same for the same approver or reviewer, wherever it is named. */
export const deciderKey = (subject: Subject): unknown =>
  subject.subject === 'object' ? subject.object : deciderWords(subject)

/** An approver or reviewer in a sentence: `"Internal audit"`, `manager level 2`, `internal sponsors`. */
export const deciderWords = (subject: Subject): string => {
  if (subject.subject === 'object') return `"${subject.object.displayName}"`
  return subject.subject === 'manager' && subject.level > 1 ? `manager level ${subject.level}` : subject.subject
}

/** Somebody who is there for everyone: named, or the person itself. */
export const isCertain = ({ subject }: Subject): boolean => subject === 'object' || subject === 'self'

/** The only one of a list, where that is a single user. */
export const loneUser = ([first, ...more]: readonly Subject[]): Subject | undefined =>
  first?.subject === 'object' && first.object.kind === 'user' && more.length === 0 ? first : undefined

/** Writes a fallback behind the approvers or reviewers; nothing where there is nobody to fall back on. */
export const fallbackFixes = (
  deciders: readonly Subject[],
  fallback: readonly ObjectReference[],
  safe: boolean,
): readonly Fix[] => {
  const last = deciders.at(-1)
  if (last === undefined || fallback.length === 0) return []
  const { uri, end } = last.range
  const text = `fallback ${listInSource(fallback)}`
  return [{ title: `Add "${text}"`, safe, edits: [{ range: { uri, start: end, end }, text: `, ${text}` }] }]
}
