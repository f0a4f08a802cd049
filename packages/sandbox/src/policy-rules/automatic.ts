import { invalidModel } from '../http/graph-error.ts'
import { isObject, type JsonObject, objectsIn } from '../json.ts'
import { kindOfSubject } from './targets.ts'

/** Whether a policy gives access without a request. */
export const isAutomatic = ({ automaticRequestSettings: settings }: JsonObject): boolean =>
  isObject(settings) && settings.requestAccessForAllowedTargets === true

/** Automatic assignment follows one membership rule, and a membership rule is for automatic assignment only. */
export function checkAutomatic(policy: JsonObject): void {
  const targets = objectsIn(policy.specificAllowedTargets)
  const rules = targets.filter(target => kindOfSubject(target) === 'attributeRuleMembers')
  const automatic = isAutomatic(policy)
  if (rules.length > 0 && !automatic) {
    throw invalidModel(
      'The model is invalid. attributeRuleMembers needs automaticRequestSettings.requestAccessForAllowedTargets.',
    )
  }
  if (automatic && (rules.length !== 1 || targets.length !== 1)) {
    throw invalidModel(
      'The model is invalid. An auto-assignment policy needs exactly one specificAllowedTarget, of type attributeRuleMembers.',
    )
  }
  for (const { membershipRule } of rules) checkRule(membershipRule)
}

const comparison = /\b(user|device)\.[\w.]+\s*-\s*(not\s*)?\w+|\b(direct reports|user\.memberof)\b/i

/**
 * The least that a membership rule must be: something of a user that is compared, with its parentheses and quotes closed.
 * https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
 */
function checkRule(rule: unknown): void {
  if (typeof rule !== 'string' || rule.trim() === '')
    throw invalidModel('The model is invalid. The membershipRule field is required.')
  const outside = rule.replaceAll(/"(?:[^"`]|`.)*"|'(?:[^'`]|`.)*'/g, '')
  let depth = 0
  for (const letter of outside) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (depth < 0) break
  }
  if (depth !== 0 || /["']/.test(outside) || !comparison.test(outside))
    throw invalidModel(`The model is invalid. The membershipRule '${rule}' can not be parsed.`)
}
