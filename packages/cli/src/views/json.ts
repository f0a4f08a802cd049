import { fileURLToPath } from 'node:url'
import type { Finding, Place } from '@entitle/graph'

/** One JSON object on standard output, with a newline behind it. Every command's object names its format first. */
export const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** A place as JSON: lines and columns counted from 1; `address` for an object of a tenant. */
export const placeJson = (place: Place, nameOf: (uri: string) => string): object =>
  place.kind === 'tenant'
    ? { address: place.address }
    : {
        file: nameOf(place.range.uri),
        line: place.range.start.line + 1,
        column: place.range.start.character + 1,
        endLine: place.range.end.line + 1,
        endColumn: place.range.end.character + 1,
      }

export const findingJson = (finding: Finding, nameOf: (uri: string) => string): object => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message,
  ...placeJson(finding.place, nameOf),
  ...(finding.why === undefined ? {} : { why: finding.why }),
  ...(finding.help === undefined ? {} : { help: finding.help }),
  ...(finding.waived === undefined ? {} : { waived: finding.waived }),
  ...(finding.tags === undefined ? {} : { tags: finding.tags }),
  ...(finding.related === undefined
    ? {}
    : { related: finding.related.map(({ place, message }) => ({ message, ...placeJson(place, nameOf) })) }),
  ...(finding.fixes === undefined ? {} : { fixes: finding.fixes.map(({ title, safe }) => ({ title, safe })) }),
})

/** A file's address as a path; other addresses (documents that come with Entitle) as they are. */
export const pathOf = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : uri)
