import { derivedId } from '../directory/derived-id.ts'
import { newUser } from '../directory/new-objects.ts'
import { users } from '../directory/users.ts'
import { type Call, em, type Reply, type Route } from '../http/call.ts'
import { notFound } from '../http/graph-error.ts'
import { noContent, replyOne } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import { accept } from '../schema/accept.ts'
import type { World } from '../world.ts'
import { find, type Kind } from './kind.ts'
import { organizationOf } from './organization-of-user.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackagesubject: a user as entitlement management knows it. */
export const subjects: Kind = {
  store: 'subject',
  type: 'accessPackageSubject',
  guids: true,
  navigation: {
    connectedOrganization: (world, doc) => {
      const user = world.store.get(users.store, String(doc.objectId))
      return [user && organizationOf(world, user)].filter(found => found !== undefined)
    },
  },
}

const subjectId = (objectId: string) => derivedId('subject', objectId)

/** The subject of a directory object, which comes into being when it first gets or asks for access. */
export function subjectOf(world: World, principal: Doc): Doc {
  const id = subjectId(principal.id)
  const known = world.store.latest(subjects.store, id)
  if (known) return known
  const isUser = principal.$type === 'user'
  const doc = {
    id,
    displayName: principal.displayName ?? null,
    email: principal.mail ?? null,
    objectId: principal.id,
    onPremisesSecurityIdentifier: null,
    principalName: principal.userPrincipalName ?? principal.appId ?? null,
    subjectLifecycle: principal.userType === 'Guest' ? 'governed' : 'notDefined',
    subjectType: isUser ? 'user' : 'servicePrincipal',
  }
  world.store.put(subjects.store, doc)
  return doc
}

/** Invites a guest by mail address, or finds the user who has it. */
export function inviteByEmail(world: World, email: string): Doc {
  const address = email.toLowerCase()
  const known = world.store.listLatest(users.store).find(({ doc }) => String(doc.mail).toLowerCase() === address)
  if (known) return known.doc
  const userPrincipalName = `${email.replace('@', '_')}#EXT#@${world.tenant.domain}`
  const guest = newUser({
    id: world.ids(),
    userPrincipalName,
    displayName: String(email.split('@')[0]),
    mail: email,
    userType: 'Guest',
    createdDateTime: world.now(),
  })
  world.store.put(users.store, guest)
  return guest
}

function required(call: Call): Doc {
  const objectId = /'([^']*)'/.exec(call.path)?.[1] ?? ''
  const found = find(call.world, subjects, subjectId(objectId))
  if (!found) throw notFound()
  return found
}

function update(call: Call): Reply {
  const found = required(call)
  const { subjectLifecycle } = accept(subjects.type, call.body)
  const latest = call.world.store.latest(subjects.store, found.id)
  call.world.store.put(subjects.store, { ...latest, ...found, ...(subjectLifecycle ? { subjectLifecycle } : {}) })
  return noContent
}

/** https://learn.microsoft.com/graph/api/accesspackagesubject-get: by object id only, `subjects(objectId='…')`. */
export const subjectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${em}/:subject{subjects\\(objectId='[^']+'\\)}`,
    area: 'entitlement',
    does: 'reads',
    handle: call => replyOne(call, subjects, required(call), 'identityGovernance/entitlementManagement/subjects'),
  },
  { method: 'PATCH', path: `${em}/:subject{subjects\\(objectId='[^']+'\\)}`, area: 'entitlement', handle: update },
]
