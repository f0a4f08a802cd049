import type { Json } from '../model/json.ts'
import type { Value } from '../model/tenant.ts'
import { canonicalJson } from './canonical-json.ts'
import { bare, kindOf } from './compare.ts'
import { em, filter, idIn, quoted } from './em.ts'
import { fold, foldId } from './fold.ts'
import type { Kind } from './kind.ts'
import { displayName } from './name-of.ts'
import { caseless, exact, isObj, itemsIn, object, type Shape, text } from './shape.ts'
import { slots } from './slots.ts'
import { patched, posted, probe, readable, request, shown, where } from './write.ts'

const path = `${em}/connectedOrganizations`

const named = ['tenantId', 'domainName', 'issuerUri', 'socialIdentitySourceType']

const sourceKey = (source: Value): string => {
  if (!isObj(source)) return canonicalJson(source as Json)
  const sort = String(source['@odata.type'] ?? '').replace(/^#?(microsoft\.graph\.)?/, '')
  const name = named.map(each => source[each]).find(each => typeof each === 'string')
  return `${sort} ${typeof name === 'string' ? foldId(name) : canonicalJson(bare(source) as Json)}`.toLowerCase()
}

const sayable = new Set(['domainidentitysource', 'azureactivedirectorytenant'])

/** Whether the language has no words for a source: a social identity, a federation, a tenant of another cloud. */
const isForeign = (source: Value): boolean => {
  const sort = isObj(source) ? kindOf(source) : undefined
  return sort !== undefined && !sayable.has(sort.replace('microsoft.graph.', ''))
}

/** https://learn.microsoft.com/graph/api/resources/identitysource: in no order, each named by its tenant or domain. */
const identitySources: Shape = {
  is: 'set',
  isForeign,
  of: object({ '@odata.type': exact, domainName: caseless, tenantId: caseless }),
  key: sourceKey,
}

/** https://learn.microsoft.com/graph/api/resources/connectedorganization */
export const connectedOrganization: Kind = {
  name: 'connected-organization',
  type: 'connectedOrganization',
  fields: { displayName: exact, description: text, state: exact, identitySources },
  named: true,
  nameOf: displayName,
  keyOf: ({ name }) => fold(name),
  create(object, { idOf }) {
    const open = slots(idOf)
    const { identitySources: sources, ...rest } = object.properties
    // Graph takes exactly one source at creation: https://learn.microsoft.com/graph/api/entitlementmanagement-post-connectedorganizations
    const body = posted({ ...rest, identitySources: itemsIn(sources).slice(0, 1).map(withName) }, open)
    return {
      request: request('POST', path, open, body),
      settle: readable(probe(`${path}/{id}`, open)),
      lookup: {
        probe: probe(`${path}?${filter`displayName eq ${quoted(object.name)}`}`, open),
        where: where({ displayName: object.name }),
      },
    }
  },
  finish(object, { idOf }) {
    const sources = itemsIn(object.properties.identitySources)
    if (sources.length < 2) return undefined
    const open = slots(idOf)
    const to = `${path}/${open.path(object.address)}`
    return {
      request: request('PATCH', to, open, { identitySources: open.value(sources.map(withName)) }),
      settle: shown(probe(to, open)),
    }
  },
  update(object, live, { idOf }, changes) {
    const open = slots(idOf)
    const to = `${path}/${idIn(live.id)}`
    const before = new Map(itemsIn(live.properties.identitySources).map(each => [sourceKey(each), each]))
    const sources = itemsIn(object.properties.identitySources).map(
      each => before.get(sourceKey(each)) ?? withName(each),
    )
    const foreign = itemsIn(live.properties.identitySources).filter(isForeign)
    const properties = { ...object.properties, identitySources: [...sources, ...foreign] }
    return {
      request: request('PATCH', to, open, patched(properties, changes, open)),
      settle: shown(probe(to, open)),
    }
  },
  /** Who may request through it changes with its state and sources; policies for any connected organization include new ones at once. */
  risk({ action, object, changes }) {
    if (action === 'create') return object.properties.state === 'proposed' ? 'none' : 'may-grant-access'
    const told = new Set(['displayName', 'description'])
    return changes.every(({ path: changed }) => told.has(changed)) ? 'none' : 'may-change-access'
  },
}

/** A source as it is first written: with a name, which the portal shows. */
const withName = (source: Value): Value => {
  if (!isObj(source) || source.displayName !== undefined) return source
  const name = named.map(each => source[each]).find(each => typeof each === 'string')
  return name === undefined ? source : { ...source, displayName: name }
}
