import { attributes, operators, type RuleWord } from '../syntax/membership-rule/vocabulary.ts'

const joints: readonly RuleWord[] = [
  { word: 'and', about: 'both hold' },
  { word: 'or', about: 'one of both holds' },
]
const negation: readonly RuleWord[] = [{ word: 'not', about: 'does not hold' }]

const truth: readonly RuleWord[] = [
  { word: 'true', about: 'it is so' },
  { word: 'false', about: 'it is not so' },
]

/** What an attribute that has few values may be compared with, as written inside the language's quotes. */
const values: { readonly [attribute: string]: readonly RuleWord[] } = {
  'user.userType': [
    { word: '\\"Member\\"', about: 'people of this tenant' },
    { word: '\\"Guest\\"', about: 'people from outside' },
  ],
  'user.accountEnabled': truth,
  'user.dirSyncEnabled': truth,
}

/** The rule that is written most: members, not guests, of a department. */
export const usualMembershipRule = '(user.department -eq "Sales") and (user.userType -eq "Member")'

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
  const compared = /\b(user\.[\w.]+) +-(?:eq|ne)$/i.exec(last)?.[1]
  if (compared !== undefined) return { typed, words: values[compared] ?? [] }
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
