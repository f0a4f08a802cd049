import { bareWord, type RuleToken, ruleTokens } from './tokens.ts'

/** Undefined: it depends on who it is. */
type Truth = boolean | undefined

/** What a membership rule says, where it can be read whole. */
export interface OfGuests {
  /** Whether the rule holds for a guest; undefined where it holds for some. */
  readonly holds: Truth
  /** Whether a condition behind `and` would be about a part of it only. */
  readonly isOpen: boolean
}

/**
 * Whether a membership rule holds for guests, from what is true of each of them: `user.userType` is Guest, and the user principal name
 * has `#EXT#`. Undefined for a rule that can't be read, and for `Direct Reports for`, to which no condition can be added.
 * https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
 */
export const readForGuests = (rule: string): OfGuests | undefined => {
  const reader = new Reader(ruleTokens(rule))
  const holds = reader.either()
  return reader.isRead ? { holds, isOpen: reader.isOpen } : undefined
}

const and = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === true && b === true ? true : undefined
const or = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === false && b === false ? false : undefined
const not = (a: Truth): Truth => (a === undefined ? undefined : !a)

/** `not` binds most, then `and`, then `or`. */
class Reader {
  isOpen = false
  private readonly tokens: readonly RuleToken[]
  private at = 0
  private failed = false
  private depth = 0

  constructor(tokens: readonly RuleToken[]) {
    this.tokens = tokens
  }

  get isRead(): boolean {
    return !this.failed && this.at === this.tokens.length
  }

  either(): Truth {
    let holds = this.both()
    while (this.takes('or')) {
      if (this.depth === 0) this.isOpen = true
      holds = or(holds, this.both())
    }
    return holds
  }

  private both(): Truth {
    let holds = this.condition()
    while (this.takes('and')) holds = and(holds, this.condition())
    return holds
  }

  private condition(): Truth {
    if (this.takes('not')) return not(this.condition())
    if (!this.takesSign('(')) return this.comparison()
    this.depth += 1
    const holds = this.either()
    this.depth -= 1
    if (!this.takesSign(')')) this.failed = true
    return holds
  }

  private comparison(): Truth {
    const [attribute, operator] = [this.take('word'), this.take('word')]
    if (attribute === undefined || operator === undefined) {
      this.failed = true
      return undefined
    }
    const word = bareWord(operator)
    if (word === 'any' || word === 'all') {
      this.condition()
      return undefined
    }
    const values = this.values()
    return ofGuests[attribute.text.toLowerCase()]?.(word, values)
  }

  private values(): readonly string[] {
    if (!this.takesSign('[')) return [this.value()]
    const values: string[] = []
    do values.push(this.value())
    while (this.takesSign(','))
    if (!this.takesSign(']')) this.failed = true
    return values
  }

  private value(): string {
    const token = this.take('text') ?? this.take('word') ?? this.take('number')
    if (token === undefined) this.failed = true
    const { kind, text } = token ?? { kind: 'word', text: '' }
    if (text.toLowerCase() === 'system.now' && this.takes('plus', 'minus')) this.at += 1
    return kind === 'text' ? text.slice(1, -1) : text
  }

  private take(kind: RuleToken['kind']): RuleToken | undefined {
    const next = this.tokens[this.at]
    if (next?.kind !== kind) return undefined
    this.at += 1
    return next
  }

  private takes(...words: readonly string[]): boolean {
    const next = this.tokens[this.at]
    const found = next?.kind === 'word' && words.includes(bareWord(next))
    if (found) this.at += 1
    return found
  }

  private takesSign(sign: string): boolean {
    const next = this.tokens[this.at]
    const found = next?.kind === 'sign' && next.text === sign
    if (found) this.at += 1
    return found
  }
}

type Known = (operator: string, values: readonly string[]) => Truth

/** What an operator finds in a text; undefined for an operator that is the opposite of another, or unknown. */
const finds: { readonly [operator: string]: ((text: string, values: readonly string[]) => Truth) | undefined } = {
  eq: (text, [value]) => text === value,
  in: (text, values) => values.includes(text),
  startswith: (text, [value = '']) => text.startsWith(value),
  endswith: (text, [value = '']) => text.endsWith(value),
  contains: (text, [value = '']) => text.includes(value),
}

const opposites: { readonly [operator: string]: string } = {
  ne: 'eq',
  notin: 'in',
  notstartswith: 'startswith',
  notendswith: 'endswith',
  notcontains: 'contains',
  notmatch: 'match',
}

const lower = (values: readonly string[]): string[] => values.map(value => value.toLowerCase())

const isGuest = (operator: string, values: readonly string[]): Truth => {
  if (operator === 'match') return matches('Guest', values[0] ?? '')
  return finds[operator]?.('guest', lower(values))
}

const matches = (text: string, pattern: string): Truth => {
  try {
    return new RegExp(pattern, 'i').test(text)
  } catch {
    return undefined
  }
}

/** Of the user principal name of a guest only `#EXT#` is known. */
const hasMark = (operator: string, values: readonly string[]): Truth => {
  const isMark = /^#ext#?$/i.test(values[0] ?? '')
  return (operator === 'contains' || operator === 'match') && isMark ? true : undefined
}

const eitherWay =
  (known: Known): Known =>
  (operator, values) => {
    const opposite = opposites[operator]
    return opposite === undefined ? known(operator, values) : not(known(opposite, values))
  }

/** By attribute, in small letters: what holds for every guest. */
const ofGuests: { readonly [attribute: string]: Known | undefined } = {
  'user.usertype': eitherWay(isGuest),
  'user.userprincipalname': eitherWay(hasMark),
}
