import type { Value } from './comparison.ts'
import { malformed, type RuleMistake } from './mistake.ts'
import type { RuleToken } from './tokens.ts'

/** What a piece is as a value; undefined where it is none. */
export const kindOfValue = ({ kind, text }: RuleToken): Value['kind'] | undefined => {
  if (kind === 'text') return kind
  if (kind === 'number') return /^-?\d+(\.\d+)?$|^\d{4}-\d{2}-\d{2}/.test(text) ? kind : undefined
  if (kind !== 'word') return undefined
  if (/^\$?null$/i.test(text)) return 'null'
  if (/^\$?(true|false)$/i.test(text)) return 'true or false'
  return /^system\.now$/i.test(text) ? 'now' : undefined
}

const openText = (text: string): boolean => /^["'“”„‟‘’]/.test(text)

/** What is wrong with a piece where a condition should start. */
export const noAttribute = (token: RuleToken): RuleMistake => {
  if (token.kind === 'text')
    return malformed(
      token,
      'A condition starts with the attribute, and the value comes last: `user.department -eq "Sales"`.',
    )
  if (token.kind === 'foreign' && openText(token.text)) return noValue(token)
  if (token.text === ')')
    return malformed(token, 'Before this parenthesis a condition is missing, as in `user.department -eq "Sales"`.')
  return malformed(
    token,
    `Here a condition is expected, as in \`user.department -eq "Sales"\`, and not \`${token.text}\`.`,
  )
}

/** What is wrong with a piece where a value should stand. */
export const noValue = (token: RuleToken): RuleMistake => {
  const { kind, text } = token
  if (kind === 'word' || kind === 'number')
    return malformed(token, `Texts stand in quotes: \`"${text}"\`.`, `"${text}"`)
  if (kind === 'foreign' && /^["']/.test(text))
    return malformed(
      { start: token.start, end: token.start + 1 },
      'This text is not closed: its last quote is missing.',
    )
  if (kind === 'foreign' && openText(text))
    return malformed(
      token,
      'Texts stand in straight quotes, as in `"Sales"`.',
      `"${text.replace(/^.|["'“”„‟‘’]$/gu, '')}"`,
    )
  return malformed(token, 'Here a value is expected: a text in quotes, a number, `true`, `false` or `null`.')
}

/** What is wrong with a piece behind a whole rule. */
export const leftOver = (token: RuleToken): RuleMistake => {
  if (token.text === ')') return malformed(token, 'This parenthesis closes none. Leave it out, or open it before.')
  if (token.text === '&&' || token.text === '&')
    return malformed(token, `\`${token.text}\` joins no conditions. Write \`-and\`.`, '-and')
  if (token.text === '||' || token.text === '|')
    return malformed(token, `\`${token.text}\` joins no conditions. Write \`-or\`.`, '-or')
  const dashed = /^[–—−](and|or|not)$/i.exec(token.text)?.[1]?.toLowerCase()
  if (dashed !== undefined)
    return malformed(
      token,
      `\`${token.text}\` starts with a dash. Write it with a hyphen: \`-${dashed}\`.`,
      `-${dashed}`,
    )
  if (token.text === '(' || token.kind === 'word')
    return malformed(token, 'Between two conditions stands `-and` or `-or`.')
  return malformed(token, `\`${token.text}\` fits nothing here. Two conditions are joined by \`-and\` or \`-or\`.`)
}
