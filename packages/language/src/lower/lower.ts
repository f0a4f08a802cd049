import {
  type Address,
  addressOf,
  type Finding,
  isRef,
  type Tenant,
  type TenantIdentity,
  type TenantObject,
  twinName,
  twinsIn,
} from '@entitle/graph'
import type { AssignElement, CatalogElement, PackageElement, PolicyElement, Program } from '../resolve/program.ts'
import { accessPackage } from './access-package.ts'
import { accessReview } from './access-review.ts'
import { policyAddress, twinsOf } from './addresses.ts'
import { assignments } from './assignment.ts'
import { assignmentPolicy } from './assignment-policy.ts'
import { catalog } from './catalog.ts'
import { catalogResources } from './catalog-resource.ts'
import { catalogRoles } from './catalog-role.ts'
import { connectedOrganization } from './connected-organization.ts'
import { customWorkflowExtensions } from './custom-workflow-extension.ts'
import { incompatibleGroups } from './incompatible-group.ts'
import { incompatiblePackages } from './incompatible-package.ts'
import type { Lowering } from './lowering.ts'
import { resourceRoleScopes } from './resource-role-scope.ts'
import { settings } from './settings.ts'
import { sponsors } from './sponsor.ts'
import { chooseTenant, tenantIdentity } from './tenant-identity.ts'

export interface LowerOptions {
  /** The name of a declared tenant; needed where several are declared. */
  readonly tenant?: string
  /** ISO date, in UTC. */
  readonly today: string
}

/** What a program asks of a tenant, in Graph's words, and of which tenant. */
export interface Desired {
  readonly tenant: Tenant
  readonly identity: TenantIdentity
  /** What the sources call policies, catalog first, with the addresses of the policies: `partners.supplier.staff`. */
  readonly policies: readonly { readonly name: string; readonly address: Address }[]
  readonly findings: readonly Finding[]
}

/**
 * The tenant that the program describes. Where it can't be told which tenant is meant, a finding says so and the objects are those
 * of no tenant in particular.
 */
export const lower = (program: Program, options: LowerOptions): Desired => {
  const { element, findings } = chooseTenant(program, options.tenant)
  const identity = tenantIdentity(element)
  const lowering: Lowering = {
    tenant: element?.name,
    cloud: identity.cloud,
    twins: twinsOf(program),
    today: options.today,
  }
  const assigned = Map.groupBy(program.assignments, ({ policy }) => policy)
  const objects = [
    ...(element === undefined ? [] : settings(element)),
    ...program.organizations.flatMap(organization => {
      const parent = connectedOrganization(organization, lowering)
      return [parent, ...sponsors(organization, parent, lowering)]
    }),
    ...program.catalogs.flatMap(element => wholeCatalog(element, assigned, lowering)),
    ...program.reviews.flatMap(review => accessReview(review, lowering)),
  ]
  const tenant = { objects: distinct(toldApart(objects)) }
  return { tenant, identity, policies: policyNames(program, lowering), findings }
}

const policyNames = ({ catalogs }: Program, lowering: Lowering): Desired['policies'] =>
  catalogs.flatMap(catalog =>
    catalog.packages.flatMap(each =>
      each.policies.map(policy => ({
        name: [catalog.name, each.name, policy.name].join('.'),
        address: policyAddress(policy, each, lowering),
      })),
    ),
  )

type Assigned = ReadonlyMap<PolicyElement, readonly AssignElement[]>

const wholeCatalog = (element: CatalogElement, assigned: Assigned, lowering: Lowering): TenantObject[] => {
  const parent = catalog(element, lowering)
  return [
    parent,
    ...catalogRoles(element, parent, lowering),
    ...catalogResources(element, parent, lowering),
    ...customWorkflowExtensions(element, parent),
    ...element.packages.flatMap(of => wholePackage(of, parent, assigned, lowering)),
  ]
}

const wholePackage = (
  element: PackageElement,
  home: TenantObject,
  assigned: Assigned,
  lowering: Lowering,
): TenantObject[] => {
  const parent = accessPackage(element, home, lowering)
  const policies = element.policies.map(policy => ({ policy, object: assignmentPolicy(policy, parent, lowering) }))
  return [
    parent,
    ...resourceRoleScopes(element, parent, lowering),
    ...policies.map(({ object }) => object),
    ...incompatiblePackages(element, parent, lowering),
    ...incompatibleGroups(element, parent, lowering),
    ...policies.flatMap(({ policy, object }) => assignments(assigned.get(policy) ?? [], object, lowering)),
  ]
}

/** What names directory objects of one display name, as two grants of groups do: told apart by their pinned ids. */
const toldApart = (objects: readonly TenantObject[]): TenantObject[] => {
  const meant = (object: TenantObject) =>
    object.id === undefined ? Object.values(object.properties).find(isRef)?.id : undefined
  const different = new Map(objects.map(object => [`${object.address} ${meant(object)?.toLowerCase()}`, object]))
  const twins = new Set(twinsIn([...different.values()], ({ address }) => address).map(({ address }) => address))
  return objects.map(object => {
    const id = twins.has(object.address) ? meant(object) : undefined
    return id === undefined
      ? object
      : { ...object, address: addressOf(object.kind, twinName(object.name, id), object.parent) }
  })
}

/** One object of each address: what is said twice (a finding by itself) is meant once. */
const distinct = (objects: readonly TenantObject[]): TenantObject[] => {
  const found = new Map<string, TenantObject>()
  for (const object of objects) if (!found.has(object.address)) found.set(object.address, object)
  return [...found.values()]
}
