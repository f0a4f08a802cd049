import { azureReport } from './azure.ts'
import { githubReport } from './github.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import type { Report, ReportContext, ReportFormat } from './report.ts'
import { sarifReport } from './sarif.ts'

const views: { readonly [format in ReportFormat]: (report: Report, context: ReportContext) => string } = {
  sarif: sarifReport,
  github: githubReport,
  azure: azureReport,
  junit: junitReport,
  markdown: markdownReport,
}

/** The findings in one of the forms that pipelines and code hosts read. */
export const reportIn = (format: ReportFormat, report: Report, context: ReportContext): string =>
  views[format](report, context)
