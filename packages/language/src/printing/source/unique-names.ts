/** Something that needs a name. */
export interface Nameless {
  /** The name it would like; empty where nothing suggests one. */
  readonly wish: string
  /** The language's word for its sort: what it is called where nothing suggests a name, and what tells it apart from another sort. */
  readonly word: string
}

/**
 * A name for each, in order; none is one of `taken`. The first of several gets the name itself, a later one its sort behind it
 * (`wiki-site`), then a number. `sorted` where there are several sorts.
 */
export const uniqueNames = (
  nameless: readonly Nameless[],
  taken: Iterable<string> = [],
  sorted = false,
): readonly string[] => {
  const used = new Set(taken)
  const counts = new Map<string, number>()
  return nameless.map(({ wish, word }) => {
    const base = wish === '' ? word : wish
    const name = [base, ...(sorted && base !== word ? [`${base}-${word}`] : [])].find(candidate => !used.has(candidate))
    const found = name ?? numbered(base, used, counts)
    used.add(found)
    return found
  })
}

const numbered = (base: string, used: ReadonlySet<string>, counts: Map<string, number>): string => {
  let count = counts.get(base) ?? 2
  while (used.has(`${base}-${count}`)) count += 1
  counts.set(base, count + 1)
  return `${base}-${count}`
}
