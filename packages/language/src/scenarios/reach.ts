import { fold } from '@entitle/graph'
import type {
  CatalogElement,
  DirectoryElement,
  ObjectReference,
  OrganizationElement,
  PackageElement,
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
  { package: asked, terms }: PolicyElement,
  program: Pick<Program, 'organizations' | 'tenants'>,
): Reach => {
  const { catalog } = asked
  if (!catalog.published) return no(`catalog ${catalog.name} is unpublished`)
  if (terms.automatic !== undefined) return no('access is assigned automatically, and nobody requests it')
  if (terms.requestable === undefined) return no('it says nobody who may request')
  const { value } = terms.requestable
  const found = [
    within(value, requestor, program),
    catalog.visibleToExternal ? yes : seesHidden(catalog, value, requestor, program),
    notExcluded(asked, requestor),
  ]
  return found.find(({ answer }) => answer === 'no') ?? found.find(({ answer }) => answer === 'unknown') ?? yes
}

/** In a catalog that isn't visible to external users, guests may request nothing, whatever a policy says. */
const seesHidden = (
  { name }: CatalogElement,
  requestable: Requestable,
  requestor: ScenarioRequestor,
  program: Pick<Program, 'tenants'>,
): Reach => {
  const hidden = `catalog ${name} is not visible to external users`
  if (requestor.requestor === 'member') return yes
  if (requestor.requestor !== 'person' || comesFromOutside(requestable)) return no(hidden)
  const sort = sortOf(requestor.person.object.displayName, program)
  if (sort === 'member') return yes
  return sort === 'guest'
    ? no(hidden)
    : unknown(`${hidden}, and it is not known whether ${nameOf(requestor.person.object)} is a guest`)
}

/** Who is in a group that a package is incompatible with may not request it. */
const notExcluded = ({ name, incompatible }: PackageElement, requestor: ScenarioRequestor): Reach => {
  const groups = incompatible.flatMap(each => (each.kind === 'group' ? [each.group] : []))
  if (groups.length === 0 || requestor.requestor === 'external') return yes
  const excludes = (those: readonly ObjectReference[]) => `package ${name} excludes who is in ${listed(those)}`
  if (requestor.requestor === 'member') {
    const mine = groups.filter(({ object }) => requestor.groups.some(each => isSame(each.object, object)))
    return mine.length === 0 ? yes : no(excludes(mine))
  }
  const who = requestor.requestor === 'guest' ? 'the guest' : nameOf(requestor.person.object)
  return unknown(`${excludes(groups)}, and it is not known whether ${who} is`)
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
  const named = requestable.who === 'users from' ? requestable.organizations.map(each => each.organization) : []
  if (home === undefined) return no('no connected organization has that domain')
  if (requestable.who === 'any connected organization')
    return isConfigured(home) ? yes : no(`organization ${home.name} is only proposed`)
  return named.some(({ node }) => node === home.node)
    ? yes
    : no(`it lets people of ${named.map(({ name }) => name).join(', ')} request`)
}

const isConfigured = ({ state }: OrganizationElement): boolean => state === 'configured'

/** Somebody described by a domain that no organization declares is of none of them, also where one is declared by its tenant alone. */
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
