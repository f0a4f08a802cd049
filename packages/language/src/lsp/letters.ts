/** The letters of what is typed stand in the name, in their order; others may stand between them. */
export const holdsLetters = (name: string, typed: string): boolean => {
  let at = 0
  const lower = name.toLowerCase()
  for (const letter of typed.toLowerCase()) {
    at = lower.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
