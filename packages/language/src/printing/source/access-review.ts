import { isRef, type Properties, type TenantObject, type Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { writtenDays } from './duration.ts'
import { displayNameOf, identity } from './identity.ts'
import { leftOver } from './left-over.ts'
import { reviewSchedule } from './review-schedule.ts'
import { of, type Said, said, together, type Unsaid, unsaid } from './said.ts'
import { commas, type Part, sentence, withBlock } from './sentence.ts'
import { isLive, type Surroundings } from './surroundings.ts'
import { lineLiteral } from './text-literal.ts'

const looked = ['displayName', 'descriptionForAdmins', 'scope', 'reviewers', 'fallbackReviewers', 'settings']

/** A review of access outside packages. https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export const accessReview = (object: TenantObject, surroundings: Surroundings): Said<Unsaid> => {
  const { address, properties } = object
  const scope = scopeWords(properties.scope, isLive(object))
  if (scope === undefined)
    return of(address, unsaid('', 'The language has no words for what this review looks at, so it is left out.'))
  const { descriptionForAdmins: description = '' } = properties
  const inside = together(
    identity({ ...object, properties: { ...properties, description } }, surroundings),
    said(...scope),
    how(fields(properties.settings)),
    reviewers(properties, isLive(object)),
    { sentences: [], gaps: leftOver(properties, looked) },
  )
  const head = ['review', surroundings.nameOf(address) ?? '', lineLiteral(displayNameOf(object))]
  return of(address, { sentences: [withBlock(head, inside.sentences)], gaps: inside.gaps })
}

const scopeWords = (value: Value | undefined, live: boolean) => {
  const { who, in: within, inactiveFor } = fields(value)
  if (typeof who !== 'string') return undefined
  const where: Part | undefined = isRef(within) ? { use: within, live } : within === 'all groups' ? within : undefined
  if (where === undefined) return undefined
  const inactive = text(inactiveFor)
  const length = inactive === undefined ? undefined : writtenDays(inactive)
  if (inactive !== undefined && length?.exact !== true) return undefined
  return [sentence(`of ${who} in`, where), ...(length === undefined ? [] : [sentence(`inactive for ${length.words}`)])]
}

/** Statements on when a review takes place, for how long, and what comes of it. */
const how = (settings: Properties): Said => {
  const recurrence = fields(settings.recurrence)
  const range = fields(recurrence.range)
  const start = text(range.startDate)
  const once = recurrence.pattern === null || recurrence.pattern === undefined
  const schedule = reviewSchedule({ recurrence }, 'settings')
  const when: Said = once
    ? said()
    : schedule.frequency === undefined
      ? unsaid(
          'settings/recurrence',
          'The language has no words for how often this review happens. It is written once.',
        )
      : together(said(sentence(`recurs ${schedule.frequency}`)), schedule)
  return together(
    when,
    said(...(start === undefined ? [] : [sentence(`starting ${start}`)])),
    openFor(settings.instanceDurationInDays),
    outcome(settings),
  )
}

const openFor = (days: Value | undefined): Said =>
  typeof days === 'number' && days > 0
    ? said(sentence(`open for ${days} ${days === 1 ? 'day' : 'days'}`))
    : unsaid('settings/instanceDurationInDays', 'A review is open for a number of days; this one doesn’t say how many.')

const answers: { readonly [decision: string]: string } = {
  Deny: 'remove access',
  None: 'keep access',
  Recommendation: 'follow recommendation',
}

const outcome = (settings: Properties): Said => {
  const decision = settings.defaultDecisionEnabled === true ? (text(settings.defaultDecision) ?? '') : 'None'
  const answer = answers[decision]
  return {
    sentences: [
      ...(answer === undefined ? [] : [sentence(`if no response ${answer}`)]),
      ...(settings.recommendationsEnabled === true ? [] : [sentence('recommendations off')]),
      ...(settings.justificationRequiredOnApproval === true ? [] : [sentence('justification optional')]),
      ...(settings.autoApplyDecisionsEnabled === true ? [] : [sentence('apply decisions manually')]),
    ],
    gaps:
      answer === undefined
        ? [
            {
              path: 'settings/defaultDecision',
              why: 'The language has no words for what happens without an answer. Without any, access is kept.',
            },
          ]
        : [],
  }
}

const reviewers = (properties: Properties, live: boolean): Said => {
  const primary = items(properties.reviewers).map(each => reviewer(each, live))
  const fallback = items(properties.fallbackReviewers).map(each => reviewer(each, live))
  const deciders = primary.length === 0 ? [['self']] : primary.flatMap(parts => (parts === undefined ? [] : [parts]))
  const others = fallback.flatMap(parts => (parts === undefined ? [] : [parts]))
  const why = 'The language has no word for one of the people who are asked.'
  return {
    sentences:
      deciders.length === 0
        ? []
        : [
            sentence(
              'reviewers',
              ...commas([...deciders, ...others.map((parts, at) => (at === 0 ? ['fallback', ...parts] : parts))]),
            ),
          ],
    gaps: [
      ...(primary.includes(undefined) ? [{ path: 'reviewers', why }] : []),
      ...(fallback.includes(undefined) ? [{ path: 'fallbackReviewers', why }] : []),
    ],
  }
}

const reviewer = (value: Value, live: boolean): readonly Part[] | undefined => {
  const { by, of: whom } = fields(value)
  if (by === 'manager' || by === 'group owners') return [by]
  return isRef(whom) ? [{ use: whom, live }] : undefined
}
