import type { Finding, Fix, RelatedPlace, Severity } from '@entitle/graph'
import { printableText } from '../printable.ts'
import { artifactLocation, location, region } from './sarif-location.ts'

export const sarifLevels: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
}

/** What a result needs beside its finding. */
export interface ResultContext {
  readonly root: string
  readonly ruleIndex: number
  /** Stays as it is when lines move. */
  readonly fingerprint: string
}

/** Of places that belong to a finding, so many are named in its text. */
const mostNamed = 10

/** A finding as a result: its place, related ones, its fixes, and the waiver that excuses it as a suppression. */
export const sarifResult = (finding: Finding, { root, ruleIndex, fingerprint }: ResultContext): object => {
  const { rule, severity, place, related = [], fixes = [], waived } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: sarifLevels[severity],
    message: { text: textOf(finding) },
    locations: [location(place, root)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((each, i) => relatedLocation(each, i + 1, root)) }),
    partialFingerprints: { 'entitleFinding/v1': fingerprint },
    ...(waived === undefined
      ? {}
      : {
          suppressions: [
            {
              kind: 'inSource',
              status: 'accepted',
              justification: printableText(`${waived.because} (waived until ${waived.until})`),
            },
          ],
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fix => sarifFix(fix, root)) }),
  }
}

/** Text in which `[x](1)` would be a link. */
const escaped = (text: string): string => printableText(text).replaceAll(/[\\[\]]/g, '\\$&')

/** The message, what to do, and links to the places that belong to it. */
const textOf = ({ message, help, related = [] }: Finding): string => {
  const links = related.slice(0, mostNamed).map((each, i) => `[${escaped(each.message)}](${i + 1})`)
  // Without links nothing is read as one, so brackets may stand as they are.
  const said = [message, ...(help === undefined ? [] : [help])].map(links.length === 0 ? printableText : escaped)
  return [...said, ...links].join('\n')
}

const relatedLocation = ({ place, message }: RelatedPlace, id: number, root: string): object => ({
  id,
  ...location(place, root),
  message: { text: printableText(message) },
})

const sarifFix = ({ title, safe, edits }: Fix, root: string): object => ({
  description: { text: safe ? printableText(title) : printableText(`${title} (look at it before you take it)`) },
  artifactChanges: [...Map.groupBy(edits, ({ range }) => range.uri)].map(([uri, changes]) => ({
    artifactLocation: artifactLocation(uri, root),
    replacements: changes.map(({ range, text }) => ({ deletedRegion: region(range), insertedContent: { text } })),
  })),
})
