import { pathToFileURL } from 'node:url'
import { fingerprints } from '../../findings/finding-key.ts'
import { version } from '../../version.ts'
import { json } from '../json.ts'
import { folderAddress, nameFrom } from './file-names.ts'
import { fails, type Report, type ReportContext, toldIn } from './report.ts'
import { rootId } from './sarif-location.ts'
import { sarifResult } from './sarif-result.ts'
import { sarifRule } from './sarif-rule.ts'

/**
 * The findings as SARIF 2.1.0, for code scanning and other readers: files are named from the repository's folder, columns count UTF-16 units.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifReport = (report: Report, context: ReportContext): string => {
  const findings = toldIn(report)
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const prints = fingerprints(findings, {
    nameOf: uri => nameFrom(context.root, uri),
    textOf: context.textOf,
    wayTo: context.wayTo,
  })
  return json({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Entitle',
            semanticVersion: version,
            informationUri: 'https://github.com/entitle/entitle',
            rules: rules.map(sarifRule),
          },
        },
        automationDetails: { id: `entitle-${report.command}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [rootId]: { uri: folderAddress(context.root) } },
        invocations: [
          {
            executionSuccessful: true,
            exitCode: fails(report.findings, report.maxWarnings) ? 1 : 0,
            workingDirectory: { uri: pathToFileURL(context.root).href },
          },
        ],
        results: findings.map((finding, index) =>
          sarifResult(finding, {
            root: context.root,
            ruleIndex: rules.indexOf(finding.rule),
            fingerprint: prints[index] ?? '',
          }),
        ),
      },
    ],
  })
}
