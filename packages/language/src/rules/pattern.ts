import type { OptionWords, PatternOption } from './define-rule.ts'

/** Options before a pattern, as .NET writes them: `(?i)` for small letters and capitals alike. */
const head = /^\(\?([ims]+)\)/

/** A pattern as the checks run it; undefined where they can't. */
export const patternIn = (text: string): RegExp | undefined => {
  const flags = head.exec(text)
  try {
    return new RegExp(text.slice(flags?.[0].length ?? 0), [...new Set(flags?.[1] ?? '')].join(''))
  } catch {
    return undefined
  }
}

/** What a rule looks for: the pattern that a standard says, else its own. */
export const patternOf = (pattern: PatternOption | undefined, options: readonly OptionWords[]): RegExp => {
  const said = options.flatMap(option => (option.option === 'matching' ? (patternIn(option.pattern) ?? []) : []))[0]
  return said ?? patternIn(pattern?.default ?? '(?!)') ?? /(?!)/
}
