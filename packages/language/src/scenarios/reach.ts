import { fold } from '@entitle/graph'
import type {
  DirectoryElement,
  ObjectReference,
  OrganizationElement,
  PolicyElement,
  Program,
  Requestable,
  ScenarioRequestor,
} from '../resolve/program.ts'

/** Whether somebody may request under a policy, and why. */
export interface Reach {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** Half a sentence for what isn't `yes`. */
  readonly because: string
}

const yes: Reach = { answer: 'yes', because: '' }
const no = (because: string): Reach => ({ answer: 'no', because })
const unknown = (because: string): Reach => ({ answer: 'unknown', because })

/**
 * Whether a requestor is in the scope of a policy, by what the sources say. Who is described, as in `member in group …`, is in those groups and in no others; of a person
 * who is named it isn't known in which groups they are.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-request-policy
 */
export const reach = (
  requestor: ScenarioRequestor,
  { package: { catalog }, terms }: PolicyElement,
  program: Pick<Program, 'organizations' | 'tenants'>,
): Reach => {
  if (!catalog.published) return no(`catalog ${catalog.name} is unpublished`)
  if (terms.automatic !== undefined) return no('access is assigned automatically, and nobody requests it')
  if (terms.requestable === undefined) return no('it says nobody who may request')
  const { value } = terms.requestable
  const found = within(value, requestor, program)
  return found.answer !== 'no' && comesFromOutside(value) && !catalog.visibleToExternal
    ? no(`catalog ${catalog.name} is not visible to external users`)
    : found
}

const comesFromOutside = ({ who }: Requestable): boolean =>
  who === 'users from' || who === 'any connected organization' || who === 'any external user'

const within = (
  requestable: Requestable,
  requestor: ScenarioRequestor,
  program: Pick<Program, 'organizations' | 'tenants'>,
): Reach => {
  if (requestor.requestor === 'person') return ofPerson(requestable, requestor.person.object, program)
  const isExternal = requestor.requestor === 'external'
  switch (requestable.who) {
    case 'no one':
      return no('it lets nobody request')
    case 'any member':
      return requestor.requestor === 'member' ? yes : no('it lets members request')
    case 'any user':
      return isExternal
        ? unknown('it lets all users of the directory request, and it is not known whether this one is a guest there')
        : yes
    case 'any external user':
      return requestor.requestor === 'member' ? no('it lets people from outside request') : yes
    case 'any connected organization':
    case 'users from':
      return fromOrganization(requestable, requestor, program)
    case 'objects':
      return amongObjects(requestable.objects, requestor)
    default:
      return no('it lets applications request')
  }
}

const fromOrganization = (
  requestable: Requestable,
  requestor: Exclude<ScenarioRequestor, { readonly requestor: 'person' }>,
  { organizations }: Pick<Program, 'organizations'>,
): Reach => {
  if (requestor.requestor === 'member') return no('it lets people of connected organizations request')
  if (requestor.requestor === 'guest')
    return unknown('it lets people of connected organizations request, and it is not known where the guest comes from')
  const home = 'organization' in requestor ? requestor.organization : ofDomain(requestor.domain, organizations)
  if (home === undefined) return no('no connected organization has that domain')
  if (requestable.who === 'any connected organization')
    return home.state === 'configured' ? yes : no(`organization ${home.name} is only proposed`)
  const named = requestable.who === 'users from' ? requestable.organizations : []
  return named.some(({ organization }) => organization.node === home.node)
    ? yes
    : no(`it lets people of ${named.map(({ organization }) => organization.name).join(', ')} request`)
}

const ofDomain = (domain: string, organizations: readonly OrganizationElement[]): OrganizationElement | undefined =>
  organizations.find(({ sources }) =>
    sources.some(({ value }) => value.kind === 'domain' && fold(value.value) === fold(domain)),
  )

const amongObjects = (
  objects: readonly ObjectReference[],
  requestor: Exclude<ScenarioRequestor, { readonly requestor: 'person' }>,
): Reach => {
  const groups = objects.filter(({ object }) => object.kind === 'group')
  if (requestor.requestor === 'guest' && groups.length > 0)
    return unknown(`it lets ${listed(groups)} request, and it is not known whether the guest is in it`)
  const mine = requestor.requestor === 'member' ? requestor.groups : []
  return groups.some(({ object }) => mine.some(each => isSame(each.object, object)))
    ? yes
    : no(`it lets ${listed(objects)} request`)
}

const ofPerson = (requestable: Requestable, person: DirectoryElement, program: Pick<Program, 'tenants'>): Reach => {
  const sort = sortOf(person.displayName, program)
  const is = (wanted: 'member' | 'guest', otherwise: string): Reach =>
    sort === undefined
      ? unknown(`it is not known whether ${nameOf(person)} is a member or a guest`)
      : sort === wanted
        ? yes
        : no(otherwise)
  switch (requestable.who) {
    case 'no one':
      return no('it lets nobody request')
    case 'any member':
      return is('member', 'it lets members request')
    case 'any user':
      return yes
    case 'any external user':
      return is('guest', 'it lets people from outside request')
    case 'any connected organization':
    case 'users from':
      return sort === 'member'
        ? no('it lets people of connected organizations request')
        : unknown(`it is not known which organization ${nameOf(person)} comes from`)
    case 'objects': {
      if (requestable.objects.some(({ object }) => isSame(object, person))) return yes
      const groups = requestable.objects.filter(({ object }) => object.kind === 'group')
      return groups.length === 0
        ? no(`it lets ${listed(requestable.objects)} request`)
        : unknown(`it is not known whether ${nameOf(person)} is in ${listed(groups)}`)
    }
    default:
      return no('it lets applications request')
  }
}

/** By what their name says: a guest's has `#EXT#`, a member's ends in a domain of a declared tenant. */
const sortOf = (name: string, { tenants }: Pick<Program, 'tenants'>): 'member' | 'guest' | undefined => {
  if (/#EXT#/i.test(name)) return 'guest'
  const domain = fold(name.slice(name.lastIndexOf('@') + 1))
  return tenants.some(tenant => tenant.domain !== undefined && fold(tenant.domain) === domain) ? 'member' : undefined
}

const isSame = (one: DirectoryElement, other: DirectoryElement): boolean =>
  one.kind === other.kind &&
  (one.id !== undefined && other.id !== undefined
    ? one.id.toLowerCase() === other.id.toLowerCase()
    : fold(one.displayName) === fold(other.displayName))

const nameOf = ({ name, displayName }: DirectoryElement): string => name ?? displayName
const listed = (objects: readonly ObjectReference[]): string => objects.map(({ object }) => nameOf(object)).join(', ')
