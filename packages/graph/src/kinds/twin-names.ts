import { fold } from './fold.ts'

/** What an object is called in its address where others of its parent have its display name: by its id, too. */
export const twinName = (name: string, id: string): string => `${name} (${id.toLowerCase()})`

/** Those that share their name with another, whatever its case. */
export const twinsIn = <T>(items: readonly T[], nameOf: (item: T) => string): T[] =>
  [...Map.groupBy(items, item => fold(nameOf(item))).values()].filter(({ length }) => length > 1).flat()
