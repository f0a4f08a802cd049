import { filter, quoted } from '../kinds/em.ts'
import { fold } from '../kinds/fold.ts'
import type { Finding } from '../model/finding.ts'
import type { JsonObject } from '../model/json.ts'
import { type DirectoryKind, directoryKinds, type Properties, type Tenant, type Value } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from './batching.ts'
import { ambiguousName, directoryNotReadable, newGuest, notInDirectory } from './directory-findings.ts'
import { externalPeople } from './external-people.ts'
import { mapRefs } from './name-refs.ts'
import { type Many, type Source, source, textOf } from './source.ts'
import { type Wanted, wantedKey, wantedOf } from './wanted.ts'

/** Ids of the directory objects that the sources name. */
export interface Directory {
  /** By {@link wantedKey}. */
  readonly ids: ReadonlyMap<string, string>
  /** Keys of people whom it doesn't have and whom an assignment invites. */
  readonly invited?: ReadonlySet<string>
}

/** How many values Graph takes in one `in`. https://learn.microsoft.com/graph/filter-query-parameter */
const chunk = 15
const mostIds = 1000

const lists = {
  user: { path: '/users', property: 'userPrincipalName', select: 'id,userPrincipalName' },
  group: { path: '/groups', property: 'displayName', select: 'id,displayName' },
  servicePrincipal: { path: '/servicePrincipals', property: 'displayName', select: 'id,displayName' },
} as const

type Found =
  | { readonly wanted: Wanted; readonly ids: readonly string[] }
  | { readonly wanted: Wanted; readonly failure: NonNullable<Extract<Many, { failure: unknown }>['failure']> }

/**
 * Looks up every directory object that the desired tenant names: by pinned id, else by its exact name. None, several, and what can't be
 * read are errors at the place in the sources; never the first of several, and never absent because it couldn't be read.
 */
export async function resolveDirectory(
  transport: HttpTransport,
  desired: Tenant,
  options: { readonly signal?: AbortSignal } = {},
): Promise<{ readonly directory: Directory; readonly findings: readonly Finding[] }> {
  const from = source(batching(transport), options.signal)
  const wanted = wantedOf(desired)
  const all = [...wanted.values()]
  const isPinned = ({ kind, id }: Wanted) => id !== undefined && kind !== 'site'
  const pinned = all.filter(isPinned)
  const named = all.filter(each => !isPinned(each))
  const looked = await Promise.all([
    ...chunks(pinned, mostIds).map(some => byId(from, some)),
    ...(['user', 'group', 'servicePrincipal'] as const).flatMap(kind =>
      chunks(
        named.filter(each => each.kind === kind),
        chunk,
      ).map(some => byName(from, kind, some)),
    ),
    ...named.filter(({ kind }) => kind === 'site').map(each => bySite(from, each)),
  ])
  const first = looked.flat()
  const absent = first.flatMap(each => ('ids' in each && each.ids.length === 0 ? [each.wanted] : []))
  const { guests, invited } = await externalPeople(from, absent, desired)
  const results = first.map(each => ({ ...each, ...idsOf(guests.get(keyOf(each.wanted))) }))
  const ids = new Map(
    results.flatMap(each => {
      const id = 'ids' in each && each.ids.length === 1 ? each.ids[0] : undefined
      return id === undefined ? [] : [[keyOf(each.wanted), id] as const]
    }),
  )
  const isInvited = ({ wanted }: Found) => invited.has(keyOf(wanted))
  return {
    directory: { ids, ...(invited.size === 0 ? {} : { invited }) },
    findings: [
      ...findingsOf(results.filter(each => !isInvited(each))),
      ...results.filter(isInvited).map(({ wanted }) => newGuest(wanted)),
    ],
  }
}

/** The desired tenant with ids in its references to directory objects, as far as they are known. */
export function bind(desired: Tenant, { ids, invited }: Directory): Tenant {
  const bound = (properties: Properties): Properties =>
    mapRefs(properties as Value, ref => {
      const id = ids.get(wantedKey(ref))
      if (id !== undefined) return { ...ref, id }
      return invited?.has(wantedKey(ref)) ? { ...ref, invited: true } : withoutId(ref)
    }) as Properties
  const withoutId = (ref: Parameters<typeof wantedKey>[0]) => {
    if (!(directoryKinds as readonly string[]).includes(ref.$ref)) return ref
    const { id: _pinned, ...rest } = ref
    return rest
  }
  return { objects: desired.objects.map(object => ({ ...object, properties: bound(object.properties) })) }
}

const idsOf = (ids: readonly string[] | undefined) => (ids === undefined ? {} : { ids })

const keyOf = ({ kind, name, id }: Wanted) => wantedKey({ $ref: kind, name, ...(id === undefined ? {} : { id }) })

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

async function byName(from: Source, kind: keyof typeof lists, wanted: readonly Wanted[]): Promise<Found[]> {
  const { path, property, select } = lists[kind]
  const names = wanted.map(({ name }) => quoted(name)).join(',')
  const list = await from.many(`${path}?${filter`${property} in (${names})`}&$select=${select}`)
  if ('failure' in list) return wanted.map(each => ({ wanted: each, failure: list.failure }))
  const called = (item: JsonObject) => fold(textOf(item[property]))
  return wanted.map(each => {
    const ours = list.items.filter(item => called(item) === fold(each.name))
    return { wanted: each, ids: ours.map(({ id }) => textOf(id)).sort() }
  })
}

/** https://learn.microsoft.com/graph/api/directoryobject-getbyids leaves out what isn't there. */
async function byId(from: Source, wanted: readonly Wanted[]): Promise<Found[]> {
  const list = await from.post('/directoryObjects/getByIds', { ids: wanted.map(({ id }) => id ?? '') })
  if ('failure' in list) return wanted.map(each => ({ wanted: each, failure: list.failure }))
  return wanted.map(each => {
    const ours = list.items.filter(
      item =>
        textOf(item.id).toLowerCase() === each.id?.toLowerCase() &&
        textOf(item['@odata.type']).replace(/^#?microsoft\.graph\./, '') === each.kind,
    )
    return { wanted: each, ids: ours.map(({ id }) => textOf(id)) }
  })
}

/** A site is called by its address; entitlement management knows it by the address, too. https://learn.microsoft.com/graph/api/site-getbypath */
async function bySite(from: Source, wanted: Wanted): Promise<Found[]> {
  const parts = /^https?:\/\/([^/?#]+)\/?([^?#]*)$/.exec(wanted.name)
  if (parts === null) return [{ wanted, ids: [] }]
  const [, host = '', path = ''] = parts
  const steps = path.split('/').filter(step => step !== '')
  const encoded = steps.map(step => encodeURIComponent(decoded(step))).join('/')
  const answer = await from.one(encoded === '' ? `/sites/${host}` : `/sites/${host}:/${encoded}`)
  if ('item' in answer) return [{ wanted, ids: [textOf(answer.item.webUrl) || wanted.name] }]
  return answer.failure.status === 404 ? [{ wanted, ids: [] }] : [{ wanted, failure: answer.failure }]
}

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

function findingsOf(results: readonly Found[]): Finding[] {
  const single = results.flatMap(each => {
    if (!('ids' in each) || each.ids.length === 1) return []
    return [each.ids.length === 0 ? notInDirectory(each.wanted) : ambiguousName(each.wanted, each.ids)]
  })
  const failed = directoryKinds.flatMap((kind: DirectoryKind) => {
    const ours = results.flatMap(each => ('failure' in each && each.wanted.kind === kind ? [each] : []))
    const [first] = ours
    return first === undefined
      ? []
      : [
          directoryNotReadable(
            kind,
            ours.map(({ wanted }) => wanted),
            first.failure,
          ),
        ]
  })
  return [...failed, ...single]
}
