import { groups } from '../directory/groups.ts'
import { membersOf } from '../directory/people.ts'
import { users } from '../directory/users.ts'
import { accessPackages } from '../entities/access-packages.ts'
import { assignmentPolicies } from '../entities/assignment-policies.ts'
import { activeAssignments } from '../entities/assignments.ts'
import { subjects } from '../entities/subjects.ts'
import { type Doc, isObject, type Json, type JsonObject } from '../json.ts'
import { matches } from '../odata/narrow.ts'
import { parseFilter } from '../odata/parse-filter.ts'
import type { World } from '../world.ts'

const queryOf = (scope: Json | undefined): string =>
  isObject(scope) && typeof scope.query === 'string' ? scope.query.replace(/^\/v1\.0(?=\/)/, '') : ''

const guid = '[0-9a-fA-F-]{36}'

/**
 * The scope of each instance of a series: one for everything that `instanceEnumerationScope` finds, else the one of the
 * series. Groups are enumerated; nothing else is.
 */
export function enumerate(world: World, definition: Doc): Json[] {
  const { scope = null } = definition
  const over = queryOf(definition.instanceEnumerationScope)
  const query = queryOf(scope)
  if (!isObject(scope) || !query.startsWith('./') || !over.startsWith('/groups')) return [scope]
  const of = (id: string): JsonObject => ({ ...scope, query: `/groups/${id}${query.slice(1)}` })
  const one = new RegExp(`^/groups/(${guid})`).exec(over)?.[1]
  if (one) return [of(one.toLowerCase())]
  const filter = /[?&]\$filter=([^&]*)/.exec(over)?.[1]
  const wanted = filter ? parseFilter(decodeURIComponent(filter.replaceAll('+', ' '))) : undefined
  const found = world.store.list(groups.store).map(row => row.doc)
  return found.filter(group => !wanted || matches(world, groups.type, group, wanted)).map(group => of(group.id))
}

/** One decision to take for each access that an instance is about. */
export function underReview(world: World, instance: Doc): Doc[] {
  const query = queryOf(instance.scope)
  const group = new RegExp(`^/groups/(${guid})/(?:transitiveM|m)embers`).exec(query)?.[1]?.toLowerCase()
  if (group) return inGroup(world, instance, group, /userType eq 'Guest'/.test(query))
  const accessPackage = new RegExp(`accessPackageId eq '(${guid})'`).exec(query)?.[1]?.toLowerCase()
  const policy = new RegExp(`assignmentPolicyId eq '(${guid})'`).exec(query)?.[1]?.toLowerCase()
  if (accessPackage) return inPackage(world, instance, accessPackage, policy)
  return []
}

function inGroup(world: World, instance: Doc, groupId: string, guestsOnly: boolean): Doc[] {
  const group = world.store.latest(groups.store, groupId)
  if (!group) return []
  const resource = { displayName: group.displayName ?? null, id: groupId, type: 'group' }
  return [...membersOf(world, groupId).ids].flatMap(id => {
    const user = world.store.latest(users.store, id)
    if (!user || (guestsOnly && user.userType !== 'Guest')) return []
    return [item(world, instance, user, resource, `groups/${groupId}`, { group: groupId, member: id })]
  })
}

function inPackage(world: World, instance: Doc, packageId: string, policyId: string | undefined): Doc[] {
  const accessPackage = world.store.latest(accessPackages.store, packageId)
  return activeAssignments(world, packageId).flatMap(held => {
    if (policyId !== undefined && held.$policy !== policyId) return []
    const subject = world.store.latest(subjects.store, String(held.$target))
    const user = world.store.latest(users.store, String(subject?.objectId))
    const policy = world.store.latest(assignmentPolicies.store, String(held.$policy))
    if (!user || !policy) return []
    const resource = {
      '@odata.type': '#microsoft.graph.accessReviewInstanceDecisionItemAccessPackageAssignmentPolicyResource',
      accessPackageDisplayName: accessPackage?.displayName ?? null,
      accessPackageId: packageId,
      displayName: policy.displayName ?? null,
      id: policy.id,
      type: 'accessPackageAssignmentPolicy',
    }
    const link = `identityGovernance/entitlementManagement/assignmentPolicies/${policy.id}`
    return [item(world, instance, user, resource, link, { assignment: held.id })]
  })
}

const graph = 'https://graph.microsoft.com/v1.0'

/** Who is no longer let in is recommended to be denied; of nobody else anything is known. */
function item(world: World, instance: Doc, user: Doc, resource: JsonObject, link: string, effect: JsonObject): Doc {
  return {
    id: world.ids(),
    accessReviewId: instance.id,
    appliedBy: null,
    appliedDateTime: null,
    applyResult: 'New',
    decision: 'NotReviewed',
    justification: '',
    principal: {
      '@odata.type': '#microsoft.graph.userIdentity',
      displayName: user.displayName ?? null,
      id: user.id,
      ipAddress: null,
      userPrincipalName: user.userPrincipalName ?? null,
    },
    principalLink: `${graph}/users/${user.id}`,
    recommendation: user.accountEnabled === false ? 'Deny' : 'Approve',
    resource,
    resourceLink: `${graph}/${link}`,
    reviewedBy: null,
    reviewedDateTime: null,
    $principal: user.id,
    $effect: effect,
  }
}
