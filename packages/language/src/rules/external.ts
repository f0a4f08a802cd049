import type { Position } from '@entitle/graph'
import { isExternal, type PackageElement, type PolicyElement, type Program } from '../resolve/program.ts'
import type { FileProgram } from '../resolve/resolve.ts'
import type { ExternalPolicy } from './define-rule.ts'
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

/** The policies of a file that let people from outside in, the first of each catalog. */
export const externalPoliciesIn = ({ policies }: FileProgram, program: Program): readonly ExternalPolicy[] => {
  const first = new Map<string, PolicyElement>()
  for (const policy of policies) {
    if (!isExternalPolicy(policy, program)) continue
    const { name } = policy.package.catalog
    const known = first.get(name)
    if (known === undefined || isBefore(policy.range.start, known.range.start)) first.set(name, policy)
  }
  return [...first].map(([catalog, { displayName, nameRange }]) => ({ catalog, displayName, nameRange }))
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line === b.line ? a.character < b.character : a.line < b.line

export const hasTag = (element: PackageElement, tag: string): boolean => element.tags.includes(tag)
