import type { Report, Standing, WaiverState } from './report.ts'

/** Words that both views share. */
export const standingWords: { readonly [standing in Standing]: string } = {
  met: 'Met',
  excepted: 'Met but for exceptions',
  'not met': 'Not met',
  'not checked': 'Not checked',
  'not applicable': 'Nothing it speaks of',
}

export const waiverWords: { readonly [state in WaiverState]: string } = {
  active: 'In force',
  unused: 'Excuses nothing',
  expired: 'Expired',
  incomplete: 'Without a valid end or reason',
}

/** What the report is about, in a sentence. */
export const scopeOf = ({ tenant, counts, standard, date }: Report): string =>
  `${tenant === undefined ? '' : `Tenant ${tenant}: `}${number(counts.catalogs, 'catalog')}, ${number(counts.packages, 'package')} and ${number(counts.policies, 'policy')}, held to the standard ${standard} on ${date}.`

/** How many recommendations are kept, of those that something here speaks to. */
export const keptOf = ({ recommendations }: Report): string => {
  const applicable = recommendations.filter(
    ({ standing }) => standing !== 'not applicable' && standing !== 'not checked',
  )
  const kept = applicable.filter(({ standing }) => standing !== 'not met')
  return `${kept.length} of ${applicable.length}`
}

/** `1 policy`, `2 policies`. */
export const number = (count: number, noun: string): string => {
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
  return `${count} ${count === 1 ? noun : plural}`
}

/** Where something stands in the sources; empty for what is of a tenant. */
export const placeIn = (
  { file, line }: { readonly file: string; readonly line: number },
  nameOf: (uri: string) => string,
): string => (file === '' ? '' : `${nameOf(file)}:${line}`)
