import type { Finding } from '@entitle/graph'
import type * as ast from '../generated/ast.ts'
import { defaultWithinMinutes } from '../resolve/approval.ts'
import { durationWords, minutesOf } from '../syntax/duration.ts'
import { nodesOf } from '../syntax/nodes.ts'
import { propertyRange, rangeOf } from '../syntax/range.ts'
import { type FileCheck, findingAt } from './check.ts'

const day = 1440

/**
 * When a request may be passed on to others: a stage must last four days at least, and the others are asked between the day after its
 * half and the day before its last. https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-approval-policy
 */
export const escalationTiming: FileCheck = ({ documents }) =>
  documents
    .flatMap(document => nodesOf(document, 'Stage'))
    .flatMap(stage => {
      const escalation = stage.statements.findLast(({ $type }) => $type === 'Escalation')
      return escalation?.$type === 'Escalation' && escalation.after?.amount !== undefined
        ? timing(stage, escalation)
        : []
    })

const timing = (stage: ast.Stage, escalation: ast.Escalation): Finding[] => {
  const within = stage.statements.findLast(({ $type }) => $type === 'Within')
  const limit =
    within?.$type === 'Within' && within.duration?.amount !== undefined
      ? minutesOf(within.duration)
      : defaultWithinMinutes
  const after = minutesOf(escalation.after)
  const place = propertyRange(escalation, 'after')
  const days = Math.floor(limit / day)
  if (days < 4)
    return [
      findingAt(
        'escalation-timing',
        'error',
        rangeOf(escalation),
        `A stage that passes requests on needs at least 4 days, and this one ends after ${durationWords(limit)}. Write \`within 4 days\` or more, or leave the escalation out.`,
      ),
    ]
  const earliest = Math.floor(days / 2) + 1
  const latest = days - 1
  if (after >= earliest * day && after <= latest * day && after % day === 0) return []
  const nearest = Math.min(Math.max(Math.round(after / day), earliest), latest)
  const why =
    after >= limit
      ? `comes when the request is already denied (the stage ends after ${durationWords(limit)})`
      : after > latest * day
        ? 'leaves no whole day to decide'
        : after < earliest * day
          ? 'comes before the first half of the stage is over'
          : 'is not a whole number of days'
  return [
    findingAt(
      'escalation-timing',
      'error',
      place,
      `Passing requests on after ${durationWords(after)} ${why}. In a stage of ${durationWords(limit)} it may happen after ${earliest === latest ? earliest : `${earliest} to ${latest}`} days.`,
      {
        fixes: [
          {
            title: `Pass requests on after ${durationWords(nearest * day)}`,
            safe: false,
            edits: [{ range: place, text: durationWords(nearest * day) }],
          },
        ],
      },
    ),
  ]
}
