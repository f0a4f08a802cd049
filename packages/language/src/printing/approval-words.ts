import type { Value } from '@entitle/graph'
import { durationInWords } from './duration-words.ts'
import { counted, fields, items, text } from './fields.ts'
import { subjectsInWords } from './subject-words.ts'

/** Graph denies a request that nobody decided after this long where a stage doesn't say. */
const usualDuration = 'P14D'

/**
 * `requestApprovalSettings` in the language's words: `not required`, `2 stages: internal sponsors (7 days), then Governance`.
 * https://learn.microsoft.com/graph/api/resources/accesspackageassignmentapprovalsettings
 */
export const approvalInWords = (value: Value | undefined): string => {
  const settings = fields(value)
  const forAdd = settings.isApprovalRequiredForAdd === true
  const forUpdate = settings.isApprovalRequiredForUpdate === true
  const justification = settings.isRequestorJustificationRequired === true ? ['justification required'] : []
  const stages = items(settings.stages)
  if (!forAdd && !forUpdate) return ['not required', ...justification].join('; ')
  const scope = forAdd ? (forUpdate ? ['extensions too'] : []) : ['extensions only']
  return [stages.length === 0 ? 'required' : stagesInWords(stages), ...justification, ...scope].join('; ')
}

export const stagesInWords = (value: Value | undefined): string => {
  const stages = items(value)
  if (stages.length === 0) return 'none'
  return `${counted(stages.length, 'stage')}: ${stages.map(stageInWords).join(', then ')}`
}

/** One stage: its approvers, and in brackets what differs from the usual. */
export const stageInWords = (value: Value): string => {
  const stage = fields(value)
  const approvers = subjectsInWords(stage.primaryApprovers)
  const notes = [...limit(stage.durationBeforeAutomaticDenial), ...fallback(value), ...escalation(value)]
  if (stage.approverInformationVisibility === 'visible') notes.push('approvers shown')
  if (stage.approverInformationVisibility === 'notVisible') notes.push('approvers hidden')
  if (stage.isApproverJustificationRequired === false) notes.push('no reason needed')
  return `${approvers === '' ? 'no one' : approvers}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

const limit = (value: Value | undefined): string[] => {
  const duration = text(value)
  return duration === undefined || duration === usualDuration ? [] : [durationInWords(duration)]
}

const fallback = (value: Value): string[] => {
  const approvers = subjectsInWords(fields(value).fallbackPrimaryApprovers)
  return approvers === '' ? [] : [`fallback ${approvers}`]
}

const escalation = (value: Value): string[] => {
  const stage = fields(value)
  if (stage.isEscalationEnabled !== true) return []
  const approvers = subjectsInWords(stage.escalationApprovers)
  const others = subjectsInWords(stage.fallbackEscalationApprovers)
  const after = text(stage.durationBeforeEscalation)
  const whom = [approvers, others === '' ? '' : `fallback ${others}`].filter(part => part !== '').join(', ')
  return [`escalates to ${whom}${after === undefined ? '' : ` after ${durationInWords(after)}`}`]
}
