import { isRef, type Value } from '@entitle/graph'
import { fields, items, listed, refName, text } from './fields.ts'

const stages: { readonly [stage: string]: string } = {
  assignmentRequestCreated: 'request created',
  assignmentRequestApproved: 'request approved',
  assignmentRequestGranted: 'assignment granted',
  assignmentRequestRemoved: 'assignment removed',
  assignmentFourteenDaysBeforeExpiration: '14 days before expiry',
  assignmentOneDayBeforeExpiration: '1 day before expiry',
}

/** What a stage of a request or an assignment is called; undefined for one that the language has no words for. https://learn.microsoft.com/graph/api/resources/customextensionstagesetting */
export const stageInWords = (stage: string): string | undefined => stages[stage]

/** The same; Graph's word where the language has none. */
export const stageWords = (stage: string): string => stageInWords(stage) ?? stage

/** Stages in the order in which they come; one that isn't known stands first. */
export const inTime = (a: string, b: string): number => Object.keys(stages).indexOf(a) - Object.keys(stages).indexOf(b)

export const stageOf = (setting: Value): string => text(fields(setting).stage) ?? ''

const workflowOf = (setting: Value): string => {
  const { id } = fields(fields(setting).customExtension)
  return isRef(id) ? refName(id) : (text(id) ?? 'an unknown workflow')
}

/** `call Order a badge`, or `none` where nothing is called. */
export const calledInWords = (settings: readonly Value[]): string =>
  settings.length === 0 ? 'none' : `call ${listed(settings.map(workflowOf))}`

/** `customExtensionStageSettings` on one line: `on request created call Order a badge`. */
export const callsInWords = (value: Value | undefined): string =>
  items(value)
    .map(each => `on ${stageWords(stageOf(each))} ${calledInWords([each])}`)
    .join(', ') || 'none'
