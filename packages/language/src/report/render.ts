import { reportHtml } from './html.ts'
import { reportMarkdown } from './markdown.ts'
import type { Report } from './report.ts'
import { type Trend, trendOf } from './trend.ts'

/** How a report can be written. */
export type ReportFormat = 'html' | 'markdown' | 'json'

/** The format that the name of a file asks for: Markdown where its ending says nothing. */
export const reportFormatOf = (file: string): ReportFormat =>
  /\.html?$/i.test(file) ? 'html' : /\.json$/i.test(file) ? 'json' : 'markdown'

export interface Rendering {
  readonly format: ReportFormat
  /** Shortens the address of a file: a report is read elsewhere than it was made. */
  nameOf(uri: string): string
  /** A report of another day, to tell what has changed since. */
  readonly earlier?: Report
}

/** The text of a report. */
export const renderReport = (report: Report, { format, nameOf, earlier }: Rendering): string => {
  const trend = earlier === undefined ? undefined : trendOf(earlier, report)
  switch (format) {
    case 'html':
      return reportHtml(report, nameOf, trend)
    case 'markdown':
      return reportMarkdown(report, nameOf, trend)
    case 'json':
      return reportJson(report, nameOf, trend)
  }
}

const reportJson = (report: Report, nameOf: (uri: string) => string, trend: Trend | undefined): string => {
  const named = <T extends { readonly file: string }>(each: T): T => ({ ...each, file: nameOf(each.file) })
  const whole = {
    ...report,
    recommendations: report.recommendations.map(each => ({ ...each, shortfalls: each.shortfalls.map(named) })),
    externalAccess: report.externalAccess.map(named),
    waivers: report.waivers.map(named),
    ...(trend === undefined ? {} : { trend }),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
