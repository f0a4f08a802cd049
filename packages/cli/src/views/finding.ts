import type { Finding, Place } from '@entitle/graph'
import { trail } from '@entitle/language'
import { widthOf, wrapped } from './columns.ts'
import { excerpt } from './excerpt.ts'
import type { Paint } from './paint.ts'
import { printableText } from './printable.ts'

/** What showing findings needs beside them. */
export interface FindingContext {
  readonly paint: Paint
  readonly columns: number
  /** A source file as the reader calls it: relative to the current folder. */
  nameOf(uri: string): string
  textOf(uri: string): string | undefined
  /** True where `docs/rules` has a page of that name. */
  hasPage(rule: string): boolean
}

const word = (finding: Finding, { red, yellow, blue, dim, cyan }: Paint): string => {
  if (finding.waived !== undefined) return cyan('note')
  if (finding.severity === 'error') return red('error')
  if (finding.severity === 'warning') return yellow('warning')
  return finding.severity === 'info' ? blue('info') : dim('hint')
}

export const placeOf = (place: Place, context: Pick<FindingContext, 'nameOf'>): string =>
  place.kind === 'tenant'
    ? printableText(place.address === '' ? 'tenant' : trail(place.address))
    : `${context.nameOf(place.range.uri)}:${place.range.start.line + 1}:${place.range.start.character + 1}`

/** A finding in full: its place, the line it lies on with an underline, why, what repairs it, where to read on. */
export const findingLines = (finding: Finding, context: FindingContext): readonly string[] => {
  const { paint, columns } = context
  const head = `${paint.bold(placeOf(finding.place, context))}  ${word(finding, paint)}  ${paint.dim(finding.rule)}`
  if (finding.waived !== undefined)
    return [head, ...noted('=', `waived until ${finding.waived.until}: ${finding.waived.because}`, columns, paint)]
  return [
    head,
    ...pointed(finding, context),
    ...(finding.related ?? []).flatMap(({ place, message }) =>
      noted('→', `${placeOf(place, context)}  ${message}`, columns, paint),
    ),
    ...(finding.why === undefined ? [] : noted('=', finding.why, columns, paint)),
    ...(finding.help === undefined ? [] : noted('+', finding.help, columns, paint)),
    ...(finding.fixes ?? []).slice(0, 1).flatMap(fix => {
      const how = `entitle check ${fix.safe ? '--fix' : '--fix-unsafe'}, or the light bulb`
      return noted('+', `fix: ${lowerFirst(fix.title)} (${how})`, columns, paint)
    }),
    ...(context.hasPage(finding.rule) ? noted('›', `docs: rules/${finding.rule}`, columns, paint) : []),
  ]
}

/** A finding about an object of a tenant on one line, for views that show it below that object. */
export const shortFinding = (finding: Finding, paint: Paint): string =>
  `${paint.yellow('!')} ${printableText(finding.message)}  ${paint.dim(finding.rule)}`

const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const noted = (symbol: string, text: string, columns: number, paint: Paint): readonly string[] =>
  wrapped(printableText(text), columns - 5).map((line, i) => `  ${i === 0 ? paint.dim(symbol) : ' '} ${line}`)

/** The source line with the message behind the underline, or below it where it doesn't fit. */
const pointed = (finding: Finding, { paint, columns, textOf }: FindingContext): readonly string[] => {
  const bar = `  ${paint.dim('│')} `
  const message = printableText(finding.message)
  const text = finding.place.kind === 'source' ? textOf(finding.place.range.uri) : undefined
  const found = text === undefined || finding.place.kind === 'tenant' ? undefined : excerpt(text, finding.place.range)
  if (found === undefined) return wrapped(message, columns - 5).map(line => `${bar}${line}`)
  const gap = ' '.repeat(found.before)
  const colour = finding.severity === 'error' ? paint.red : finding.severity === 'warning' ? paint.yellow : paint.blue
  const underline = `${gap}${colour('━'.repeat(found.length))}`
  const room = columns - 5 - found.before - found.length
  const fits = widthOf(message) <= room
  return fits
    ? [`${bar}${found.line}`, `${bar}${underline} ${message}`]
    : [`${bar}${found.line}`, `${bar}${underline}`, ...wrapped(message, columns - 5).map(line => `${bar}${line}`)]
}
