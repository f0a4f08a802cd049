import type { TenantObject, Value } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { writtenLength } from './duration.ts'
import { leftOver, saysNothing } from './left-over.ts'
import type { Gap, Said } from './said.ts'
import { sentence } from './sentence.ts'
import { sortOf } from './subjects.ts'
import { lineLiteral } from './text-literal.ts'

export const automaticRoot = 'automaticRequestSettings'
const known = [
  'requestAccessForAllowedTargets',
  'removeAccessWhenTargetLeavesAllowedTargets',
  'gracePeriodBeforeAccessRemoval',
]

/**
 * Everyone whom a rule matches gets the package without a request; undefined for a policy that isn't of that sort.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy
 */
export const automaticAssignment = ({ properties, raw }: TenantObject): Said | undefined => {
  const settings = fields(properties[automaticRoot] ?? raw?.[automaticRoot])
  const [target, second] = items(properties.specificAllowedTargets)
  const rule =
    target !== undefined && sortOf(target) === 'attributeRuleMembers' ? text(fields(target).membershipRule) : undefined
  if (settings.requestAccessForAllowedTargets !== true || rule === undefined || second !== undefined) return undefined
  const removed = settings.removeAccessWhenTargetLeavesAllowedTargets === true
  const grace = text(settings.gracePeriodBeforeAccessRemoval)
  const length = removed && grace !== undefined ? writtenLength(grace) : undefined
  const words = `assigned automatically where ${lineLiteral(rule)}${length === undefined ? '' : `, removed after ${length.words}`}`
  const gaps: Gap[] = [
    ...(saysNothing(properties.allowedTargetScope) || properties.allowedTargetScope === 'specificDirectoryUsers'
      ? []
      : [{ path: 'allowedTargetScope', why: 'Where a rule decides who has access, the language names nobody else.' }]),
    ...(fields(properties.requestorSettings).enableTargetsToSelfAddAccess === true
      ? [
          {
            path: 'requestorSettings/enableTargetsToSelfAddAccess',
            why: 'In the language nobody requests what a rule assigns. Deploying these sources switches requests off.',
          },
        ]
      : []),
    ...leftOver(fields(target), ['description', 'membershipRule'], 'specificAllowedTargets/0'),
    ...leftOver(settings, known, automaticRoot),
    ...(removed
      ? []
      : [
          {
            path: `${automaticRoot}/removeAccessWhenTargetLeavesAllowedTargets`,
            why: 'The language has no words for access that stays when the rule stops matching.',
          },
        ]),
    ...(length === undefined && !isNoTime(settings.gracePeriodBeforeAccessRemoval)
      ? [
          {
            path: `${automaticRoot}/gracePeriodBeforeAccessRemoval`,
            why: 'The language has no words for such a length of time. Deploying these sources takes it away.',
          },
        ]
      : []),
    ...(length?.exact === false
      ? [
          {
            path: `${automaticRoot}/gracePeriodBeforeAccessRemoval`,
            why: `The language counts in whole hours and days; ${grace} is written as ${length.words}.`,
          },
        ]
      : []),
  ]
  return { sentences: [sentence(words)], gaps }
}

const isNoTime = (value: Value | undefined): boolean =>
  saysNothing(value) || (typeof value === 'string' && /^P[T0YMWDHS.]*$/.test(value))
