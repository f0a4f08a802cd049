import { invalidModel } from '../http/graph-error.ts'
import { type Doc, isObject, type JsonObject, objectsIn } from '../json.ts'
import { complete } from '../schema/complete.ts'
import { typeNameOf } from '../schema/lookup.ts'
import type { World } from '../world.ts'
import { find, type Kind, type Navigate } from './kind.ts'

/** Which extension is called by which policy: kept by policy, found by extension. */
export const stageLinks = 'stageLink'

/** A policy that is gone, or about to call others, calls nothing. */
export function forgetStages({ store }: World, policyId: string): void {
  for (const { doc } of store.listLatest(stageLinks, { parent: policyId })) store.remove(stageLinks, doc.id)
}

/** The objects that a policy carries along under a note. */
export function carried(note: string): Navigate {
  return (_world, doc) => objectsIn(doc[note]) as Doc[]
}

/** https://learn.microsoft.com/graph/api/resources/accesspackagequestion: sent inline, kept with the policy. */
export const questions: Kind = { store: 'question', type: 'accessPackageQuestion', guids: true, navigation: {} }

/** Questions with the ids they keep or are given. */
export function readQuestions(world: World, body: JsonObject, before: readonly JsonObject[]): JsonObject[] {
  return objectsIn(body.questions).map(question => {
    const kept = before.find(known => known.id === question.id)
    const filled = complete('accessPackageQuestion', question)
    const type = typeNameOf(String(question['@odata.type']))
    const { '@odata.type': _type, ...own } = filled
    if (!own.text) throw invalidModel('The model is invalid. The text field of a question is required.')
    if (type === 'accessPackageMultipleChoiceQuestion' && objectsIn(own.choices).length === 0) {
      throw invalidModel(`The model is invalid. The question '${String(own.text)}' needs at least one choice.`)
    }
    if (objectsIn(own.choices).some(choice => !choice.actualValue)) {
      throw invalidModel(
        `The model is invalid. The actualValue field of a choice of the question '${String(own.text)}' is required.`,
      )
    }
    if (kept && kept.$type !== type)
      throw invalidModel(`The model is invalid. The type of the question '${String(own.text)}' can not change.`)
    return { ...own, id: kept ? String(kept.id) : world.ids(), $type: type }
  })
}

const requestStages = [
  'assignmentRequestCreated',
  'assignmentRequestApproved',
  'assignmentRequestGranted',
  'assignmentRequestRemoved',
]

/** https://learn.microsoft.com/graph/api/resources/customextensionstagesetting: which extension a policy calls at which stage. */
export function readStageSettings(world: World, extensions: Kind, catalogId: string, body: JsonObject): JsonObject[] {
  return objectsIn(body.customExtensionStageSettings).map(setting => {
    const reference = setting.customExtension
    const id = isObject(reference) ? String(reference.id ?? '').toLowerCase() : ''
    const extension = find(world, extensions, id)
    if (!extension || extension.$catalog !== catalogId)
      throw invalidModel(`The model is invalid. The custom extension '${id}' is not in the policy's catalog.`)
    const ofRequest = requestStages.includes(String(setting.stage))
    if (ofRequest !== (extension.$type === 'accessPackageAssignmentRequestWorkflowExtension')) {
      throw invalidModel(
        `The model is invalid. The stage '${String(setting.stage)}' does not fit an extension of type ${String(extension.$type)}.`,
      )
    }
    return { id: world.ids(), stage: setting.stage ?? null, $extension: id }
  })
}
