import { isRef, type Properties, type Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { subjectInWords } from '../subject-words.ts'
import { leftOver } from './left-over.ts'
import type { Gap } from './said.ts'
import { commas, type Part } from './sentence.ts'

/** Subjects as items of a list, and those that the language has no word for. */
export interface WrittenSubjects {
  readonly items: readonly (readonly Part[])[]
  readonly gaps: readonly Gap[]
}

/** The sort of a set of people, without Graph's prefix. */
export const sortOf = (subject: Value): string =>
  (text(fields(subject)['@odata.type']) ?? '').replace(/^#?microsoft\.graph\./, '')

/** Who approves or reviews. https://learn.microsoft.com/graph/api/resources/subjectset */
export const writtenSubjects = (value: Value | undefined, path: string, live: boolean): WrittenSubjects => {
  const all = items(value).map((subject, index) => ({ subject, at: `${path}/${index}`, parts: written(subject, live) }))
  return {
    items: all.flatMap(({ parts }) => (parts === undefined ? [] : [parts])),
    gaps: all.flatMap(({ subject, at, parts }) =>
      parts === undefined
        ? [{ path: at, why: `The language has no word for ${subjectInWords(subject)} here.` }]
        : restOf(subject, at),
    ),
  }
}

/** What a subject says besides who it is; its description is what the directory calls it. */
export const restOf = (subject: Value, path: string): readonly Gap[] => leftOver(fields(subject), looked, path)

const looked = ['description', 'managerLevel', 'userId', 'groupId', 'servicePrincipalId', 'connectedOrganizationId']

const written = (value: Value, live: boolean): readonly Part[] | undefined => {
  const subject = fields(value)
  switch (sortOf(value)) {
    case 'requestorManager':
      return managerWords(subject)
    case 'internalSponsors':
      return ['internal sponsors']
    case 'externalSponsors':
      return ['external sponsors']
    case 'targetUserSponsors':
      return ['user sponsors']
    case 'singleUser':
      return object(subject.userId, 'user', live)
    case 'groupMembers':
      return object(subject.groupId, 'group', live)
    default:
      return undefined
  }
}

const managerWords = ({ managerLevel: level = 1 }: Properties): readonly Part[] | undefined => {
  if (level === null || level === 1) return ['manager']
  return typeof level === 'number' && Number.isInteger(level) && level > 0 ? [`manager level ${level}`] : undefined
}

/** One directory object, where the reference is one to that kind. */
export const object = (value: Value | undefined, kind: string, live: boolean): readonly Part[] | undefined =>
  isRef(value) && value.$ref === kind ? [{ use: value, live }] : undefined

/** `anna, manager, fallback governance`; the fallback can't be said where there is no one else. */
export const withFallback = (primary: WrittenSubjects, fallback: WrittenSubjects): readonly Part[] =>
  commas([...primary.items, ...fallback.items.map((item, index) => (index === 0 ? ['fallback', ...item] : item))])
