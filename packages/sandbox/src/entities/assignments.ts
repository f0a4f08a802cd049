import { em, type Route } from '../http/call.ts'
import { replyList, replyOne, required } from '../http/replies.ts'
import type { Doc } from '../json.ts'
import type { World } from '../world.ts'
import { accessPackages } from './access-packages.ts'
import { assignmentNow } from './assignment-lifecycle.ts'
import { assignmentPolicies } from './assignment-policies.ts'
import { type Kind, toNoted } from './kind.ts'
import { subjects } from './subjects.ts'

/** https://learn.microsoft.com/graph/api/resources/accesspackageassignment; made and ended by assignment requests only. */
export const assignments: Kind = {
  store: 'assignment',
  type: 'accessPackageAssignment',
  guids: true,
  parentPath: 'accessPackage/id',
  navigation: {
    accessPackage: toNoted(() => accessPackages, '$package'),
    assignmentPolicy: toNoted(() => assignmentPolicies, '$policy'),
    target: toNoted(() => subjects, '$target'),
  },
  view: assignmentNow,
}

/** The assignments of a package that have not ended, readable or not. */
export function activeAssignments(world: World, packageId: string): Doc[] {
  const all = world.store.listLatest(assignments.store, { parent: packageId })
  return all.map(row => assignmentNow(world, row.doc)).filter(doc => doc.state !== 'expired')
}

const context = 'identityGovernance/entitlementManagement/assignments'

export const assignmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${em}/assignments`,
    area: 'entitlement',
    handle: call => replyList(call, { kind: assignments }, context),
  },
  {
    method: 'GET',
    path: `${em}/assignments/:id`,
    area: 'entitlement',
    handle: call => replyOne(call, assignments, required(call, assignments), context),
  },
]
