import { isRef, type TenantObject } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { leftOver } from './left-over.ts'
import { type Said, together, unsaid } from './said.ts'
import { sentence } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'

const root = 'customExtensionStageSettings'

const events: { readonly [stage: string]: string } = {
  assignmentRequestCreated: 'request created',
  assignmentRequestApproved: 'request approved',
  assignmentRequestGranted: 'assignment granted',
  assignmentRequestRemoved: 'assignment removed',
  assignmentFourteenDaysBeforeExpiration: '14 days before expiry',
  assignmentOneDayBeforeExpiration: '1 day before expiry',
}

/** Which workflows are called when. https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
export const workflowCalls = ({ properties }: TenantObject, { nameOf }: Surroundings): Said =>
  together(
    ...items(properties[root]).map((setting, index) => {
      const path = `${root}/${index}`
      const { stage, customExtension } = fields(setting)
      const event = events[text(stage) ?? '']
      if (event === undefined)
        return unsaid(path, `The language has no words for the stage ${text(stage) ?? ''}. ${takenAway}`)
      const { id } = fields(customExtension)
      const name = isRef(id) && id.address !== undefined ? nameOf(id.address) : undefined
      return name === undefined
        ? unsaid(path, `The workflow that it calls can't be declared in this catalog. ${takenAway}`)
        : {
            sentences: [sentence('on', event, 'call', name)],
            gaps: [
              ...leftOver(fields(setting), ['id', 'stage', 'customExtension'], path),
              ...leftOver(fields(customExtension), ['id'], `${path}/customExtension`),
            ],
          }
    }),
  )

const takenAway = 'Deploying these sources takes the call away.'
