import { type Address, isRef, type Ref, type TenantObject } from '../model/tenant.ts'
import { accessPackages } from './access-package.ts'
import { idIn } from './em.ts'
import type { Kind, Surroundings } from './kind.ts'
import { refName } from './name-of.ts'
import { ref } from './shape.ts'
import { type Slots, slots } from './slots.ts'
import { listed, probe, request, unlisted, where } from './write.ts'

/** The two sorts of things that a package excludes differ in names only. */
export interface Exclusion {
  readonly name: 'incompatible-package' | 'incompatible-group'
  readonly property: 'package' | 'group'
  readonly list: 'incompatibleAccessPackages' | 'incompatibleGroups'
  /** Where the excluded things live, below the version root. */
  readonly home: string
  keyOf(excluded: Ref): string
}

/**
 * Who has the excluded package, or is a member of the excluded group, can't request this one.
 * https://learn.microsoft.com/graph/api/accesspackage-post-incompatibleaccesspackage and -incompatiblegroup
 */
export function incompatible({ name, property, list, home, keyOf }: Exclusion): Kind {
  const excludedBy = ({ properties }: TenantObject): Ref | undefined => {
    const value = properties[property]
    return isRef(value) ? value : undefined
  }
  const pathOf = (object: TenantObject, open: Slots) => `${accessPackages}/${open.path(object.parent ?? '')}/${list}`
  const idOf = (excluded: Ref | undefined, open: Slots) => (excluded === undefined ? '' : open.value(excluded))
  const lookupOf = (object: TenantObject, surroundings: Surroundings) => {
    const open = slots(surroundings.idOf)
    const path = pathOf(object, open)
    const id = idOf(excludedBy(object), open)
    return { probe: probe(path, open), where: where({ id }) }
  }
  return {
    name,
    parent: 'access-package',
    type: property === 'package' ? 'accessPackage' : 'group',
    fields: { [property]: ref(property === 'package' ? 'access-package' : 'group') },
    named: false,
    nameOf: properties => refName(properties[property]),
    keyOf: object => {
      const excluded = excludedBy(object)
      return excluded === undefined ? '' : keyOf(excluded)
    },
    create(object, surroundings) {
      const open = slots(surroundings.idOf)
      const path = `${pathOf(object, open)}/$ref`
      const excluded = excludedBy(object)
      const address: Address = excluded?.address ?? ''
      const start = `${surroundings.root}${home}/`
      const body = { '@odata.id': excluded?.id === undefined ? open.text(start, address) : start + excluded.id }
      const lookup = lookupOf(object, surroundings)
      return { request: request('POST', path, open, body), settle: listed(lookup), lookup }
    },
    remove(live, surroundings) {
      const open = slots(surroundings.idOf)
      const path = `${pathOf(live, open)}/${idIn(excludedBy(live)?.id)}/$ref`
      return { request: request('DELETE', path, open), settle: unlisted(lookupOf(live, surroundings)) }
    },
    risk: ({ action, parentIsNew }) =>
      action === 'delete' ? 'may-grant-access' : parentIsNew ? 'none' : 'may-change-access',
  }
}
