/** A stretch of a text that is different in another one. */
export interface Change {
  readonly start: number
  /** In the text before, exclusive. */
  readonly end: number
  /** So many characters more than before. */
  readonly added: number
}

/** What two texts differ in, from the first character that does to the last. */
export const changeBetween = (before: string, after: string): Change => {
  const shorter = Math.min(before.length, after.length)
  const start = firstDifference(before, after, shorter)
  let same = 0
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1
  return { start, end: before.length - same, added: after.length - before.length }
}

/** Whole stretches are compared as the engine compares texts. */
const stretch = 4096

const firstDifference = (before: string, after: string, length: number): number => {
  let start = 0
  while (start + stretch <= length && before.slice(start, start + stretch) === after.slice(start, start + stretch))
    start += stretch
  while (start < length && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  return start
}
