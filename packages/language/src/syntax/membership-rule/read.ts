import { readAttribute } from './attribute.ts'
import { operatorMistake, readOperator, type Value, valueMistake } from './comparison.ts'
import { malformed, type RuleMistake, type Stretch } from './mistake.ts'
import { bareWord, type RuleToken, ruleTokens } from './tokens.ts'
import { kindOfValue, leftOver, noAttribute, noValue } from './unexpected.ts'
import type { AttributeType } from './vocabulary.ts'

/** Characters that a rule may have. https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership */
const longest = 3072

/**
 * What is wrong with a membership rule, in order; nothing: it is well formed. Reading ends where the pieces don't fit together any more, so
 * that one slip is one mistake.
 */
export const membershipRuleMistakes = (rule: string): RuleMistake[] => {
  if (rule.trim() === '')
    return [
      malformed(
        { start: 0, end: rule.length },
        'This rule is empty. Say whose access it is, as in `user.department -eq "Sales"`.',
      ),
    ]
  if (rule.length > longest)
    return [
      malformed(
        { start: longest, end: rule.length },
        `A membership rule has at most ${longest} characters, and this one has ${rule.length}. Compare with \`-in\` and a list instead of many \`-or\`.`,
      ),
    ]
  return new Reader(rule).read()
}

/** Reads a rule from left to right. Each part answers whether reading may go on. */
class Reader {
  private readonly tokens: readonly RuleToken[]
  private readonly mistakes: RuleMistake[] = []
  private readonly end: Stretch
  private at = 0

  constructor(rule: string) {
    this.tokens = ruleTokens(rule)
    const last = this.tokens.at(-1)
    this.end = { start: last?.start ?? 0, end: last?.end ?? rule.length }
  }

  read(): RuleMistake[] {
    const whole = this.directReports() ?? this.conditions(undefined)
    if (whole && this.next !== undefined) this.say(leftOver(this.next))
    return this.mistakes
  }

  private get next(): RuleToken | undefined {
    return this.tokens[this.at]
  }

  private say(mistake: RuleMistake): false {
    this.mistakes.push(mistake)
    return false
  }

  /** Takes the next piece if it is one of these words, with or without a hyphen. */
  private takes(...words: readonly string[]): boolean {
    const found = this.next?.kind === 'word' && words.includes(bareWord(this.next))
    if (found) this.at++
    return found
  }

  private takesSign(sign: string): RuleToken | undefined {
    const { next } = this
    if (next?.kind !== 'sign' || next.text !== sign) return undefined
    this.at++
    return next
  }

  /** `Direct Reports for "…"`, which stands alone; undefined where the rule is none. */
  private directReports(): boolean | undefined {
    const [direct, reports, preposition, manager] = this.tokens
    if (`${direct?.text} ${reports?.text} ${preposition?.text}`.toLowerCase() !== 'direct reports for') return undefined
    this.at = 4
    return manager?.kind === 'text' && guid.test(manager.text)
      ? true
      : this.say(
          malformed(
            manager ?? this.end,
            'Behind `Direct Reports for` stands the id of the manager, as in `"8c1b6d0f-57a4-4d4b-9a2b-2d4f0c6a9a11"`.',
          ),
        )
  }

  private conditions(list: AttributeType | undefined): boolean {
    do if (!this.condition(list)) return false
    while (this.takes('and', 'or'))
    return true
  }

  private condition(list: AttributeType | undefined): boolean {
    while (this.takes('not'));
    const open = this.takesSign('(')
    if (open === undefined) return this.comparison(list)
    if (!this.conditions(list)) return false
    if (this.takesSign(')') !== undefined) return true
    return this.say(this.next === undefined ? malformed(open, 'This parenthesis is not closed.') : leftOver(this.next))
  }

  private comparison(list: AttributeType | undefined): boolean {
    const { next: name } = this
    if (name === undefined)
      return this.say(malformed(this.end, 'A condition is missing behind this, as in `user.department -eq "Sales"`.'))
    if (name.kind !== 'word' || ['and', 'or'].includes(bareWord(name))) return this.say(noAttribute(name))
    this.at++
    const { type, mistakes } = readAttribute(name, list)
    this.mistakes.push(...mistakes)
    if (mistakes.some(({ kind }) => kind === 'malformed')) return false
    const { next: sign } = this
    if (sign === undefined)
      return this.say(
        malformed(
          name,
          `\`${name.text}\` is compared with nothing. Add an operator and a value, as in \`${name.text} -eq "Sales"\`.`,
        ),
      )
    const read = readOperator(sign)
    if ('mistake' in read) return this.say(read.mistake)
    this.at++
    const misfit = operatorMistake(read.operator, sign, type)
    if (misfit !== undefined) return this.say(misfit)
    return read.operator === 'any' || read.operator === 'all'
      ? this.condition(type)
      : this.value(read.operator, sign, type)
  }

  private value(operator: string, sign: RuleToken, type: AttributeType | undefined): boolean {
    const { next } = this
    if (next === undefined)
      return this.say(
        malformed(sign, `\`${sign.text}\` compares with nothing. Add a value, as in \`${sign.text} "Sales"\`.`),
      )
    const list = next.text === '[' ? this.list() : undefined
    if (list === false) return false
    const value = list ?? this.single(next)
    if (value === undefined) return this.say(noValue(next))
    const misfit = valueMistake(operator, value, type)
    return misfit === undefined ? true : this.say(misfit)
  }

  private single(token: RuleToken): Value | undefined {
    const { text, start, end } = token
    const kind = kindOfValue(token)
    if (kind === undefined) return undefined
    this.at++
    if (kind === 'now' && this.takes('plus', 'minus')) this.at++
    return { kind, text, start, end }
  }

  private list(): Value | false {
    const open = this.takesSign('[')
    do {
      const { next } = this
      if (next === undefined)
        return this.say(malformed(open ?? this.end, 'This list is not closed. Write `]` behind its last value.'))
      const kind = kindOfValue(next)
      if (kind !== 'text' && kind !== 'number')
        return this.say(
          next.text === ']'
            ? malformed(
                { start: open?.start ?? next.start, end: next.end },
                'This list is empty. Name the values, as in `["Sales", "Marketing"]`.',
              )
            : noValue(next),
        )
      this.at++
    } while (this.takesSign(',') !== undefined)
    const close = this.takesSign(']')
    if (close !== undefined) return { kind: 'list', text: '', start: open?.start ?? close.start, end: close.end }
    return this.say(
      malformed(this.next ?? open ?? this.end, 'Values of a list are separated by commas, and the list ends with `]`.'),
    )
  }
}

const guid = /^["'][0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}["']$/i
