import type { Properties, TenantObject } from '@entitle/graph'
import { fields, text } from '../fields.ts'
import { writtenDays } from './duration.ts'
import { leftOver, saysNothing } from './left-over.ts'
import { reviewSchedule } from './review-schedule.ts'
import { type Said, said, together, unsaid } from './said.ts'
import { sentence, withBlock } from './sentence.ts'
import { withFallback, writtenSubjects } from './subjects.ts'
import { isLive } from './surroundings.ts'

const root = 'reviewSettings'
const looked = [
  'isEnabled',
  'expirationBehavior',
  'isRecommendationEnabled',
  'isReviewerJustificationRequired',
  'isSelfReview',
  'primaryReviewers',
  'fallbackReviewers',
  'schedule',
]
const behaviours: { readonly [behaviour: string]: string } = {
  removeAccess: 'remove access',
  keepAccess: 'keep access',
  acceptAccessRecommendation: 'follow recommendation',
}

/** Who looks again at the access. https://learn.microsoft.com/graph/api/resources/accesspackageassignmentreviewsettings */
export const review = (policy: TenantObject): Said => {
  const value = policy.properties[root]
  const settings = fields(value)
  if (value === undefined || value === null || settings.isEnabled === false || settings.isEnabled === null)
    return said()
  const schedule = reviewSchedule(fields(settings.schedule), `${root}/schedule`)
  if (schedule.frequency === undefined)
    return unsaid(
      root,
      'The language knows weekly, monthly, quarterly, biannual and annual reviews; this one recurs otherwise. The review is left out.',
    )
  const inside = together(schedule, openFor(settings), reviewers(settings, isLive(policy)), outcome(settings))
  return {
    sentences: [withBlock([`review ${schedule.frequency}`], inside.sentences)],
    gaps: [...inside.gaps, ...leftOver(settings, looked, root)],
  }
}

const openFor = (settings: Properties): Said => {
  const path = `${root}/schedule/expiration`
  const expiration = fields(fields(settings.schedule).expiration)
  const { type, duration } = expiration
  const rest = leftOver(expiration, ['type', 'duration'], path)
  const length = type === 'afterDuration' ? writtenDays(text(duration) ?? '') : undefined
  if (length === undefined) {
    const isOpenEnded = saysNothing(type) && saysNothing(duration)
    const why = 'A review is open for a number of days; this one ends in another way.'
    return { sentences: [], gaps: isOpenEnded ? rest : [{ path, why }] }
  }
  const why = `A review is open for whole days; ${text(duration)} is written as ${length.words}.`
  const gaps = length.exact ? rest : [{ path: `${path}/duration`, why }, ...rest]
  return { sentences: [sentence(`open for ${length.words}`)], gaps }
}

const reviewers = (settings: Properties, live: boolean): Said => {
  const named = writtenSubjects(settings.primaryReviewers, `${root}/primaryReviewers`, live)
  const fallback = writtenSubjects(settings.fallbackReviewers, `${root}/fallbackReviewers`, live)
  const primary = settings.isSelfReview === true ? { ...named, items: [['self'], ...named.items] } : named
  const gaps = [...primary.gaps, ...fallback.gaps]
  if (primary.items.length > 0) return { sentences: [sentence('reviewers', ...withFallback(primary, fallback))], gaps }
  const why = 'The language names fallback reviewers only beside reviewers.'
  return {
    sentences: [],
    gaps: fallback.items.length === 0 ? gaps : [...gaps, { path: `${root}/fallbackReviewers`, why }],
  }
}

const outcome = (settings: Properties): Said => {
  const behaviour = text(settings.expirationBehavior)
  const words = behaviours[behaviour ?? '']
  const sentences = [
    ...(words === undefined ? [] : [sentence(`if no response ${words}`)]),
    ...(settings.isRecommendationEnabled === false ? [sentence('recommendations off')] : []),
    ...(settings.isReviewerJustificationRequired === false ? [sentence('justification optional')] : []),
  ]
  const why = `The language has no words for ${behaviour}. Without any, access is removed.`
  return {
    sentences,
    gaps: behaviour === undefined || words !== undefined ? [] : [{ path: `${root}/expirationBehavior`, why }],
  }
}
