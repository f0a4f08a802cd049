import type { KindName, Value } from '@entitle/graph'
import { type PropertyWords, plain, propertyWords } from './property-words.ts'

interface Found {
  readonly words: PropertyWords
  /** Places in lists along the path, counted from 1. */
  readonly places: readonly number[]
}

const find = (kind: KindName, path: string): Found | undefined => {
  const segments = path.split(/(?:[/[\]]|(?<!@odata)\.)+/).filter(segment => segment !== '')
  const places = segments.filter(segment => /^\d+$/.test(segment)).map(segment => Number(segment) + 1)
  const words = propertyWords[kind]?.[segments.map(segment => (/^\d+$/.test(segment) ? '#' : segment)).join('/')]
  return words === undefined ? undefined : { words, places }
}

/** `durationUntilDeleted` → `duration until deleted`: what remains for a property that the language has no word for. */
const spaced = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase()

/**
 * What the language calls a property of Graph: `expires`, `review`, `approval`, `requestable by`.
 * `path` is as in a plan's change, `requestApprovalSettings/stages/0/primaryApprovers`.
 */
export const propertyLabel = (kind: KindName, path: string): string => {
  const found = find(kind, path)
  if (found === undefined)
    return path
      .split('/')
      .map(segment => (/^\d+$/.test(segment) ? String(Number(segment) + 1) : spaced(segment)))
      .join(' ')
  const places = [...found.places]
  return found.words.label.replaceAll('#', () => String(places.shift() ?? ''))
}

/**
 * A property's value in the language's words, on one line: `after 180 days`, `quarterly by Partner programme managers`.
 * An absent value is `none`; a value that the language has no words for is told as JSON.
 */
export const describeProperty = (kind: KindName, path: string, value: Value | undefined): string => {
  const words: Omit<PropertyWords, 'label'> = find(kind, path)?.words ?? { describe: plain }
  if (value === undefined || value === null) return words.absent ?? 'none'
  return words.describe(value) ?? plain(value) ?? JSON.stringify(value)
}
