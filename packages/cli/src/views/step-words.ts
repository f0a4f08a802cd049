import { type Step, segmentsOf } from '@entitle/graph'
import { objectLabel } from '@entitle/language'
import { printableText } from './printable.ts'

const doing = { create: 'creating', update: 'updating', delete: 'deleting' } as const

/** `creating policy Approved suppliers`. */
export const stepWords = ({ action, address }: Step): string => `${doing[action]} ${leafWords(address)}`

/** What the object at an address is called by itself: `policy Approved suppliers`, `settings`. */
export const leafWords = (address: string): string => {
  const last = segmentsOf(address).at(-1)
  if (last === undefined) return address
  return last.kind === 'settings' ? objectLabel('settings') : `${objectLabel(last.kind)} ${printableText(last.name)}`
}

/** The way to the object: in full, or from what it shares with the object of the line before. */
export const pathWords = (address: string, previous: string | undefined): string => {
  const segments = segmentsOf(address)
  const before = previous === undefined ? [] : segmentsOf(previous)
  const same = segments.findIndex(({ kind, name }, i) => before[i]?.kind !== kind || before[i]?.name !== name)
  const shared = Math.min(same === -1 ? segments.length : same, segments.length - 1)
  const [first] = segments
  if (segments.length < 2 || first === undefined) return leafWords(address)
  const middle = segments.slice(Math.max(shared, 1), -1).map(({ name }) => printableText(name))
  const start = shared > 0 ? ' ' : `${objectLabel(first.kind)} ${printableText(first.name)}`
  return [start, ...middle, leafWords(address)].join(' › ')
}
