import { foldId } from '../kinds/fold.ts'
import { isObj, itemsIn } from '../kinds/shape.ts'
import { isRef, type Properties, type Value } from '../model/tenant.ts'
import type { PersonFacts } from '../read/admission-facts.ts'

type Answer = 'yes' | 'no' | 'unknown'

/**
 * Whether an administrator may assign somebody under a policy: Graph refuses who is outside its scope.
 * https://learn.microsoft.com/entra/id-governance/entitlement-management-access-package-request-policy
 */
export function admits(
  { allowedTargetScope: scope, specificAllowedTargets: targets }: Properties,
  of: PersonFacts,
): Answer {
  const { sort } = of
  const named = itemsIn(targets).map(target => isNamed(target, of))
  switch (scope) {
    case 'notSpecified':
      return 'yes'
    case 'allMemberUsers':
      return is(sort, ['member'])
    case 'allDirectoryUsers':
      return is(sort, ['member', 'guest'])
    case 'allDirectoryServicePrincipals':
      return is(sort, ['application'])
    case 'specificDirectoryUsers':
    case 'specificDirectoryServicePrincipals':
      return anyOf(named)
    case 'allExternalUsers':
      return is(sort, ['guest'])
    case 'allConfiguredConnectedOrganizationUsers':
      return both(
        is(sort, ['guest']),
        of.organization === undefined ? 'unknown' : of.organization === '' ? 'no' : 'yes',
      )
    case 'specificConnectedOrganizationUsers':
      return both(is(sort, ['guest']), anyOf(named))
    default:
      return 'unknown'
  }
}

const is = (sort: PersonFacts['sort'], wanted: readonly NonNullable<PersonFacts['sort']>[]): Answer =>
  sort === undefined ? 'unknown' : wanted.includes(sort) ? 'yes' : 'no'

const anyOf = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no'

const both = (one: Answer, other: Answer): Answer => (one === 'yes' ? other : one)

function isNamed(target: Value, { id, groups, organization }: PersonFacts): Answer {
  if (!isObj(target)) return 'unknown'
  const { userId, servicePrincipalId, groupId, connectedOrganizationId } = target
  const single = isRef(userId) ? userId : isRef(servicePrincipalId) ? servicePrincipalId : undefined
  if (single !== undefined) return single.id === undefined ? 'unknown' : same(single.id, id)
  if (isRef(groupId)) return groupId.id === undefined ? 'unknown' : groups.has(foldId(groupId.id)) ? 'yes' : 'no'
  if (isRef(connectedOrganizationId))
    return organization === undefined || connectedOrganizationId.id === undefined
      ? 'unknown'
      : same(connectedOrganizationId.id, organization)
  return 'unknown'
}

const same = (one: string, other: string): Answer => (foldId(one) === foldId(other) ? 'yes' : 'no')
