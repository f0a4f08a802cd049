import type { Requestable } from './program.ts'

/** Whether everybody of `b` is among `a`. */
export const takesAll = (a: Requestable, b: Requestable): boolean => {
  if (a.who === 'objects' && b.who === 'objects')
    return b.objects.every(({ object }) => a.objects.some(other => other.object === object))
  if (a.who === 'apps' && b.who === 'apps')
    return b.objects.every(({ object }) => a.objects.some(other => other.object === object))
  if (a.who === 'users from' && b.who === 'users from')
    return b.organizations.every(({ organization }) =>
      a.organizations.some(other => other.organization === organization),
    )
  if (a.who === b.who) return a.who !== 'no one'
  switch (a.who) {
    case 'any user':
      return b.who === 'any member' || b.who === 'objects'
    case 'any connected organization':
      return b.who === 'users from' && b.organizations.every(({ organization }) => organization.state === 'configured')
    case 'any external user':
      return b.who === 'users from' || b.who === 'any connected organization'
    case 'any service principal':
      return b.who === 'apps'
    default:
      return false
  }
}
