import type { ImportResult, UpdateResult } from '@entitle/language'
import { listed } from './counted.ts'
import { printableText } from './printable.ts'

/** Why nothing was imported or updated. */
export type Refused = Extract<ImportResult | UpdateResult, { readonly refused: string }>

/** Names in a sentence, the first of many. */
const some = (names: readonly string[]): string =>
  listed([...names.slice(0, 5).map(printableText), ...(names.length > 5 ? [`${names.length - 5} more`] : [])])

/** Why nothing was imported, and what to do. */
export const refusalWords = (result: Refused, out: string): string => {
  switch (result.refused) {
    case 'unknown-catalog':
      return `${unknownCatalog(result)} Nothing was written.`
    case 'unreadable':
      return [
        ...result.findings.map(({ message, help }) =>
          printableText(help === undefined ? message : `${message} ${help}`),
        ),
        'Nothing was written.',
      ].join('\n  ')
    case 'in-the-way':
      return inTheWay(result.paths, out)
    case 'no-sources':
      return `${placeOf(out)} has no sources that could be updated. Without --update they are written from the tenant.`
    case 'unclear-sources':
      return [
        `The sources of ${out === '.' ? 'this folder' : printableText(out)} have errors for which it isn’t known what they say of the tenant. Nothing was written.`,
        ...result.findings.slice(0, 10).map(({ message }) => printableText(message)),
        'entitle check shows where they are.',
      ].join('\n  ')
  }
}

/** Which catalogs there are instead. */
export const unknownCatalog = ({
  name,
  nearest,
}: Extract<Refused, { readonly refused: 'unknown-catalog' }>): string => {
  const [near] = nearest
  const known =
    near === undefined
      ? 'It has none.'
      : nearest.length === 1
        ? `Is it ${printableText(near)}?`
        : `It has ${some(nearest)}.`
  return `The tenant has no catalog called ${printableText(name)}. ${known}`
}

const inTheWay = (paths: readonly string[], out: string): string =>
  `${placeOf(out)} has sources that this import did not write: ${some(paths)}. ` +
  'Nothing was written, so that nothing of them is lost. Import into another folder with --out, or change these with --update.'

const placeOf = (out: string) => (out === '.' ? 'This folder' : printableText(out))
