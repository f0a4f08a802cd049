import type { CacheStore } from '@entitle/graph'
import { digest } from '../syntax/digest.ts'
import type { SavedFile } from './saved.ts'

/** What is kept from one process to the next. */
export interface Cache {
  readonly store: CacheStore
  /** Of the program: what another one has kept is not looked at. */
  readonly version: string
}

/** What the knowledge of every file depends on besides the sources. */
export interface Conditions {
  readonly today: string
  readonly rules: boolean
}

const headOf = ({ version }: Cache, conditions: Conditions) => JSON.stringify({ version, ...conditions })

/** The files as they were known; none where nothing was kept, or under other conditions, or what was kept can't be read. */
export const readCache = async (cache: Cache, place: string, conditions: Conditions): Promise<readonly SavedFile[]> => {
  try {
    const [head, sum, body] = lines((await cache.store.read(digest(place))) ?? '')
    if (head !== headOf(cache, conditions) || body === undefined || digest(body) !== sum) return []
    return JSON.parse(body) as readonly SavedFile[]
  } catch {
    return []
  }
}

/** Keeps what is known of the files. What can't be written is not kept. */
export const writeCache = async (
  cache: Cache,
  place: string,
  conditions: Conditions,
  files: readonly SavedFile[],
): Promise<void> => {
  const body = JSON.stringify(files)
  await cache.store
    .write(digest(place), `${headOf(cache, conditions)}\n${digest(body)}\n${body}`)
    .catch(() => undefined)
}

const lines = (text: string): readonly (string | undefined)[] => {
  const first = text.indexOf('\n')
  const second = text.indexOf('\n', first + 1)
  return second < 0 ? [] : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)]
}
