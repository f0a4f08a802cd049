export { reportHtml } from './html.ts'
export { makeReport } from './make-report.ts'
export { reportMarkdown } from './markdown.ts'
export { ofTenant } from './of-tenant.ts'
export { readReport } from './read-report.ts'
export { article } from './recommendations.ts'
export { type Rendering, type ReportFormat, renderReport, reportFormatOf } from './render.ts'
export type {
  ExternalWay,
  RecommendationStanding,
  Report,
  RuleStanding,
  Shortfall,
  Standing,
  WaiverEntry,
  WaiverState,
} from './report.ts'
export { reportSummary } from './summary.ts'
export { type Change, type Trend, trendOf } from './trend.ts'
