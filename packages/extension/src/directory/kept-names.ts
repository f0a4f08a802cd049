import type { NamesAnswer, NamesParams } from '../language/requests.ts'

type Query = NamesParams['query']
type Found = NonNullable<NamesAnswer>

/** Directories change slowly, and people type the same names again. */
const minutes = 5
const most = 500

/** Names that were found a short while ago, by where and what was asked. */
export class KeptNames {
  readonly #now: () => number
  readonly #kept = new Map<string, { readonly found: Found | null; readonly until: number }>()

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /** What was found for this, or all that there is for less of it; undefined where nothing is known, null where looking failed. */
  find(source: string, query: Query): Found | null | undefined {
    const typed = folded(query.prefix)
    const exact = this.#read(keyOf(source, query, typed))
    if (exact !== undefined) return exact
    // A site's address is searched by its end only, so what fits less of it may not hold what fits all of it.
    if (query.kind === 'site') return undefined
    for (let length = typed.length - 1; length >= 0; length -= 1) {
      const found = this.#read(keyOf(source, query, typed.slice(0, length)))
      if (found?.complete === true) return found
    }
    return undefined
  }

  keep(source: string, query: Query, found: Found | null): void {
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= most && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(keyOf(source, query, folded(query.prefix)), { found, until: this.#now() + minutes * 60_000 })
  }

  clear(): void {
    this.#kept.clear()
  }

  #read(key: string): Found | null | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    if (kept.until > this.#now()) return kept.found
    this.#kept.delete(key)
    return undefined
  }
}

const folded = (text: string): string => text.trimStart().toLowerCase()

const keyOf = (source: string, query: Query, typed: string): string =>
  JSON.stringify([source, query.kind, query.kind === 'role' ? query.of : '', typed])
