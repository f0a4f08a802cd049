import { paintFor } from '../paint.ts'
import { summaryLine } from '../summary.ts'
import type { Report } from './report.ts'

/** `3 errors, 2 warnings in 4 files`, without colours. */
export const plainSummary = ({ findings, files }: Pick<Report, 'findings' | 'files'>): string =>
  summaryLine(findings, files.length, undefined, paintFor({ colour: false }))
