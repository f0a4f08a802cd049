export { reportHtml } from './html.ts'
export { makeReport } from './make-report.ts'
export { reportMarkdown } from './markdown.ts'
export { article } from './recommendations.ts'
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
export { type Change, type Trend, trendOf } from './trend.ts'
