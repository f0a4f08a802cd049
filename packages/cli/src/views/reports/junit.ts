import type { Finding } from '@entitle/graph'
import { trail } from '@entitle/language'
import { nameFrom } from './file-names.ts'
import { type Report, type ReportContext, toldIn, tooManyWarnings } from './report.ts'
import { xml } from './xml.ts'

/**
 * JUnit's XML: a suite for each file, a case for each finding, and a passed case for a file without any. A case fails where it fails the check:
 * errors do, and warnings where there are more than may be; what a waiver excuses is skipped.
 */
export const junitReport = (report: Report, { root }: ReportContext): string => {
  const warningsFail = tooManyWarnings(report.findings, report.maxWarnings)
  const fate = ({ severity, waived }: Finding): Fate => {
    if (waived !== undefined) return 'skipped'
    return severity === 'error' || (severity === 'warning' && warningsFail) ? 'failed' : 'told'
  }
  const byFile = Map.groupBy(toldIn(report), ({ place }) =>
    place.kind === 'tenant' ? 'tenant' : nameFrom(root, place.range.uri),
  )
  const names = [...new Set([...report.files.map(uri => nameFrom(root, uri)), ...byFile.keys()])]
  const suites = names.map(name => suiteOf(name, byFile.get(name) ?? [], fate))
  const total = (count: keyof Counts) => suites.reduce((sum, suite) => sum + suite[count], 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="entitle ${report.command}" tests="${total('tests')}" failures="${total('failures')}" errors="0" skipped="${total('skipped')}">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n')
}

type Fate = 'failed' | 'skipped' | 'told'

interface Counts {
  readonly tests: number
  readonly failures: number
  readonly skipped: number
}

const suiteOf = (
  name: string,
  findings: readonly Finding[],
  fate: (finding: Finding) => Fate,
): Counts & { readonly lines: readonly string[] } => {
  const fates = findings.map(fate)
  const counts = {
    tests: Math.max(1, findings.length),
    failures: fates.filter(each => each === 'failed').length,
    skipped: fates.filter(each => each === 'skipped').length,
  }
  const cases = findings.flatMap((finding, i) => caseOf(name, finding, fates[i] ?? 'told'))
  const clean = [`    <testcase classname="${xml(name)}" name="nothing found"/>`]
  return {
    ...counts,
    lines: [
      `  <testsuite name="${xml(name)}" tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}">`,
      ...(cases.length === 0 ? clean : cases),
      '  </testsuite>',
    ],
  }
}

const caseOf = (file: string, finding: Finding, fate: Fate): readonly string[] => {
  const { rule, severity, message, why, help, place, waived } = finding
  const line = place.kind === 'tenant' ? '' : ` line="${place.range.start.line + 1}"`
  const at =
    place.kind === 'tenant' ? trail(place.address) : `${place.range.start.line + 1}:${place.range.start.character + 1}`
  const said = [message, why ?? '', help ?? ''].filter(text => text !== '').map(xml)
  const inside = {
    failed: [`      <failure type="${severity}" message="${xml(message)}">${said.join('\n')}</failure>`],
    skipped: [`      <skipped message="${xml(`waived until ${waived?.until}: ${waived?.because}`)}"/>`],
    told: [`      <system-out>${[`${severity}:`, ...said].join('\n')}</system-out>`],
  }[fate]
  return [
    `    <testcase classname="${xml(file)}" name="${xml(`${rule} at ${at}`)}" file="${xml(file)}"${line}>`,
    ...inside,
    '    </testcase>',
  ]
}
