import { organizationOf } from '../entities/organization-of-user.ts'
import { sponsorsOf } from '../entities/sponsors.ts'
import { type Doc, type JsonObject, textOf } from '../json.ts'
import { kindOfSubject } from '../policy-rules/targets.ts'
import type { World } from '../world.ts'
import { groups } from './groups.ts'
import { users } from './users.ts'

/** Users by object id. The members of some groups are not told: then anyone may be one, and is taken at their word. */
export interface People {
  readonly ids: ReadonlySet<string>
  readonly anyone: boolean
}

export const nobody: People = { ids: new Set(), anyone: false }

export const isAmong = (people: People, id: string): boolean => people.anyone || people.ids.has(id)

export const isEmpty = (people: People): boolean => !people.anyone && people.ids.size === 0

export function together(all: readonly People[]): People {
  return { ids: new Set(all.flatMap(people => [...people.ids])), anyone: all.some(people => people.anyone) }
}

const these = (ids: readonly (string | undefined)[]): People => ({
  ids: new Set(ids.filter(id => id !== undefined)),
  anyone: false,
})

/** The members of a group, also of groups within it. */
export function membersOf(world: World, groupId: string, seen: ReadonlySet<string> = new Set()): People {
  const { store } = world
  const group = store.latest(groups.store, groupId)
  if (!group || seen.has(groupId)) return nobody
  if (!Array.isArray(group.$members)) return { ids: new Set(), anyone: true }
  const within = new Set([...seen, groupId])
  return together(
    group.$members
      .map(String)
      .map(id =>
        store.latest(groups.store, id) ? membersOf(world, id, within) : { ids: new Set([id]), anyone: false },
      ),
  )
}

/** The groups whose members are told and that somebody is in, also by way of other groups. */
export const groupsOf = (world: World, principalId: string): readonly Doc[] =>
  world.store
    .list(groups.store)
    .map(({ doc }) => doc)
    .filter(group => membersOf(world, group.id).ids.has(principalId))

export function ownersOf({ store }: World, groupId: string): People {
  const owners = store.latest(groups.store, groupId)?.$owners
  return these(Array.isArray(owners) ? owners.map(String) : [])
}

/** Whose manager, sponsors and organization are meant where a subject set says no name. */
export interface About {
  readonly requestor: string
  readonly target: string
}

/** Everyone in subject sets: https://learn.microsoft.com/graph/api/resources/subjectset */
export function peopleIn(world: World, sets: readonly JsonObject[], about: About): People {
  return together(sets.map(set => peopleOf(world, set, about)))
}

function peopleOf(world: World, set: JsonObject, about: About): People {
  switch (kindOfSubject(set)) {
    case 'singleUser':
      return these([textOf(set.userId)?.toLowerCase()])
    case 'groupMembers':
      return membersOf(world, String(set.groupId).toLowerCase())
    case 'requestorManager':
      return these([managerOf(world, about.requestor, Number(set.managerLevel ?? 1))])
    case 'targetManager':
      return these([managerOf(world, about.target, Number(set.managerLevel ?? 1))])
    case 'targetUserSponsors': {
      const sponsors = world.store.latest(users.store, about.target)?.$sponsors
      return these(Array.isArray(sponsors) ? sponsors.map(String) : [])
    }
    case 'internalSponsors':
      return sponsors(world, about.target, 'internalSponsors')
    case 'externalSponsors':
      return sponsors(world, about.target, 'externalSponsors')
    default:
      return nobody
  }
}

/** The manager some levels above a user; undefined where the line of managers ends before. */
export function managerOf({ store }: World, userId: string, level: number): string | undefined {
  let at: string | undefined = userId
  for (let step = 0; step < level && at !== undefined; step++) at = textOf(store.latest(users.store, at)?.$manager)
  return at
}

function sponsors(world: World, userId: string, side: 'internalSponsors' | 'externalSponsors'): People {
  const user: Doc | undefined = world.store.latest(users.store, userId)
  const organization = user && organizationOf(world, user)
  if (!organization) return nobody
  return together(
    sponsorsOf(world, organization.id, side).map(doc =>
      doc.$type === 'group' ? membersOf(world, doc.id) : these([doc.id]),
    ),
  )
}
