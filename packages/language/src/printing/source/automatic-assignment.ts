import type { TenantObject } from '@entitle/graph'
import { fields, items, text } from '../fields.ts'
import { writtenLength } from './duration.ts'
import type { Gap, Said } from './said.ts'
import { sentence } from './sentence.ts'
import { sortOf } from './subjects.ts'
import { lineLiteral } from './text-literal.ts'

const root = 'automaticRequestSettings'

/**
 * Everyone whom a rule matches gets the package without a request; undefined for a policy that isn't of that sort.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-auto-assignment-policy
 */
export const automaticAssignment = ({ properties, raw }: TenantObject): Said | undefined => {
  const settings = fields(properties[root] ?? raw?.[root])
  const [target, second] = items(properties.specificAllowedTargets)
  const rule =
    target !== undefined && sortOf(target) === 'attributeRuleMembers' ? text(fields(target).membershipRule) : undefined
  if (settings.requestAccessForAllowedTargets !== true || rule === undefined || second !== undefined) return undefined
  const removed = settings.removeAccessWhenTargetLeavesAllowedTargets === true
  const grace = text(settings.gracePeriodBeforeAccessRemoval)
  const length = removed && grace !== undefined ? writtenLength(grace) : undefined
  const words = `assigned automatically where ${lineLiteral(rule)}${length === undefined ? '' : `, removed after ${length.words}`}`
  const gaps: Gap[] = [
    ...(removed
      ? []
      : [
          {
            path: `${root}/removeAccessWhenTargetLeavesAllowedTargets`,
            why: 'The language has no words for access that stays when the rule stops matching.',
          },
        ]),
    ...(length?.exact === false
      ? [
          {
            path: `${root}/gracePeriodBeforeAccessRemoval`,
            why: `The language counts in whole hours and days; ${grace} is written as ${length.words}.`,
          },
        ]
      : []),
  ]
  return { sentences: [sentence(words)], gaps }
}
