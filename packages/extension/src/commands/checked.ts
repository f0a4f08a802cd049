import type { Finding } from '@entitle/graph'
import { counted } from '../plan/summary.ts'

/** How many files were checked, and what was found; waived findings aren't counted. */
export interface Checked {
  readonly files: number
  readonly errors: number
  readonly warnings: number
}

export const checked = (files: number, findings: readonly Pick<Finding, 'severity' | 'waived'>[]): Checked => {
  const count = (severity: string) =>
    findings.filter(each => each.severity === severity && each.waived === undefined).length
  return { files, errors: count('error'), warnings: count('warning') }
}

/** `2 errors and 1 warning in 4 files.` */
export const verdict = ({ files, errors, warnings }: Checked): string => {
  const found = [
    ...(errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ]
  return `${found.length === 0 ? 'No errors and no warnings' : found.join(' and ')} in ${counted(files, 'file')}.`
}
