import { customWorkflowExtension as kind } from '../kinds/custom-workflow-extension.ts'
import { em } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { JsonObject } from '../model/json.ts'
import { type Draft, found, missed, type Reading } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { pick, without } from './pick.ts'
import { isObject, type Many, type Source, textOf } from './source.ts'

/**
 * The catalog's workflows; `items` where they came with it.
 * https://learn.microsoft.com/graph/api/accesspackagecatalog-list-accesspackagecustomworkflowextensions
 */
export async function customWorkflowExtensions(
  from: Source,
  catalog: { id: string; name: string },
  items?: readonly JsonObject[],
): Promise<Reading> {
  const list: Many =
    items === undefined
      ? await from.many(`${em}/catalogs/${encodeURIComponent(catalog.id)}/customWorkflowExtensions`)
      : { items }
  if ('failure' in list)
    return missed(
      { kind: 'custom-workflow-extension', parent: catalog.id },
      notReadable(`The workflows of the catalog ${catalog.name}`, list.failure),
    )
  const drafts = list.items.map((whole): Draft => {
    const raw = lasting(whole)
    const properties = pick(normaliseFields(kind.fields, raw), kind.fields)
    return { kind: 'custom-workflow-extension', id: textOf(raw.id), parent: catalog.id, properties, raw }
  })
  return found(
    drafts,
    list.items.map(raw => [textOf(raw.id), textOf(raw.displayName)]),
  )
}

/** An extension without what the service says of it: who changed it when, and the address that it made of the Logic App's names. */
const lasting = (raw: JsonObject): JsonObject => {
  const own = without(raw, 'createdBy', 'createdDateTime', 'lastModifiedBy', 'lastModifiedDateTime')
  const { endpointConfiguration: endpoint } = own
  return isObject(endpoint) ? { ...own, endpointConfiguration: without(endpoint, 'url') } : own
}
