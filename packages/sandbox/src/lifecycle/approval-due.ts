import { currentStage, decide, keepStages, momentsOf } from '../entities/approval-stages.ts'
import { amendRequest } from '../entities/request-records.ts'
import { type Doc, objectsIn } from '../json.ts'
import type { World } from '../world.ts'

/**
 * Nobody has decided in time: the stage is passed on to the alternate approvers, and in the end the request is denied.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy
 */
export function approvalDue(world: World, approval: Doc): void {
  const current = currentStage(approval)
  if (!current) return
  const { timeout } = momentsOf(current)
  if (world.clock().getTime() >= timeout) {
    decide(world, approval, { reviewedDateTime: world.now() })
    return
  }
  const stages = objectsIn(approval.$stages).map(stage =>
    stage.id === current.id ? { ...stage, $escalated: true } : stage,
  )
  keepStages(world, approval, stages)
  amendRequest(world, approval.id, { status: 'PendingApprovalEscalated' })
}
