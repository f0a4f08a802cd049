import { connectedOrganization as kind } from '../kinds/connected-organization.ts'
import { em } from '../kinds/em.ts'
import { normaliseFields } from '../kinds/normalise.ts'
import type { JsonObject } from '../model/json.ts'
import type { ReadScope } from '../model/scope.ts'
import { byName } from './by-name.ts'
import { principalRef } from './directory-object.ts'
import { type Draft, found, missed, nothingRead, type Reading, readings } from './draft.ts'
import { notReadable } from './not-readable.ts'
import { pick } from './pick.ts'
import { type Source, textOf } from './source.ts'

const path = `${em}/connectedOrganizations`

/** Organizations and their sponsors. */
export async function connectedOrganizations(
  from: Source,
  { organizations: scope, isPart = false }: Pick<ReadScope, 'organizations' | 'isPart'>,
): Promise<Reading> {
  if (scope === 'none') return nothingRead
  const list = await byName(from, path, scope)
  if ('failure' in list)
    return missed({ kind: 'connected-organization' }, notReadable('The list of connected organizations', list.failure))
  const organizations = list.items.map((raw): Draft => {
    const properties = pick(normaliseFields(kind.fields, raw), kind.fields)
    return { kind: 'connected-organization', id: textOf(raw.id), properties, raw }
  })
  const sponsors = await Promise.all(
    (isPart ? [] : list.items).flatMap(raw => [sponsorsOf(from, raw, 'internal'), sponsorsOf(from, raw, 'external')]),
  )
  return readings([found(organizations), ...sponsors])
}

async function sponsorsOf(from: Source, organization: JsonObject, relation: 'internal' | 'external'): Promise<Reading> {
  const parent = textOf(organization.id)
  const list = await from.many(`${path}/${encodeURIComponent(parent)}/${relation}Sponsors`)
  if ('failure' in list) {
    const what = `The ${relation} sponsors of the organization ${textOf(organization.displayName)}`
    return missed({ kind: 'sponsor', parent }, notReadable(what, list.failure))
  }
  const refs = list.items.map(principalRef)
  return found(
    refs.map(
      (principal): Draft => ({
        kind: 'sponsor',
        id: principal.id ?? '',
        parent,
        properties: { relation, principal },
        raw: { relation, id: principal.id ?? '' },
      }),
    ),
    refs.map(({ id, name }) => [id ?? '', name]),
  )
}
