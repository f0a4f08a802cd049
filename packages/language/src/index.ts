import { auditor } from './audit/audit-tenant.ts'
import { converter } from './converting/convert.ts'
import { importer } from './importing/import-tenant.ts'
import { updater } from './importing/update-sources.ts'
import { format } from './module/format.ts'
import { objectsPrinter } from './printing/source/print-objects.ts'
import { tenantPrinter } from './printing/source/print-tenant.ts'

export type { Audit, AuditedRule, Failure, LeftOut, OpenQuestion, Verdict } from './audit/audit.ts'
export type { AuditOptions, AuditResult } from './audit/audit-tenant.ts'
export { brokenSources } from './audit/broken-sources.ts'
export { unusedSince } from './audit/held-access.ts'
export { standardNames } from './audit/held-standard.ts'
export type { LiveTenant } from './audit/live-tenant.ts'
export { unreadable, whyUnread } from './audit/unreadable.ts'
export {
  auditedObject,
  auditScope,
  auditSummary,
  failingRules,
  failsFor,
  idleQuestions,
  lookedAt,
  type OpenReason,
  openReasons,
  questionOf,
} from './audit/words.ts'
export { type Converted, type Form, formOf, forms } from './converting/convert.ts'
export { type Loss, NotConvertible } from './converting/graph-document.ts'
export { type Choice, type Draft, type Drafted, interviews, type Question, type Turn, turn } from './drafting/index.ts'
export type { FormatOptions, Formatted } from './format/format.ts'
export { type ChosenCatalogs, chosenCatalogs } from './importing/chosen-catalogs.ts'
export type { Imported, ImportOptions, ImportResult } from './importing/import-tenant.ts'
export type { KeptFile } from './importing/keep-files.ts'
export { type ImportProgress, surveyTenant, withNames } from './importing/survey-tenant.ts'
export type { Updated, UpdateOptions, UpdateResult } from './importing/update-sources.ts'
export { type Desired, type LowerOptions, lower } from './lower/lower.ts'
export type { NamesAnswer, NamesParams } from './lsp/directory-names.ts'
export { format } from './module/format.ts'
export { createEntitleServices } from './module.ts'
export { type Drawing, type Drawn, draw, mermaid, type Picture, svg } from './pictures/index.ts'
export { type Changed, type ChangeInWords, describeChange, describeChanges } from './printing/describe-change.ts'
export { describeProperty, propertyLabel } from './printing/describe-property.ts'
export { type DirectorySeed, directorySeed } from './printing/directory-seed.ts'
export { driftFindings } from './printing/drift-findings.ts'
export { durationInWords, minutesInWords, minutesOf, momentInWords } from './printing/duration-words.ts'
export { label, objectLabel, trail } from './printing/object-label.ts'
export {
  anchorOf,
  type Entry,
  type FindingGroup,
  type FindingText,
  findingGroups,
  findingTexts,
  type Page,
  type Placed,
  pages,
  placed,
  placeOf,
  relatedTo,
} from './printing/reference/index.ts'
export type { TakenNames } from './printing/source/names.ts'
export type { Printed, PrintedFile, PrintOptions } from './printing/source/print-tenant.ts'
export type { Unsaid } from './printing/source/said.ts'
export { lineLiteral } from './printing/source/text-literal.ts'
export {
  article,
  type Change,
  type ExternalWay,
  type RecommendationStanding,
  type Rendering,
  type Report,
  type ReportFormat,
  type RuleStanding,
  readReport,
  renderReport,
  reportFormatOf,
  reportHtml,
  reportMarkdown,
  reportSummary,
  type Shortfall,
  type Standing,
  type Trend,
  trendOf,
  type WaiverEntry,
  type WaiverState,
} from './report/index.ts'
export * from './resolve/program.ts'
export { resolve } from './resolve/resolve.ts'
export { edited } from './rules/edited.ts'
export type { Rule, RuleHere, RulesHere, SettingHere } from './rules/index.ts'
export { isRule, ruleNames, rulePage, rules, runRules } from './rules/index.ts'
export type { Outcome, ScenarioRun } from './scenarios/index.ts'
export type { directoryRequests } from './server/directory-requests.ts'
export type { FileKind, FilePlace, FolderEntry, fileRequests } from './server/file-requests.ts'
export type {
  AuditAnswer,
  AuditParams,
  CheckAnswer,
  ConvertAnswer,
  ConvertParams,
  DesiredAnswer,
  DraftAnswer,
  DraftParams,
  DrawAnswer,
  DrawableAnswer,
  DrawableParams,
  DrawParams,
  PrintParams,
  ReportAnswer,
  ReportParams,
  ReviseAnswer,
  ReviseParams,
  ScenariosAnswer,
  SentSurvey,
  TellParams,
  TenantsAnswer,
} from './server/requests.ts'
export type { EntitleServices, EntitleSharedServices } from './services.ts'
export { nearest } from './syntax/nearest.ts'
export { accessText } from './telling/access-text.ts'
export { rulesText } from './telling/rules-text.ts'
export { type Analysis, analyze, type Rules } from './workspace/analyze.ts'
export type { Cache } from './workspace/disk-cache.ts'
export { type Found, findFiles } from './workspace/find-files.ts'
export { openWorkspace, type Workspace, type WorkspaceOptions, type WorkspaceSource } from './workspace/workspace.ts'

/** The sources that say a tenant, laid out by the formatter, and what of it they don't say. */
export const printTenant = /* @__PURE__ */ tenantPrinter(format)

/** Reads a tenant and writes it down as sources in a folder. */
export const importTenant = /* @__PURE__ */ importer(printTenant)

/** Makes sources of what another tool says. */
export const convert = /* @__PURE__ */ converter(printTenant)

/** Brings sources to where a tenant is. */
export const updateSources = /* @__PURE__ */ updater(printTenant)

/** Holds a live tenant to the rules of a standard. */
export const auditTenant = /* @__PURE__ */ auditor(printTenant)
/** Objects of a tenant as one text to read and to compare; what it can't say stands in comments at its end. */
export const printObjects = /* @__PURE__ */ objectsPrinter(printTenant)
