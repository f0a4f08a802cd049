import type { Program, Requestable } from '../resolve/program.ts'
import { takesAll } from '../resolve/takes-all.ts'
import { guestsIn } from './guest.ts'

/** Whether somebody may request by both: what the sources show. Who is in a group they don't show; that somebody in it is a member is taken for granted. */
export const sharesPeople = (a: Requestable, b: Requestable, program: Program): boolean =>
  a.who !== 'no one' &&
  b.who !== 'no one' &&
  (takesAll(a, b) || takesAll(b, a) || reaches(a, b, program) || reaches(b, a, program))

const reaches = (a: Requestable, b: Requestable, program: Program): boolean => {
  switch (a.who) {
    case 'objects':
      if (b.who === 'objects') return a.objects.some(({ object }) => b.objects.some(other => other.object === object))
      return b.who === 'any member' && guestsIn(a, program).length < a.objects.length
    case 'apps':
      return b.who === 'apps' && a.objects.some(({ object }) => b.objects.some(other => other.object === object))
    case 'users from':
      if (b.who === 'users from')
        return a.organizations.some(({ organization }) =>
          b.organizations.some(other => other.organization === organization),
        )
      return (
        b.who === 'any connected organization' &&
        a.organizations.some(({ organization }) => organization.state === 'configured')
      )
    case 'any user':
      // Guests who are in the directory already.
      return b.who === 'users from' || b.who === 'any connected organization' || b.who === 'any external user'
    default:
      return false
  }
}

/**
 * By what Entra picks among several policies that take the same person: those of the lowest number, whatever the others say. Among several of
 * these the person chooses. https://learn.microsoft.com/entra/id-governance/entitlement-management-troubleshoot#multiple-policies
 */
export const precedence = ({ who }: Requestable): number => {
  switch (who) {
    case 'objects':
    case 'users from':
    case 'apps':
      return 1
    case 'any member':
    case 'any service principal':
    case 'any agent identity':
      return 2
    case 'any user':
      return 3
    default:
      return 4
  }
}
