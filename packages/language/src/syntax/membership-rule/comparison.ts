import { nearest } from '../nearest.ts'
import { patternMistake } from '../pattern.ts'
import { malformed, type RuleMistake } from './mistake.ts'
import { bareWord, type RuleToken } from './tokens.ts'
import { type AttributeType, dateOperators, operators } from './vocabulary.ts'

/** Operators as compared: without hyphen, in small letters. */
export type Operator = string

const known = [...operators, ...dateOperators].map(({ word }) => word)
const byBareWord = new Map(known.map(word => [word.slice(1).toLowerCase(), word]))

const signs: { readonly [sign: string]: string } = {
  '=': '-eq',
  '==': '-eq',
  '!=': '-ne',
  '<>': '-ne',
  '<=': '-le',
  '>=': '-ge',
}

/** The operator that a piece of a rule is, or what is wrong with it. */
export const readOperator = (token: RuleToken): { readonly operator: Operator } | { readonly mistake: RuleMistake } => {
  const bare = bareWord(token)
  if (token.kind === 'word' && byBareWord.has(bare)) return { operator: bare }
  const dashed = /^[–—−](\p{L}+)$/u.exec(token.text)?.[1]?.toLowerCase()
  const meant = dashed === undefined ? undefined : byBareWord.get(dashed)
  if (meant !== undefined)
    return {
      mistake: malformed(
        token,
        `\`${token.text}\` starts with a dash. Operators start with a hyphen: \`${meant}\`.`,
        meant,
      ),
    }
  const sign = signs[token.text]
  if (sign !== undefined)
    return {
      mistake: malformed(token, `\`${token.text}\` is no operator of a membership rule. Write \`${sign}\`.`, sign),
    }
  if (token.kind === 'word') {
    const guess = nearest(`-${bare}`, known)
    return {
      mistake: malformed(
        token,
        `\`${token.text}\` is no operator${guess === undefined ? '. Compare with `-eq`, `-ne`, `-startsWith`, `-contains`, `-match`, `-in`, or the negation of one.' : `; did you mean \`${guess}\`?`}`,
        guess,
      ),
    }
  }
  return { mistake: malformed(token, 'Behind an attribute stands an operator, as in `user.department -eq "Sales"`.') }
}

/** What an attribute is compared with. */
export interface Value {
  readonly kind: 'text' | 'number' | 'true or false' | 'null' | 'list' | 'now'
  readonly text: string
  readonly start: number
  readonly end: number
}

const lists: readonly AttributeType[] = ['list of plans', 'list of groups']

/** What keeps an operator from an attribute: `-any` asks for lists, plans and groups for `-any`. */
export const operatorMistake = (
  operator: Operator,
  token: RuleToken,
  type: AttributeType | undefined,
): RuleMistake | undefined => {
  if (type === undefined) return undefined
  const isList = type.startsWith('list')
  if (operator === 'any' || operator === 'all')
    return isList
      ? undefined
      : malformed(
          token,
          `\`-${operator}\` looks at the items of a list, and this attribute has one value. Compare it with \`-eq\`.`,
        )
  if (lists.includes(type))
    return malformed(
      token,
      'This attribute is a list. Put a condition on its items behind `-any` or `-all`, in parentheses.',
    )
  if ((operator === 'le' || operator === 'ge') && type !== 'date and time')
    return malformed(
      token,
      `\`-${operator}\` compares dates, as of \`user.employeeHireDate\`. Compare texts with \`-eq\`.`,
    )
  if (type === 'true or false' && operator !== 'eq' && operator !== 'ne')
    return malformed(token, 'This attribute is true or false. Compare it with `-eq` or `-ne`.')
  return undefined
}

/** What keeps a value from an operator: `-in` asks for a list, everything else for one value. */
export const valueMistake = (
  operator: Operator,
  value: Value,
  type: AttributeType | undefined,
): RuleMistake | undefined => {
  const asksForList = operator === 'in' || operator === 'notin'
  if (asksForList && value.kind !== 'list')
    return malformed(
      value,
      `Behind \`${byBareWord.get(operator)}\` stands a list in brackets, as in \`["Sales", "Marketing"]\`.`,
      value.kind === 'null' ? undefined : `[${value.text}]`,
    )
  if (!asksForList && value.kind === 'list') {
    const better = operator.startsWith('n') ? '-notIn' : '-in'
    return malformed(value, `A list is compared with \`-in\` or \`-notIn\`. Write \`${better}\`, or one value.`)
  }
  if (value.kind === 'null' && operator !== 'eq' && operator !== 'ne')
    return malformed(value, '`null` is compared with `-eq` or `-ne` only.')
  if (
    type === 'true or false' &&
    value.kind !== 'true or false' &&
    value.kind !== 'null' &&
    !/^["'](true|false)["']$/i.test(value.text)
  )
    return malformed(value, 'This attribute is true or false. Write `true` or `false`, without quotes.')
  if (value.kind === 'now' && type !== undefined && type !== 'date and time')
    return malformed(value, '`system.now` is compared with dates, as of `user.employeeHireDate`.')
  return operator === 'match' || operator === 'notmatch' ? regexMistake(value) : undefined
}

/** A quote that is escaped in the rule moves what stands behind it; such texts are passed over. */
const regexMistake = ({ kind, text, start }: Value): RuleMistake | undefined => {
  if (kind !== 'text' || /`|''/.test(text)) return undefined
  const found = patternMistake(text.slice(1, -1))
  return found === undefined
    ? undefined
    : malformed({ start: start + 1 + found.start, end: start + 1 + found.end }, found.message)
}
