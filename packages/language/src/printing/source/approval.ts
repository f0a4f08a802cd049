import type { Properties, TenantObject, Value } from '@entitle/graph'
import { fields, items } from '../fields.ts'
import { approvalStage } from './approval-stage.ts'
import { leftOver } from './left-over.ts'
import { type Gap, type Said, said, together } from './said.ts'
import { type Sentence, sentence } from './sentence.ts'
import { isLive } from './surroundings.ts'

const looked = ['isApprovalRequiredForAdd', 'isApprovalRequiredForUpdate', 'isRequestorJustificationRequired', 'stages']
const root = 'requestApprovalSettings'

/** Who approves. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentapprovalsettings */
export const approval = (policy: TenantObject): Said => {
  const value = policy.properties[root]
  if (value === undefined || value === null) return said()
  const settings = fields(value)
  const rest: Said = { sentences: [], gaps: leftOver(settings, looked, root) }
  return together(
    settings.isApprovalRequiredForAdd === true ? required(settings, isLive(policy)) : notRequired(settings),
    rest,
  )
}

const required = (settings: Properties, live: boolean): Said => {
  const stages = together(
    ...items(settings.stages).map((stage: Value, index) =>
      approvalStage(fields(stage), `${root}/stages/${index}`, live),
    ),
  )
  const reason = settings.isRequestorJustificationRequired === true ? [sentence('justification required')] : []
  const block: Sentence = { parts: ['approval'], block: [...reason, ...stages.sentences] }
  return { sentences: [block], gaps: stages.gaps }
}

const notRequired = (settings: Properties): Said => {
  const gaps: Gap[] = [
    ...(settings.isRequestorJustificationRequired === true
      ? [
          {
            path: `${root}/isRequestorJustificationRequired`,
            why: 'The language asks for a justification only where approval is required.',
          },
        ]
      : []),
    ...(items(settings.stages).length > 0
      ? [
          {
            path: `${root}/stages`,
            why: 'New requests need no approval, and the language names approvers only where they do.',
          },
        ]
      : []),
  ]
  return { sentences: [sentence('approval not required')], gaps }
}

/** Whether access may be extended. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentrequestorsettings */
export const extension = ({ properties }: TenantObject): Said => {
  const settings = fields(properties.requestorSettings)
  const withApproval = fields(properties[root]).isApprovalRequiredForUpdate === true
  if (settings.enableTargetsToSelfUpdateAccess === true)
    return said(sentence(`extension allowed${withApproval ? ' with approval' : ''}`))
  const why = 'Extensions are switched off, and the language asks for their approval only where they are allowed.'
  return { sentences: [], gaps: withApproval ? [{ path: `${root}/isApprovalRequiredForUpdate`, why }] : [] }
}
