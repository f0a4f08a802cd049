import type { directoryRequests as askedOfDirectory, fileRequests as declared, TenantsAnswer } from '@entitle/language'

export type {
  AuditAnswer,
  AuditParams,
  CheckAnswer,
  ConvertAnswer,
  ConvertParams,
  DesiredAnswer,
  DraftAnswer,
  Drafted,
  DraftParams,
  DrawAnswer,
  DrawableAnswer,
  DrawableParams,
  DrawParams,
  FileKind,
  FilePlace,
  FolderEntry,
  NamesAnswer,
  NamesParams,
  PrintParams,
  ReportAnswer,
  ReportFormat,
  ReportParams,
  ReviseAnswer,
  ReviseParams,
  ScenariosAnswer,
  SentSurvey,
  TellParams,
  TenantsAnswer,
} from '@entitle/language'

/** A `tenant` declaration of the workspace, to choose from. */
export type DeclaredTenant = TenantsAnswer[number]

/** The requests that the language server answers beside the protocol's own. */
export const requests = {
  check: 'entitle/check',
  desired: 'entitle/desired',
  tenants: 'entitle/tenants',
  report: 'entitle/report',
  audit: 'entitle/audit',
  revise: 'entitle/revise',
  scenarios: 'entitle/scenarios',
  convert: 'entitle/convert',
  print: 'entitle/print',
  draft: 'entitle/draft',
  tell: 'entitle/tell',
  draw: 'entitle/draw',
  drawable: 'entitle/drawable',
} as const

/** The requests of a language server that has no disk, which the extension answers. */
export const fileRequests: typeof declared = {
  stat: 'entitle/stat',
  readDirectory: 'entitle/readDirectory',
  readFile: 'entitle/readFile',
}

/** The requests of a language server, which has no tenant, that the extension answers. */
export const directoryRequests: typeof askedOfDirectory = { names: 'entitle/names' }
