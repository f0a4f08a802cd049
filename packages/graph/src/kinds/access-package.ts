import { em, filter, idIn, quoted } from './em.ts'
import { fold } from './fold.ts'
import type { Kind } from './kind.ts'
import { displayName } from './name-of.ts'
import { exact, off, text } from './shape.ts'
import { slots } from './slots.ts'
import { gone, patched, posted, probe, readable, request, shown, where } from './write.ts'

export const accessPackages = `${em}/accessPackages`

/** https://learn.microsoft.com/graph/api/resources/accesspackage; its catalog never changes. */
export const accessPackage: Kind = {
  name: 'access-package',
  parent: 'catalog',
  type: 'accessPackage',
  fields: { displayName: exact, description: text, isHidden: off },
  named: true,
  nameOf: displayName,
  keyOf: ({ name }) => fold(name),
  create(object, { idOf }) {
    const open = slots(idOf)
    const catalog = open.body(object.parent ?? '')
    const list = `${accessPackages}?${filter`displayName eq ${quoted(object.name)}`}&$expand=catalog`
    return {
      request: request('POST', accessPackages, open, { ...posted(object.properties, open), catalog: { id: catalog } }),
      settle: readable(probe(`${accessPackages}/{id}`, open)),
      lookup: { probe: probe(list, open), where: where({ displayName: object.name, 'catalog/id': catalog }) },
    }
  },
  update(object, live, { idOf }, changes) {
    const open = slots(idOf)
    const to = `${accessPackages}/${idIn(live.id)}`
    return {
      request: request('PATCH', to, open, patched(object.properties, changes, open)),
      settle: shown(probe(to, open)),
    }
  },
  remove(live, { idOf }) {
    const open = slots(idOf)
    const to = `${accessPackages}/${idIn(live.id)}`
    return { request: request('DELETE', to, open), settle: gone(probe(to, open)) }
  },
  risk({ action, changes }) {
    if (action === 'delete') return 'may-end-access'
    return changes.some(({ path }) => path === 'isHidden') && action === 'update' ? 'may-change-access' : 'none'
  },
}
