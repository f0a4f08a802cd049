import { classIn } from './pattern-class.ts'
import { escapeIn, type PatternMistake } from './pattern-escape.ts'

export type { PatternMistake } from './pattern-escape.ts'

/**
 * The first slip in a regular expression; undefined where it has none. Held against .NET's rules, as answers are checked by Microsoft Entra,
 * and against those that browsers share with it: what only one of them reads the same way is a slip too, where it is easy to write otherwise.
 * https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 */
export const patternMistake = (pattern: string): PatternMistake | undefined => {
  const open: number[] = []
  let repeatable = false
  for (let at = 0; at < pattern.length; ) {
    const sign = pattern[at]
    if (sign === '\\') {
      const escaped = escapeIn(pattern, at, false)
      if ('message' in escaped) return escaped
      repeatable = !/^\\[bB]$/.test(pattern.slice(at, escaped.end))
      at = escaped.end
    } else if (sign === '[') {
      const found = classIn(pattern, at)
      if ('message' in found) return found
      repeatable = true
      at = found.end
    } else if (sign === '(') {
      const head = groupHead.exec(pattern.slice(at))?.[0]
      if (head === undefined)
        return mistake(
          at,
          Math.min(at + 3, pattern.length),
          `\`${pattern.slice(at, at + 3)}\` starts no group. Write \`(…)\` or \`(?:…)\`; a question mark that is meant is \`\\?\`.`,
        )
      if (!head.endsWith(')')) open.push(at)
      repeatable = false
      at += head.length
    } else if (sign === ')') {
      if (open.pop() === undefined)
        return mistake(at, at + 1, 'This parenthesis closes none. Leave it out, or write `\\)` where it is meant.')
      repeatable = true
      at += 1
    } else {
      const repeat = quantifier.exec(pattern.slice(at))
      if (repeat === null) {
        repeatable = sign !== '|' && sign !== '^' && sign !== '$'
        at += 1
      } else {
        const [text, least, most] = repeat
        const end = at + text.length
        if (!repeatable)
          return mistake(
            at,
            end,
            `There is nothing that \`${text}\` could repeat. Put it behind a character or a group, or write \`\\${text}\` where it is meant.`,
          )
        if (least !== undefined && most !== undefined && most !== '' && Number(least) > Number(most))
          return mistake(
            at,
            end,
            `\`${text}\` repeats ${least} to ${most} times, more at least than at most. Write \`{${most},${least}}\`.`,
          )
        repeatable = false
        at = end
      }
    }
  }
  const unclosed = open.pop()
  return unclosed === undefined
    ? undefined
    : mistake(unclosed, unclosed + 1, 'This parenthesis is not closed. Add `)`, or write `\\(` where it is meant.')
}

/** How a group starts; what ends in `)` is one already: a comment, or options for what follows. */
const groupHead =
  /^\((?:\?#[^)]*\)|\?[imnsx]*(?:-[imnsx]+)?\)|\?[imnsx]*(?:-[imnsx]+)?:|\?(?:<[=!]|[=!>]|<[\p{L}_][\w-]*>|'[\p{L}_][\w-]*'|(?=\())|(?!\?))/u

/** `*`, `+`, `?`, `{2}`, `{2,}`, `{2,4}`, each lazy perhaps; other braces stand for themselves. */
const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/

const mistake = (start: number, end: number, message: string): PatternMistake => ({ start, end, message })
