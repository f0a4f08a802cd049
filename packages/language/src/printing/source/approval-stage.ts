import type { Properties } from '@entitle/graph'
import { text } from '../fields.ts'
import { writtenLength } from './duration.ts'
import { leftOver, saysNothing } from './left-over.ts'
import { type Gap, type Said, together, unsaid } from './said.ts'
import { onOneLine, type Sentence, sentence, withBlock } from './sentence.ts'
import { withFallback, writtenSubjects } from './subjects.ts'

const looked = [
  'durationBeforeAutomaticDenial',
  'isApproverJustificationRequired',
  'approverInformationVisibility',
  'primaryApprovers',
  'fallbackPrimaryApprovers',
  'isEscalationEnabled',
  'durationBeforeEscalation',
  'escalationApprovers',
  'fallbackEscalationApprovers',
]

/** One stage. `path` is where it stands in the policy. https://learn.microsoft.com/graph/api/resources/accesspackageapprovalstage */
export const approvalStage = (stage: Properties, path: string, live: boolean): Said => {
  const rest: Said = { sentences: [], gaps: leftOver(stage, looked, path) }
  const primary = writtenSubjects(stage.primaryApprovers, `${path}/primaryApprovers`, live)
  const fallback = writtenSubjects(stage.fallbackPrimaryApprovers, `${path}/fallbackPrimaryApprovers`, live)
  const gaps = [...primary.gaps, ...fallback.gaps]
  if (primary.items.length === 0)
    return together(
      unsaid(
        path,
        'A stage names at least one approver, and this one has none that the language has a word for. The stage is left out.',
      ),
      { sentences: [], gaps },
    )
  const inside = together(within(stage, path), visibility(stage, path), reason(stage), escalation(stage, path, live))
  const head = ['stage by', ...withFallback(primary, fallback)]
  return together(
    { sentences: [onOneLine(withBlock(head, inside.sentences))], gaps },
    { sentences: [], gaps: inside.gaps },
    rest,
  )
}

const within = (stage: Properties, path: string): Said => {
  const duration = text(stage.durationBeforeAutomaticDenial)
  if (duration === undefined) return { sentences: [], gaps: [] }
  const at = `${path}/durationBeforeAutomaticDenial`
  const length = writtenLength(duration)
  if (length === undefined)
    return unsaid(at, `${duration} is no length of time that the language knows. Without one, approvers have 14 days.`)
  return {
    sentences: [sentence(`within ${length.words}`)],
    gaps: length.exact ? [] : [rounded(at, duration, length.words)],
  }
}

const visibility = ({ approverInformationVisibility: value }: Properties, path: string): Said => {
  const word = { visible: 'shown', notVisible: 'hidden' }[text(value) ?? '']
  if (word !== undefined) return { sentences: [sentence(`approvers ${word}`)], gaps: [] }
  return value === undefined || value === null || value === 'default'
    ? { sentences: [], gaps: [] }
    : unsaid(`${path}/approverInformationVisibility`, `The language has no word for ${String(text(value))}.`)
}

/** In the language a reason is asked for unless it says otherwise, in Graph only where it says so. */
const reason = ({ isApproverJustificationRequired: required }: Properties): Said => ({
  sentences: required === true || required === undefined ? [] : [sentence('justification optional')],
  gaps: [],
})

const escalation = (stage: Properties, path: string, live: boolean): Said => {
  const primary = writtenSubjects(stage.escalationApprovers, `${path}/escalationApprovers`, live)
  const fallback = writtenSubjects(stage.fallbackEscalationApprovers, `${path}/fallbackEscalationApprovers`, live)
  const missing = (why: string, ...names: readonly string[]): Said => ({
    sentences: [],
    gaps: names.flatMap(name => (saysNothing(stage[name]) ? [] : [{ path: `${path}/${name}`, why }])),
  })
  const duration = text(stage.durationBeforeEscalation) ?? ''
  const length = writtenLength(duration)
  if (stage.isEscalationEnabled !== true)
    return missing(notEscalating, ...takingOver.slice(/^(P0D|PT0[HMS])?$/.test(duration) ? 1 : 0)) // no time is what Graph writes there
  if (length === undefined || primary.items.length === 0)
    return missing(incomplete, 'isEscalationEnabled', ...takingOver)
  const gaps: readonly Gap[] = [...primary.gaps, ...fallback.gaps]
  const words: Sentence = sentence('escalate to', ...withFallback(primary, fallback), `after ${length.words}`)
  const rounding = length.exact ? [] : [rounded(`${path}/durationBeforeEscalation`, duration, length.words)]
  return { sentences: [words], gaps: [...gaps, ...rounding] }
}

const takingOver = ['durationBeforeEscalation', 'escalationApprovers', 'fallbackEscalationApprovers']
const notEscalating = 'The stage doesn’t escalate, and the language names who takes over only where it does.'
const incomplete =
  'An escalation names someone to take over and after how long; here one of them is missing, or the language has no word for it.'

const rounded = (path: string, duration: string, words: string): Gap => ({
  path,
  why: `The language counts in whole hours and days; ${duration} is written as ${words}.`,
})
