import type { JsonObject } from '../model/json.ts'
import type { TenantObject } from '../model/tenant.ts'
import { em, idIn } from './em.ts'
import { fold } from './fold.ts'
import type { Kind } from './kind.ts'
import { mergedFields, withDefaults } from './merge.ts'
import { displayName } from './name-of.ts'
import { caseless, exact, type Fields, text, whole } from './shape.ts'
import { type Slots, slots } from './slots.ts'
import { gone, posted, probe, readable, request, shown, where } from './write.ts'

/** https://learn.microsoft.com/graph/api/resources/customcalloutextension; Azure takes its names in any case. */
const fields: Fields = {
  '@odata.type': exact,
  displayName: exact,
  description: text,
  endpointConfiguration: whole({
    '@odata.type': exact,
    subscriptionId: caseless,
    resourceGroupName: caseless,
    logicAppWorkflowName: caseless,
  }),
}

const listOf = (object: TenantObject, open: Slots) =>
  `${em}/catalogs/${open.path(object.parent ?? '')}/customWorkflowExtensions`

const typeOf = ({ properties }: Pick<TenantObject, 'properties'>): string => String(properties['@odata.type'] ?? '')

/**
 * A Logic App that the policies of a catalog call. Its type says at which stages; it never changes, so that another type is another
 * extension. It has no PATCH, and its own answers come wrapped in `value`.
 * https://learn.microsoft.com/graph/api/accesspackagecatalog-post-accesspackagecustomworkflowextensions
 */
export const customWorkflowExtension: Kind = {
  name: 'custom-workflow-extension',
  parent: 'catalog',
  type: 'customCalloutExtension',
  fields,
  named: true,
  nameOf: displayName,
  keyOf: object => `${typeOf(object)} ${fold(object.name)}`,
  replaces: (object, live) => fold(object.name) === fold(live.name) && typeOf(object) !== typeOf(live),
  create(object, { idOf }) {
    const open = slots(idOf)
    const list = listOf(object, open)
    return {
      request: request('POST', list, open, posted(withDefaults(object.properties, object.defaults), open)),
      settle: readable(probe(`${list}/{id}`, open)),
      lookup: {
        probe: probe(list, open),
        where: where({ displayName: object.name, '@odata.type': typeOf(object) }),
      },
    }
  },
  update(object, live, { idOf }) {
    const open = slots(idOf)
    const to = `${listOf(object, open)}/${idIn(live.id)}`
    const raw: JsonObject = live.raw ?? {}
    const kept = Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'id' && !name.includes('@')))
    const body = open.value(withDefaults(mergedFields(fields, kept, object.properties), object.defaults))
    return { request: request('PUT', to, open, body), settle: shown(probe(to, open)) }
  },
  remove(live, { idOf }) {
    const open = slots(idOf)
    const to = `${listOf(live, open)}/${idIn(live.id)}`
    return { request: request('DELETE', to, open), settle: gone(probe(to, open)) }
  },
  /** The Logic App may decide about requests: https://learn.microsoft.com/entra/id-governance/entitlement-management-logic-apps-integration */
  risk: ({ action, changes }) =>
    action === 'update' && changes.some(({ path }) => path.startsWith('endpointConfiguration'))
      ? 'may-change-access'
      : 'none',
}
