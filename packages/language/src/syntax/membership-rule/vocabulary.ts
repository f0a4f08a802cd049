/** A word of a membership rule and what it is. */
export interface RuleWord {
  readonly word: string
  readonly about: string
}

/** What an attribute holds: which operators and values go with it. */
export type AttributeType =
  | 'text'
  | 'date and time'
  | 'true or false'
  | 'list of texts'
  | 'list of plans'
  | 'list of groups'

export interface Attribute extends RuleWord {
  readonly about: AttributeType
}

const words = (about: AttributeType, all: string): readonly Attribute[] =>
  all.split(' ').map(word => ({ word: `user.${word}`, about }))

/**
 * Attributes of users that a membership rule may speak of.
 * https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership#supported-properties
 */
export const attributes: readonly Attribute[] = [
  ...words(
    'text',
    'department jobTitle companyName country city state usageLocation userType employeeId displayName givenName surname mail mailNickName userPrincipalName',
  ),
  ...words(
    'text',
    'facsimileTelephoneNumber mobile objectId onPremisesDistinguishedName onPremisesSecurityIdentifier passwordPolicies physicalDeliveryOfficeName postalCode preferredLanguage sipProxyAddress streetAddress telephoneNumber',
  ),
  ...words('list of groups', 'memberOf'),
  ...words('date and time', 'employeeHireDate'),
  ...words('true or false', 'accountEnabled dirSyncEnabled'),
  ...words('list of texts', 'otherMails proxyAddresses'),
  ...words('list of plans', 'assignedPlans'),
  ...words('text', Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`).join(' ')),
]

/** What `-any` and `-all` call an item of such a list. */
export const itemWords: { readonly [type in AttributeType]?: readonly string[] } = {
  'list of texts': ['_'],
  'list of plans': ['assignedPlan.servicePlanId', 'assignedPlan.service', 'assignedPlan.capabilityStatus'],
  'list of groups': ['group.objectId'],
}

/** https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership#supported-expression-operators */
export const operators: readonly RuleWord[] = [
  { word: '-eq', about: 'equals' },
  { word: '-ne', about: 'does not equal' },
  { word: '-startsWith', about: 'starts with' },
  { word: '-notStartsWith', about: 'does not start with' },
  { word: '-endsWith', about: 'ends with' },
  { word: '-notEndsWith', about: 'does not end with' },
  { word: '-contains', about: 'contains' },
  { word: '-notContains', about: 'does not contain' },
  { word: '-in', about: 'is one of a list' },
  { word: '-notIn', about: 'is none of a list' },
  { word: '-match', about: 'matches a regular expression' },
  { word: '-notMatch', about: 'does not match a regular expression' },
  { word: '-any', about: 'one item at least meets a condition' },
  { word: '-all', about: 'every item meets a condition' },
]

/** Operators that only dates go with. */
export const dateOperators: readonly RuleWord[] = [
  { word: '-ge', about: 'is on or after' },
  { word: '-le', about: 'is on or before' },
]
