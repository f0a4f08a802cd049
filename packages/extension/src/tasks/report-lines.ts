import type { Finding } from '@entitle/graph'
import { checked, verdict } from '../commands/checked.ts'

/** Findings as `entitle check` writes the heads of them, each with its message, and the numbers at the end. Waived ones and hints stay out. */
export const reportLines = (
  files: number,
  findings: readonly Finding[],
  nameOf: (uri: string) => string,
): readonly string[] => [
  ...findings
    .filter(({ severity, waived }) => severity !== 'hint' && waived === undefined)
    .flatMap(({ place, severity, rule, message }) => {
      const at =
        place.kind === 'source'
          ? `${nameOf(place.range.uri)}:${place.range.start.line + 1}:${place.range.start.character + 1}`
          : 'tenant'
      return [`${at}  ${severity}  ${rule}`, `  │ ${message}`, '']
    }),
  verdict(checked(files, findings)),
]
