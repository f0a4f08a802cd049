/** A word of a membership rule and what it is. */
export interface RuleWord {
  readonly word: string
  readonly about: string
}

const words = (about: string, all: string): readonly RuleWord[] => all.split(' ').map(word => ({ word, about }))

/**
 * Attributes of users that a membership rule may speak of.
 * https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership#supported-properties
 */
const attributes: readonly RuleWord[] = [
  ...words(
    'text',
    'department jobTitle companyName country city state usageLocation userType employeeId displayName givenName surname mail mailNickName userPrincipalName',
  ),
  ...words(
    'text',
    'facsimileTelephoneNumber memberOf mobile objectId onPremisesDistinguishedName onPremisesSecurityIdentifier passwordPolicies physicalDeliveryOfficeName postalCode preferredLanguage sipProxyAddress streetAddress telephoneNumber',
  ),
  ...words('date and time', 'employeeHireDate'),
  ...words('true or false', 'accountEnabled dirSyncEnabled'),
  ...words('list of texts', 'otherMails proxyAddresses'),
  ...words('list of plans', 'assignedPlans'),
  ...words('text', Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`).join(' ')),
].map(({ word, about }) => ({ word: `user.${word}`, about }))

/** https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership#supported-expression-operators */
const operators: readonly RuleWord[] = [
  { word: '-eq', about: 'equals' },
  { word: '-ne', about: 'does not equal' },
  { word: '-startsWith', about: 'starts with' },
  { word: '-notStartsWith', about: 'does not start with' },
  { word: '-contains', about: 'contains' },
  { word: '-notContains', about: 'does not contain' },
  { word: '-in', about: 'is one of a list' },
  { word: '-notIn', about: 'is none of a list' },
  { word: '-match', about: 'matches a regular expression' },
  { word: '-notMatch', about: 'does not match a regular expression' },
  { word: '-any', about: 'one item at least meets a condition' },
  { word: '-all', about: 'every item meets a condition' },
]
const joints: readonly RuleWord[] = [
  { word: 'and', about: 'both hold' },
  { word: 'or', about: 'one of both holds' },
]
const negation: readonly RuleWord[] = [{ word: 'not', about: 'does not hold' }]

/** What may follow in a membership rule, and how much of its end is the word that is being typed. */
export interface NextInRule {
  readonly typed: string
  readonly words: readonly RuleWord[]
}

/** The words that fit behind `before`, a membership rule up to the cursor; none inside a value of the rule. */
export const nextInRule = (before: string): NextInRule => {
  const typed = /-?[A-Za-z][\w.]*$|-$/.exec(before)?.[0] ?? ''
  const settled = before.slice(0, before.length - typed.length)
  if (insideValue(settled)) return { typed, words: [] }
  const last = settled.trimEnd()
  const touching = last === settled && last !== '' && !last.endsWith('(')
  if (touching) return { typed, words: [] }
  if (last === '' || last.endsWith('(') || /\b(and|or|not)$/i.test(last))
    return { typed, words: [...attributes, ...negation] }
  if (/\buser\.[\w.]+$/.test(last)) return { typed, words: operators }
  if (/["')\]]$|\b(true|false|null)$/i.test(last)) return { typed, words: joints }
  return { typed, words: [] }
}

const insideValue = (text: string): boolean => {
  let quote: string | undefined
  for (const sign of text) {
    if (quote === sign) quote = undefined
    else if (quote === undefined && (sign === '"' || sign === "'")) quote = sign
  }
  return quote !== undefined
}
