import { isExternal, type PackageElement, type PolicyElement, type Program } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import type { PolicyName } from './define-rule.ts'
import { guestsIn } from './guest.ts'

/** People from outside may request under this policy: by organization, connected or not, as guests among "any user", or as guests on a list. */
export const isExternalPolicy = ({ terms: { requestable } }: PolicyElement, program: Program): boolean =>
  requestable !== undefined && (isExternal(requestable.value) || guestsIn(requestable.value, program).length > 0)

/** The people whom an external policy lets in, for a sentence: "people from Fabrikam and Litware". */
export const requestorsOf = (policy: PolicyElement, program: Program): string => {
  const requestable = policy.terms.requestable?.value
  switch (requestable?.who) {
    case 'users from':
      return `people from ${inWords(requestable.organizations.map(({ organization }) => organization.displayName))}`
    case 'any connected organization':
      return 'people from every connected organization'
    case 'any external user':
      return 'people from anywhere outside'
    case 'objects':
      return inWords(guestsIn(requestable, program).map(({ displayName }) => displayName))
    default:
      return 'members and guests'
  }
}

/** `A, B and C`. */
const inWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The first policy of a file that lets people from outside in. */
export const externalPolicyIn = ({ policies }: FileProgram, program: Program): PolicyName | undefined => {
  const found = policies
    .filter(policy => isExternalPolicy(policy, program))
    .toSorted((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)[0]
  return found && { displayName: found.displayName, nameRange: found.nameRange }
}

export const hasTag = (element: PackageElement, tag: string): boolean => element.tags.includes(tag)
