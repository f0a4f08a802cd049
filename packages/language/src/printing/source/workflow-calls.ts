import { isRef, type TenantObject } from '@entitle/graph'
import { stageInWords, stageOf } from '../call-words.ts'
import { fields, items } from '../fields.ts'
import { leftOver } from './left-over.ts'
import { type Said, together, unsaid } from './said.ts'
import { sentence } from './sentence.ts'
import type { Surroundings } from './surroundings.ts'

const root = 'customExtensionStageSettings'

/** Which workflows are called when. https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
export const workflowCalls = ({ properties }: TenantObject, { nameOf }: Surroundings): Said =>
  together(
    ...items(properties[root]).map((setting, index) => {
      const path = `${root}/${index}`
      const { customExtension } = fields(setting)
      const stage = stageOf(setting)
      const event = stageInWords(stage)
      if (event === undefined) return unsaid(path, `The language has no words for the stage ${stage}. ${takenAway}`)
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
