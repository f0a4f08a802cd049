import { isRef, type TenantObject } from '../model/tenant.ts'
import { em, filter, quoted } from './em.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import { exact, ref } from './shape.ts'
import { slots } from './slots.ts'
import { refKey } from './subject-set.ts'
import { listed, probe, request, unlisted, where } from './write.ts'

const requests = `${em}/resourceRequests`

const facts = ({ properties: { originSystem, resource } }: TenantObject) => ({
  originSystem: String(originSystem),
  originId: isRef(resource) ? (resource.id ?? '') : '',
})

const lookupOf = (object: TenantObject, { idOf }: Surroundings) => {
  const open = slots(idOf)
  const { originSystem, originId } = facts(object)
  const list = `${em}/catalogs/${open.path(object.parent ?? '')}/resources?${filter`originId eq ${quoted(originId)}`}`
  return { probe: probe(list, open), where: where({ originSystem, originId }) }
}

/**
 * A group, application or site of a catalog. It comes and goes by requests, which have ids of their own and are carried out after a
 * while: https://learn.microsoft.com/graph/api/entitlementmanagement-post-resourcerequests
 */
export const catalogResource: Kind = {
  name: 'catalog-resource',
  parent: 'catalog',
  type: 'accessPackageResource',
  fields: { originSystem: exact, resource: ref('group') },
  named: false,
  nameOf: ({ resource }) => refName(resource),
  keyOf: ({ properties: { originSystem, resource } }) =>
    `${String(originSystem)} ${isRef(resource) ? refKey(resource) : ''}`,
  create(object, surroundings) {
    const open = slots(surroundings.idOf)
    const lookup = lookupOf(object, surroundings)
    const body = {
      requestType: 'adminAdd',
      resource: facts(object),
      catalog: { id: open.body(object.parent ?? '') },
    }
    return { request: request('POST', requests, open, body), settle: listed(lookup), lookup }
  },
  remove(live, surroundings) {
    const open = slots(surroundings.idOf)
    const body = {
      requestType: 'adminRemove',
      resource: { id: live.id ?? '' },
      catalog: { id: open.body(live.parent ?? '') },
    }
    return { request: request('POST', requests, open, body), settle: unlisted(lookupOf(live, surroundings)) }
  },
  risk: () => 'none',
}
