import { fold, type SourceRange } from '@entitle/graph'
import { minutesInWords, momentInWords } from '../printing/duration-words.ts'
import { subjectsInSource } from '../printing/subject-in-words.ts'
import type { Expectation, PackageElement, Sourced, Subject, Terms } from '../resolve/program.ts'

/** What is so instead of what was expected, and where that is said. */
export interface Instead {
  readonly says: string
  readonly range?: SourceRange
}

/** What only the terms of a policy tell. */
export type ExpectedTerms = Extract<Expectation, { readonly expect: 'approval' | 'access' | 'review' }>

/**
 * How the terms of a policy differ from what is expected of them; undefined where they don't.
 * @param on the day of the request, an ISO date: access begins on it, as if it were approved at once
 */
export const differing = (expected: ExpectedTerms, terms: Terms, on: string): Instead | undefined => {
  switch (expected.expect) {
    case 'approval':
      return approval(expected.stages, terms)
    case 'access':
      return access(expected.until, terms, on)
    case 'review':
      return review(expected.frequency, terms)
  }
}

const approval = (
  stages: Extract<ExpectedTerms, { readonly expect: 'approval' }>['stages'],
  { approval: said }: Terms,
): Instead | undefined => {
  const actual = said?.value.required === true ? said.value.stages.map(({ approvers }) => approvers) : []
  const wanted = stages ?? []
  if (wanted.length === actual.length && wanted.every((stage, index) => isSame(stage, actual[index] ?? []))) return
  const words =
    actual.length === 0
      ? 'no approval is required'
      : `approval is by ${actual.map(stage => subjectsInSource(stage)).join(', then ')}`
  return { says: words, ...placeOf(said) }
}

const isSame = (one: readonly Subject[], other: readonly Subject[]): boolean => {
  const [mine, yours] = [one, other].map(all => [...new Set(all.map(keyOf))].sort().join('\n'))
  return mine === yours
}

const keyOf = (subject: Subject): string => {
  if (subject.subject === 'manager') return `manager ${subject.level}`
  if (subject.subject !== 'object') return subject.subject
  const { kind, displayName, id } = subject.object
  return `${kind} ${id?.toLowerCase() ?? fold(displayName)}`
}

const access = (until: string | undefined, { expiration: said }: Terms, on: string): Instead | undefined => {
  const expires = said?.value ?? { expires: 'never' as const }
  const place = placeOf(said)
  if (expires.expires === 'never') return until === undefined ? undefined : { says: 'access has no end', ...place }
  if (expires.expires === 'on')
    return expires.date === until ? undefined : { says: `access ends on ${momentInWords(expires.date)}`, ...place }
  const day = dayAfter(on, expires.minutes)
  // It ends at the time of day at which it was granted, which nobody knows.
  if (day !== undefined && until?.slice(0, 10) === day) return
  const when =
    day === undefined
      ? `${minutesInWords(expires.minutes)} later`
      : `on ${day}, ${minutesInWords(expires.minutes)} after the request`
  return { says: `access ends ${when}`, ...place }
}

const dayAfter = (on: string, minutes: number): string | undefined => {
  const time = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000
  return time < Date.parse('+010000-01-01') ? new Date(time).toISOString().slice(0, 10) : undefined
}

const review = (
  frequency: Extract<ExpectedTerms, { readonly expect: 'review' }>['frequency'],
  { review: said }: Terms,
): Instead | undefined =>
  said?.value.frequency === frequency
    ? undefined
    : {
        says: said === undefined ? 'nothing is reviewed' : `access is reviewed ${said.value.frequency}`,
        ...placeOf(said),
      }

/** What a package excludes, that is expected of it. */
export const excludes = (
  expected: Extract<Expectation, { readonly expect: 'incompatible' }>,
  { incompatible }: PackageElement,
): boolean =>
  incompatible.some(each =>
    'package' in expected
      ? each.kind === 'package' && each.package.node === expected.package.node
      : each.kind === 'group' &&
        each.group.object.kind === expected.group.kind &&
        fold(each.group.object.displayName) === fold(expected.group.displayName),
  )

const placeOf = (said: Sourced<unknown> | undefined): { readonly range?: SourceRange } =>
  said === undefined ? {} : { range: said.range }
