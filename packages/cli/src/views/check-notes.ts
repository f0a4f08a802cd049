import type { Finding } from '@entitle/graph'
import { counted } from './counted.ts'
import { printableText } from './printable.ts'
import { countOf } from './reports/report.ts'

/** `✗ 7 warnings are more than the 5 that --max-warnings allows.` */
export const warningsLine = (findings: readonly Finding[], most: number | undefined): string => {
  const count = countOf(findings, 'warning')
  const are = count === 1 ? 'is' : 'are'
  return `✗ ${counted(count, 'warning')} ${are} more than ${most === 0 ? 'none, which is what' : `the ${most} that`} --max-warnings allows.\n`
}

/** Of fixes that were taken back. */
export const undoneLine = (count: number): string =>
  `✗ ${counted(count, 'fix')} would have left more errors than there were, so the files are as they were before ${count === 1 ? 'it' : 'them'}. Take fixes one by one in the editor.\n`

/** Of what a baseline knows and is no longer there. */
export const baselineLine = (gone: number, file: string): string =>
  `${counted(gone, 'finding')} that ${printableText(file)} knows ${gone === 1 ? 'is' : 'are'} gone. Write it anew, so that ${gone === 1 ? 'it does' : 'they do'} not come back: entitle check --write-baseline ${printableText(file)}\n`

/** Of a baseline that was written. */
export const writtenLine = (count: number, file: string): string =>
  `${printableText(file)} is written: ${counted(count, 'finding')} of rules ${count === 1 ? 'is' : 'are'} known from now on, with entitle check --baseline ${printableText(file)}\n`
