import type { Value } from '@entitle/graph'
import type { DirectoryElement, Subject } from '../resolve/program.ts'
import { type Lowering, refTo } from './lowering.ts'

/** A set of people in Graph's words. https://learn.microsoft.com/graph/api/resources/subjectset */
export const subjectSet = (subject: Subject, lowering: Lowering): Value[] => {
  switch (subject.subject) {
    case 'object':
      return objectSet(subject.object, lowering)
    case 'manager':
      return [{ '@odata.type': '#microsoft.graph.requestorManager', managerLevel: subject.level }]
    case 'internal sponsors':
      return [{ '@odata.type': '#microsoft.graph.internalSponsors' }]
    case 'external sponsors':
      return [{ '@odata.type': '#microsoft.graph.externalSponsors' }]
    case 'user sponsors':
      return [{ '@odata.type': '#microsoft.graph.targetUserSponsors' }]
    default:
      return [] // `self` is a switch of the review, not a set; `group owners` decide standalone reviews only
  }
}

/** One user, the members of a group, one service principal; sites are no subjects. */
export const objectSet = (object: DirectoryElement, lowering: Lowering): Value[] => {
  const ref = refTo(object, lowering)
  switch (object.kind) {
    case 'user':
      return [{ '@odata.type': '#microsoft.graph.singleUser', userId: ref }]
    case 'group':
      return [{ '@odata.type': '#microsoft.graph.groupMembers', groupId: ref }]
    case 'servicePrincipal':
      return [{ '@odata.type': '#microsoft.graph.singleServicePrincipal', servicePrincipalId: ref }]
    default:
      return []
  }
}

export const subjectSets = (subjects: readonly Subject[], lowering: Lowering): Value[] =>
  subjects.flatMap(subject => subjectSet(subject, lowering))
