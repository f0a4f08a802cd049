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

/** The way to the object; objects inside the one of the line before are told by `› ` alone. */
export const pathWords = (address: string, previous: string | undefined): string => {
  const segments = segmentsOf(address)
  const owner = address.split('/').slice(0, -2).join('/')
  const near =
    previous !== undefined &&
    owner !== '' &&
    (previous === owner || previous.split('/').slice(0, -2).join('/') === owner)
  if (near) return `  › ${leafWords(address)}`
  const [first] = segments
  if (segments.length < 2 || first === undefined) return leafWords(address)
  const middle = segments.slice(1, -1).map(({ name }) => printableText(name))
  return [`${objectLabel(first.kind)} ${printableText(first.name)}`, ...middle, leafWords(address)].join(' › ')
}
