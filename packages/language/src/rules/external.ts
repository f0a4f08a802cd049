import { isExternal, type PackageElement, type PolicyElement, type Program } from '../resolve/program.ts'

/** People from outside may request under this policy: by organization, connected or not, or as guests among "any user". */
export const isExternalPolicy = (policy: PolicyElement): boolean =>
  policy.terms.requestable !== undefined && isExternal(policy.terms.requestable.value)

/** The people whom a policy lets in, for a sentence: "people from Fabrikam and Litware". */
export const requestorsOf = (policy: PolicyElement): string => {
  const requestable = policy.terms.requestable?.value
  switch (requestable?.who) {
    case 'users from':
      return `people from ${inWords(requestable.organizations.map(({ organization }) => organization.displayName))}`
    case 'any connected organization':
      return 'people from every connected organization'
    case 'any external user':
      return 'anybody from outside'
    case 'any user':
      return 'members and guests'
    case 'any member':
      return 'all members'
    case undefined:
    case 'no one':
      return 'people whom administrators assign'
    default:
      return 'its requestors'
  }
}

/** `A, B and C`. */
export const inWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

export const policiesOf = (program: Program): PolicyElement[] =>
  packagesOf(program).flatMap(element => element.policies)

export const packagesOf = (program: Program): PackageElement[] => program.catalogs.flatMap(catalog => catalog.packages)

export const hasTag = (element: PackageElement, tag: string): boolean => element.tags.includes(tag)
