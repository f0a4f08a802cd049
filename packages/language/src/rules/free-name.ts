/** The text, with a number behind it where it is taken; names are compared as the tenant does, without case. */
export const freeName = (text: string, separator: string, taken: readonly string[]): string => {
  const others = new Set(taken.map(each => each.toLowerCase()))
  let candidate = text
  for (let number = 2; others.has(candidate.toLowerCase()); number++) candidate = `${text}${separator}${number}`
  return candidate
}
