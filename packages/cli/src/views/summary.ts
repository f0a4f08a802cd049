import type { Finding } from '@entitle/graph'
import { counted } from './counted.ts'
import type { Paint } from './paint.ts'
import { took } from './took.ts'

/** Findings by severity; waived ones are counted apart. */
export interface Tally {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly hint: number
  readonly waived: number
}

export const tallyOf = (findings: readonly Finding[]): Tally => {
  const tally = { error: 0, warning: 0, info: 0, hint: 0, waived: 0 }
  for (const finding of findings) tally[finding.waived === undefined ? finding.severity : 'waived'] += 1
  return tally
}

/** `3 errors, 2 warnings in 4 files (212 ms) · 1 waiver in force, next ends 2027-03-31`. */
export const summaryLine = (
  findings: readonly Finding[],
  files: number,
  milliseconds: number | undefined,
  paint: Paint,
): string => {
  const tally = tallyOf(findings)
  const kinds = [
    tally.error > 0 ? paint.red(counted(tally.error, 'error')) : '',
    tally.warning > 0 ? paint.yellow(counted(tally.warning, 'warning')) : '',
    tally.info > 0 ? counted(tally.info, 'note') : '',
    tally.hint > 0 ? counted(tally.hint, 'hint') : '',
  ].filter(part => part !== '')
  const found = kinds.length === 0 ? paint.green('Nothing to complain about') : kinds.join(', ')
  const time = milliseconds === undefined ? '' : ` ${paint.dim(`(${took(milliseconds)})`)}`
  return `${found} in ${counted(files, 'file')}${time}${waivers(findings)}`
}

const waivers = (findings: readonly Finding[]): string => {
  const ends = findings.flatMap(({ waived }) => (waived === undefined ? [] : [waived.until])).sort()
  if (ends.length === 0) return ''
  return ` · ${counted(ends.length, 'waiver')} in force, ${ends.length === 1 ? 'ends' : 'next ends'} ${ends[0]}`
}
