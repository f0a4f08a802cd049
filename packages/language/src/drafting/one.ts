import type { Question } from './question.ts'

/** Asks which one; not where there is one only. */
export function* one<T extends object>(
  id: string,
  title: string,
  all: readonly T[],
  labelOf: (each: T) => string,
): Generator<Question, T, string> {
  const [first, ...others] = all
  if (first === undefined) throw new Error(`there is nothing to choose from: ${title}`)
  if (others.length === 0) return first
  const answer = yield {
    id,
    title,
    choices: all.map((each, index) => ({ value: String(index), label: labelOf(each) })),
  }
  return all[Number(answer)] ?? first
}
