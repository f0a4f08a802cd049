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
