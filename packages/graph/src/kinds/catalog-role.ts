import { isRef, type TenantObject } from '../model/tenant.ts'
import { filter, idIn } from './em.ts'
import { fold } from './fold.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import { roleDefinitionId } from './role-definitions.ts'
import { caseless, ref } from './shape.ts'
import { slots } from './slots.ts'
import { refKey } from './subject-set.ts'
import { listed, probe, request, unlisted, where } from './write.ts'

const path = '/roleManagement/entitlementManagement/roleAssignments'

const facts = ({ properties: { role, principal } }: TenantObject) => ({
  role: String(role),
  roleDefinitionId: roleDefinitionId(String(role)) ?? String(role),
  principal: isRef(principal) ? principal : undefined,
})

const lookupOf = (object: TenantObject, { idOf }: Surroundings) => {
  const open = slots(idOf)
  const { principal, roleDefinitionId: definition } = facts(object)
  const list = `${path}?${filter`appScopeId eq '/AccessPackageCatalog/${open.path(object.parent ?? '')}'`}`
  return { probe: probe(list, open), where: where({ principalId: principal?.id, roleDefinitionId: definition }) }
}

/** A role that somebody holds in a catalog. https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments */
export const catalogRole: Kind = {
  name: 'catalog-role',
  parent: 'catalog',
  type: 'unifiedRoleAssignment',
  fields: { role: caseless, principal: ref('user') },
  named: false,
  nameOf: ({ role, principal }) => `${String(role)} ${refName(principal)}`,
  keyOf: object => {
    const { role, principal } = facts(object)
    return `${fold(role)} ${principal === undefined ? '' : refKey(principal)}`
  },
  create(object, surroundings) {
    const { principal, roleDefinitionId: definition } = facts(object)
    const open = slots(surroundings.idOf)
    const lookup = lookupOf(object, surroundings)
    const body = {
      principalId: principal?.id ?? '',
      roleDefinitionId: definition,
      appScopeId: open.text('/AccessPackageCatalog/', object.parent ?? ''),
    }
    return { request: request('POST', path, open, body), settle: listed(lookup), lookup }
  },
  remove(live, surroundings) {
    return {
      request: request('DELETE', `${path}/${idIn(live.id)}`, slots(surroundings.idOf)),
      settle: unlisted(lookupOf(live, surroundings)),
    }
  },
  risk: ({ action }) => (action === 'delete' ? 'may-end-access' : 'may-grant-access'),
}
