import { em, filter, idIn, quoted } from './em.ts'
import { fold } from './fold.ts'
import type { Kind } from './kind.ts'
import { displayName } from './name-of.ts'
import { exact, text } from './shape.ts'
import { slots } from './slots.ts'
import { patched, posted, probe, readable, request, shown, where } from './write.ts'

const path = `${em}/catalogs`

/** https://learn.microsoft.com/graph/api/resources/accesspackagecatalog; `catalogType` is the service's. */
export const catalog: Kind = {
  name: 'catalog',
  type: 'accessPackageCatalog',
  fields: { displayName: exact, description: text, state: exact, isExternallyVisible: exact },
  named: true,
  nameOf: displayName,
  keyOf: ({ name }) => fold(name),
  create(object, { idOf }) {
    const open = slots(idOf)
    return {
      request: request('POST', path, open, posted(object.properties, open)),
      settle: readable(probe(`${path}/{id}`, open)),
      lookup: {
        probe: probe(`${path}?${filter`displayName eq ${quoted(object.name)}`}`, open),
        where: where({ displayName: object.name }),
      },
    }
  },
  update(object, live, { idOf }, changes) {
    const open = slots(idOf)
    const to = `${path}/${idIn(live.id)}`
    return {
      request: request('PATCH', to, open, patched(object.properties, changes, open)),
      settle: shown(probe(to, open)),
    }
  },
  /** Packages of an unpublished catalog can't be requested; outsiders can't request those of a catalog that they don't see. */
  risk: ({ action, changes }) =>
    action === 'update' && changes.some(({ path: changed }) => changed === 'state' || changed === 'isExternallyVisible')
      ? 'may-change-access'
      : 'none',
}
