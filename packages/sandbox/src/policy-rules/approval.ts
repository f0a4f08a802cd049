import { invalidModel } from '../http/graph-error.ts'
import { isObject, type JsonObject, objectsIn } from '../json.ts'
import { dayMs, durationMs } from '../schema/scalars.ts'
import { isExternalScope, kindOfSubject } from './targets.ts'

const approverLists = [
  'primaryApprovers',
  'fallbackPrimaryApprovers',
  'escalationApprovers',
  'fallbackEscalationApprovers',
]
const highestLevel: Readonly<Record<string, number>> = { requestorManager: 2, targetManager: 4 }

/** Approval has at most three stages, each with approvers, its arrays all present, and an escalation that can happen. */
export function checkApproval(said: JsonObject, policy: JsonObject): void {
  const settings = policy.requestApprovalSettings
  if (!isObject(settings)) return
  const stages = objectsIn(settings.stages)
  if (stages.length > 3) throw invalidModel('The model is invalid. There must be at most 3 approval stages.')
  const needed = settings.isApprovalRequiredForAdd === true || settings.isApprovalRequiredForUpdate === true
  if (needed && stages.length === 0)
    throw invalidModel('The model is invalid. Approval is required, but there is no approval stage.')
  const saidStages = isObject(said.requestApprovalSettings) ? objectsIn(said.requestApprovalSettings.stages) : []
  for (const [index, stage] of stages.entries()) {
    checkArrays(saidStages[index] ?? {}, index)
    checkStage(stage, index, isExternalScope(policy.allowedTargetScope))
  }
}

function checkArrays(said: JsonObject, index: number): void {
  const missing = approverLists.find(name => !Array.isArray(said[name]))
  if (missing)
    throw invalidModel(`The model is invalid. The ${missing} field of approval stage ${index + 1} is required.`)
}

function checkStage(stage: JsonObject, index: number, external: boolean): void {
  const at = `approval stage ${index + 1}`
  const primary = [...objectsIn(stage.primaryApprovers), ...objectsIn(stage.fallbackPrimaryApprovers)]
  if (primary.length === 0) throw invalidModel(`The model is invalid. There is no approver in ${at}.`)
  const timeout = durationMs(String(stage.durationBeforeAutomaticDenial)) ?? 0
  if (timeout <= 0) throw invalidModel(`The model is invalid. The durationBeforeAutomaticDenial of ${at} is required.`)
  for (const approver of approverLists.flatMap(name => objectsIn(stage[name]))) checkApprover(approver, at, external)
  if (stage.isEscalationEnabled === true) checkEscalation(stage, at, timeout)
}

function checkApprover(approver: JsonObject, at: string, external: boolean): void {
  const kind = kindOfSubject(approver)
  const highest = highestLevel[kind]
  const level = Number(approver.managerLevel)
  if (highest !== undefined && !(level >= 1 && level <= highest)) {
    throw invalidModel(`The model is invalid. The managerLevel of ${kind} in ${at} must be from 1 to ${highest}.`)
  }
  if ((kind === 'internalSponsors' || kind === 'externalSponsors') && !external) {
    throw invalidModel(`The model is invalid. ${kind} in ${at} approve requests of connected organizations only.`)
  }
  if (kind === 'attributeRuleMembers') throw invalidModel(`The model is invalid. ${kind} can not approve, in ${at}.`)
}

/** The timeout is at least four days; escalation comes on the day after half of it or later, and before its last day. */
function checkEscalation(stage: JsonObject, at: string, timeout: number): void {
  const alternates = [...objectsIn(stage.escalationApprovers), ...objectsIn(stage.fallbackEscalationApprovers)]
  if (alternates.length === 0)
    throw invalidModel(`The model is invalid. Escalation is enabled in ${at}, but there is no escalation approver.`)
  if (timeout < 4 * dayMs)
    throw invalidModel(
      `The model is invalid. Escalation in ${at} needs a durationBeforeAutomaticDenial of at least 4 days.`,
    )
  const wait = durationMs(String(stage.durationBeforeEscalation)) ?? 0
  const days = timeout / dayMs
  const [first, last] = [Math.floor(days / 2) + 1, Math.ceil(days) - 1]
  if (wait < first * dayMs || wait > last * dayMs) {
    throw invalidModel(
      `The model is invalid. The durationBeforeEscalation of ${at} must be from ${first} to ${last} days.`,
    )
  }
}
