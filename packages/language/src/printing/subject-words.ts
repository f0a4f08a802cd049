import { isRef, type Value } from '@entitle/graph'
import { fields, items, refName, text } from './fields.ts'

const typeOf = (value: Value): string => (text(fields(value)['@odata.type']) ?? '').replace(/^#?microsoft\.graph\./, '')

/** Who a `subjectSet` of Graph means, in the language's words. https://learn.microsoft.com/graph/api/resources/subjectset */
export const subjectInWords = (value: Value): string => {
  if (isRef(value)) return refName(value)
  const subject = fields(value)
  switch (typeOf(value)) {
    case 'requestorManager':
    case 'targetManager': {
      const level = subject.managerLevel
      return typeof level === 'number' && level > 1 ? `manager level ${level}` : 'manager'
    }
    case 'internalSponsors':
      return 'internal sponsors'
    case 'externalSponsors':
      return 'external sponsors'
    case 'targetUserSponsors':
      return 'user sponsors'
    case 'targetApplicationOwners':
      return 'application owners'
    case 'targetAgentIdentitySponsorsOrOwners':
      return 'agent sponsors or owners'
    case 'attributeRuleMembers':
      return `where ${JSON.stringify(text(subject.membershipRule) ?? '')}`
    default:
      return named(value)
  }
}

const named = (value: Value): string => {
  const subject = fields(value)
  for (const key of ['userId', 'groupId', 'connectedOrganizationId', 'servicePrincipalId']) {
    const member = subject[key]
    if (isRef(member)) return refName(member)
    if (typeof member === 'string') return text(subject.description) ?? member
  }
  return text(subject.description) ?? (typeOf(value) === '' ? 'someone' : typeOf(value))
}

export const subjectsInWords = (value: Value | undefined): string => items(value).map(subjectInWords).join(', ')

/** `anna, fallback governance`; only the fallback where there is no one else. */
export const withFallback = (primary: Value | undefined, fallback: Value | undefined): string =>
  [subjectsInWords(primary), items(fallback).length === 0 ? '' : `fallback ${subjectsInWords(fallback)}`]
    .filter(part => part !== '')
    .join(', ')

/** Requestors: `users from Fabrikam, Litware`, or the list of users, groups and applications. */
export const targetsInWords = (value: Value | undefined): string => {
  const targets = items(value)
  if (targets.length === 0) return 'no one'
  const organizations = targets.every(target => typeOf(target) === 'connectedOrganizationMembers')
  return `${organizations ? 'users from ' : ''}${subjectsInWords(value)}`
}
