import { isRef, type Value } from '@entitle/graph'
import { durationInWords } from './duration-words.ts'
import { fields, items, refName, text } from './fields.ts'
import { recurrenceInWords } from './review-words.ts'

/** Whose access a review looks at: `guests in all groups, inactive for 90 days`. */
export const scopeInWords = (value: Value): string | undefined => {
  const { who, in: within, inactiveFor } = fields(value)
  if (typeof who !== 'string') return undefined
  const inactive = text(inactiveFor)
  return `${who} in ${isRef(within) ? refName(within) : 'all groups'}${inactive === undefined ? '' : `, inactive for ${durationInWords(inactive)}`}`
}

/** Who decides; where there is nobody, people review themselves. */
export const deciders =
  (none: string) =>
  (value: Value): string =>
    items(value)
      .map(reviewer => {
        const { by, of } = fields(reviewer)
        return isRef(of) ? refName(of) : (text(by === 'query' ? of : by) ?? 'unknown')
      })
      .join(', ') || none

/** What becomes of access where nobody answers. */
export const defaultDecisions = {
  None: 'keep access',
  Approve: 'approve access',
  Deny: 'remove access',
  Recommendation: 'follow recommendation',
}

const answers: { readonly [decision: string]: string } = defaultDecisions

/** How often, for how long, and what comes of it: `quarterly, open 14 days, if no response remove access, decisions applied automatically`. */
export const settingsInWords = (value: Value): string | undefined => {
  const {
    recurrence,
    instanceDurationInDays: days,
    defaultDecision,
    autoApplyDecisionsEnabled: applies,
  } = fields(value)
  const answer = answers[text(defaultDecision) ?? '']
  return [
    recurrenceInWords(recurrence),
    ...(typeof days === 'number' ? [`open ${durationInWords(`P${days}D`)}`] : []),
    ...(answer === undefined ? [] : [`if no response ${answer}`]),
    `decisions applied ${applies === true ? 'automatically' : 'manually'}`,
  ].join(', ')
}
