import { addressOf, type Value } from '@entitle/graph'
import type { CallEvent, WorkflowCall } from '../resolve/program.ts'
import { catalogAddress } from './addresses.ts'
import { extensionType } from './custom-workflow-extension.ts'
import type { Lowering } from './lowering.ts'

const stages = {
  'request created': 'assignmentRequestCreated',
  'request approved': 'assignmentRequestApproved',
  'assignment granted': 'assignmentRequestGranted',
  'assignment removed': 'assignmentRequestRemoved',
} as const

/** Graph knows two moments before the end: https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
const beforeExpiry = new Map([
  [14, 'assignmentFourteenDaysBeforeExpiration'],
  [1, 'assignmentOneDayBeforeExpiration'],
])

const stageOf = (event: CallEvent): string | undefined =>
  typeof event === 'string' ? stages[event] : beforeExpiry.get(event.daysBeforeExpiry)

/** `customExtensionStageSettings`: which workflows are called when. Calls that are findings are left out. */
export const stageSettings = (calls: readonly WorkflowCall[], lowering: Lowering): Value[] =>
  calls.flatMap(({ event, workflow }) => {
    const { displayName, catalog } = workflow
    const stage = stageOf(event)
    const type = extensionType(workflow)
    if (stage === undefined || type === undefined) return []
    const address = addressOf('custom-workflow-extension', displayName, catalogAddress(catalog, lowering))
    const id = { $ref: 'custom-workflow-extension' as const, name: displayName, address }
    return [{ stage, customExtension: { '@odata.type': type, id } }]
  })
