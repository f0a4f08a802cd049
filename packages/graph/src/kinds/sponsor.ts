import { isRef, type TenantObject } from '../model/tenant.ts'
import { em, idIn } from './em.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import { exact, ref } from './shape.ts'
import { type Slots, slots } from './slots.ts'
import { refKey } from './subject-set.ts'
import { listed, probe, request, unlisted, where } from './write.ts'

const principalOf = ({ properties: { principal } }: TenantObject) => (isRef(principal) ? principal : undefined)

const listOf = (object: TenantObject, open: Slots) => {
  const side = object.properties.relation === 'external' ? 'externalSponsors' : 'internalSponsors'
  return `${em}/connectedOrganizations/${open.path(object.parent ?? '')}/${side}`
}

const lookupOf = (object: TenantObject, { idOf }: Surroundings) => {
  const open = slots(idOf)
  const path = listOf(object, open)
  return { probe: probe(path, open), where: where({ id: principalOf(object)?.id }) }
}

/** A user or group who answers for an organization. https://learn.microsoft.com/graph/api/connectedorganization-post-internalsponsors */
export const sponsor: Kind = {
  name: 'sponsor',
  parent: 'connected-organization',
  type: 'directoryObject',
  fields: { relation: exact, principal: ref('user') },
  named: false,
  nameOf: ({ relation, principal }) => `${String(relation)} ${refName(principal)}`,
  keyOf: object => {
    const principal = principalOf(object)
    return `${String(object.properties.relation)} ${principal === undefined ? '' : refKey(principal)}`
  },
  create(object, surroundings) {
    const open = slots(surroundings.idOf)
    const principal = principalOf(object)
    const set = principal?.$ref === 'group' ? 'groups' : 'users'
    const body = { '@odata.id': `${surroundings.root}/${set}/${principal?.id ?? ''}` }
    const lookup = lookupOf(object, surroundings)
    return { request: request('POST', `${listOf(object, open)}/$ref`, open, body), settle: listed(lookup), lookup }
  },
  remove(live, surroundings) {
    const open = slots(surroundings.idOf)
    return {
      request: request('DELETE', `${listOf(live, open)}/${idIn(principalOf(live)?.id)}/$ref`, open),
      settle: unlisted(lookupOf(live, surroundings)),
    }
  },
  risk: ({ parentIsNew }) => (parentIsNew ? 'none' : 'may-change-access'),
}
