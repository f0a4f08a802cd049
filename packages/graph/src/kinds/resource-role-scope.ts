import { isRef, type TenantObject } from '../model/tenant.ts'
import { accessPackages } from './access-package.ts'
import { idIn, outermost } from './em.ts'
import { fold } from './fold.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import type { Placeholder } from './request.ts'
import { caseless, exact, ref } from './shape.ts'
import { slots } from './slots.ts'
import { refKey } from './subject-set.ts'
import { listed, probe, request, unlisted, where } from './write.ts'

const facts = ({ properties: { role, originSystem, resource } }: TenantObject) => ({
  role: String(role),
  originSystem: String(originSystem),
  resource: isRef(resource) ? resource : undefined,
})

const lookupOf = (object: TenantObject, { idOf }: Surroundings) => {
  const { role, originSystem, resource } = facts(object)
  const open = slots(idOf)
  const package_ = `${accessPackages}/${open.path(object.parent ?? '')}`
  // Grants have no list of their own: https://learn.microsoft.com/graph/api/accesspackage-list-resourcerolescopes
  return {
    probe: probe(`${package_}?$expand=resourceRoleScopes($expand=role,scope)`, open, 'resourceRoleScopes'),
    where: where({ 'role/displayName': role, 'scope/originId': resource?.id, 'scope/originSystem': originSystem }),
  }
}

const resourceOf = (object: TenantObject, { resourceIn }: Surroundings) => {
  const { originSystem, resource } = facts(object)
  return resource === undefined ? undefined : resourceIn(outermost(object.address), originSystem, resource)
}

/** A role of a resource that a package gives. It can't be changed, only made and removed. */
export const resourceRoleScope: Kind = {
  name: 'resource-role-scope',
  parent: 'access-package',
  type: 'accessPackageResourceRoleScope',
  fields: { role: caseless, originSystem: exact, resource: ref('group') },
  named: false,
  nameOf: ({ role, originSystem, resource }) =>
    `${String(role)} ${originSystem === 'AadGroup' ? 'of' : 'in'} ${refName(resource)}`,
  keyOf: object => {
    const { role, originSystem, resource } = facts(object)
    return `${originSystem} ${resource === undefined ? '' : refKey(resource)} ${fold(role)}`
  },
  after(object, surroundings) {
    const resource = resourceOf(object, surroundings)
    return resource === undefined ? [] : [resource]
  },
  /** A role that no package has used yet has no id, and must then be sent without: https://learn.microsoft.com/graph/tutorial-access-package-api */
  create(object, surroundings) {
    const { role, originSystem, resource } = facts(object)
    const open = slots(surroundings.idOf)
    const path = `${accessPackages}/${open.path(object.parent ?? '')}/resourceRoleScopes`
    const of = { role, catalog: outermost(object.address), resource: resourceOf(object, surroundings) ?? '' }
    const part = (name: Extract<Placeholder, { role: string }>['part']) => open.open(name, { ...of, part: name })
    const lookup = lookupOf(object, surroundings)
    const body = {
      role: {
        id: part('roleId'),
        displayName: role,
        originId: part('roleOriginId'),
        originSystem,
        resource: { id: part('resourceId'), originId: resource?.id ?? '', originSystem },
      },
      scope: { id: part('scopeId'), originId: part('scopeOriginId'), originSystem },
    }
    return { request: request('POST', path, open, body), settle: listed(lookup), lookup }
  },
  remove(live, surroundings) {
    const open = slots(surroundings.idOf)
    const path = `${accessPackages}/${open.path(live.parent ?? '')}/resourceRoleScopes/${idIn(live.id)}`
    return { request: request('DELETE', path, open), settle: unlisted(lookupOf(live, surroundings)) }
  },
  /** Who has the package already gets, or loses, the role: https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-resources */
  risk({ action, parentIsNew }) {
    if (action === 'delete') return 'may-end-access'
    return parentIsNew ? 'none' : 'may-grant-access'
  },
}
