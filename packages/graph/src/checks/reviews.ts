import type { Properties } from '../model/tenant.ts'
import { defineCheck, items, part } from './check.ts'
import { subjectNames } from './requestors.ts'
import { periodOf, spanInWords } from './spans.ts'

/** What of a review became weaker, the gravest first; undefined where nothing did. */
const weaker = (before: Properties, after: Properties): string | undefined => {
  if (before.isEnabled !== true) return undefined
  if (after.isEnabled !== true) return 'is no longer reviewed'
  const [then, now] = [periodOf(before), periodOf(after)]
  if (then !== undefined && (now === undefined || now > then))
    return `is reviewed every ${now === undefined ? 'now and then' : spanInWords(now)} rather than every ${spanInWords(then)}`
  if (before.isSelfReview !== true && after.isSelfReview === true)
    return 'is reviewed by those who have it; so far others did'
  if (before.expirationBehavior === 'removeAccess' && after.expirationBehavior !== 'removeAccess')
    return 'is no longer taken away where nobody answers a review'
  const [had, has] = [reviewers(before), reviewers(after)]
  if (had.length > 0 && has.length < had.length && has.every(name => had.includes(name)))
    return `is reviewed by ${has.length === 0 ? 'nobody who is named' : has.join(', ')} only; so far by ${had.join(', ')}`
  if (before.isReviewerJustificationRequired !== false && after.isReviewerJustificationRequired === false)
    return 'is reviewed without a word on why'
  return undefined
}

const reviewers = (settings: Properties): readonly string[] => subjectNames(items(settings, 'primaryReviewers'))

export const weakensReview = defineCheck({
  name: 'weakens-review',
  tells: 'that access is reviewed less often, by fewer people, by those who have it, or no longer',
  why: 'Access that nobody looks at only ever grows.',
  severity: 'warning',
  kinds: ['assignment-policy'],
  check({ name, within, before, after }) {
    if (before === undefined || after === undefined) return undefined
    const less = weaker(part(before, 'reviewSettings'), part(after, 'reviewSettings'))
    return less === undefined ? undefined : { message: `Access under policy ${name} of package ${within} ${less}.` }
  },
})
