import type { Value } from '@entitle/graph'
import { durationInWords, minutesOf } from './duration-words.ts'
import { fields, items, text } from './fields.ts'

/** The rule among the targets of a policy that assigns automatically. */
export const ruleIn = (targets: Value | undefined): string | undefined =>
  items(targets)
    .map(each => text(fields(each).membershipRule))
    .find(rule => rule !== undefined)

/**
 * `automaticRequestSettings`: when access goes that a rule has given. `removed after 7 days`.
 * https://learn.microsoft.com/graph/api/resources/accesspackageautomaticrequestsettings
 */
export const removalInWords = (value: Value | undefined): string => {
  const settings = fields(value)
  if (settings.requestAccessForAllowedTargets !== true) return 'none'
  if (settings.removeAccessWhenTargetLeavesAllowedTargets !== true) return 'kept when the rule no longer matches'
  return `removed ${graceInWords(settings.gracePeriodBeforeAccessRemoval)}`
}

/** How long access stays when the rule no longer matches: `after 7 days`, `at once`. */
export const graceInWords = (value: Value | undefined): string => {
  const grace = text(value)
  return grace === undefined || minutesOf(grace) === 0 ? 'at once' : `after ${durationInWords(grace)}`
}

/** `where "user.department -eq \"Sales\"", removed at once`; what isn't known is left out. */
export const automaticInWords = (rule: string | undefined, settings: Value | undefined): string =>
  [
    ...(rule === undefined ? [] : [`where ${JSON.stringify(rule)}`]),
    ...(settings === undefined || (settings === null && rule === undefined) ? [] : [removalInWords(settings)]),
  ].join(', ') || 'none'
