import type { Finding, SourceRange, Survey, Tenant, TenantFacts, TenantIdentity } from '@entitle/graph'
import type { LiveTenant } from '../audit/live-tenant.ts'
import type { Converted } from '../converting/convert.ts'
import type { Drafted, Turn } from '../drafting/index.ts'
import type { RevisedSources } from '../importing/revised-sources.ts'
import type { Desired } from '../lower/lower.ts'
import type { Drawn } from '../pictures/index.ts'
import type { ReportFormat } from '../report/index.ts'
import type { ScenarioRun } from '../scenarios/index.ts'

/** Requests of the Entitle server beyond the Language Server Protocol, by their method names. */
export const requests = {
  /** `{tenant?}` → {@link DesiredAnswer}: what the sources ask of a tenant. */
  desired: 'entitle/desired',
  /** → {@link CheckAnswer}: every finding of the workspace. */
  check: 'entitle/check',
  /** → {@link TenantsAnswer}: the declared tenants. */
  tenants: 'entitle/tenants',
  /** {@link ReportParams} → {@link ReportAnswer}: where the sources stand, for an auditor. */
  report: 'entitle/report',
  /** {@link AuditParams} → {@link AuditAnswer}: how a live tenant stands with the rules of the sources. */
  audit: 'entitle/audit',
  /** {@link ReviseParams} → {@link ReviseAnswer}: the sources as they are to be, so that they say what a tenant has. */
  revise: 'entitle/revise',
  /** {@link PrintParams} → string: objects as one source text, to read and to compare. */
  print: 'entitle/print',
  /** {@link DraftParams} → {@link Turn}: the next question of an interview, or the source text that it ends in. */
  draft: 'entitle/draft',
  /** → {@link ScenariosAnswer}: how each scenario of the workspace turns out. */
  scenarios: 'entitle/scenarios',
  /** {@link ConvertParams} → {@link ConvertAnswer}: what another tool says, as a source. */
  convert: 'entitle/convert',
  /** {@link TellParams} → string: what is declared, or the rules, in words for agents. */
  tell: 'entitle/tell',
  /** {@link DrawParams} → {@link DrawAnswer}: what is declared, as a picture. */
  draw: 'entitle/draw',
  /** {@link DrawableParams} → {@link DrawableAnswer}: the packages whose lifecycle can be drawn. */
  drawable: 'entitle/drawable',
} as const

export interface DesiredParams {
  /** The name of a declared tenant; needed where several are declared. */
  readonly tenant?: string
  /** URI of the folder that is meant, where several are open; else the first that declares the tenant. */
  readonly folder?: string
}
export interface DesiredAnswer {
  readonly tenant: Tenant
  readonly identity: TenantIdentity
  /** The sources' names for policies, catalog first. */
  readonly policies: Desired['policies']
  readonly findings: readonly Finding[]
}
export interface CheckAnswer {
  /** How many files the workspace has. */
  readonly files: number
  readonly findings: readonly Finding[]
}
export type TenantsAnswer = readonly (TenantIdentity & { readonly range: SourceRange })[]

/** A survey as it travels: what is a set or a map there is a list here. */
export interface SentSurvey extends Omit<Survey, 'unclear' | 'directory'> {
  readonly unclear: readonly string[]
  readonly ids: readonly (readonly [string, string])[]
}

export interface ReviseParams {
  readonly survey: SentSurvey
  /** The name of the declared tenant that was read. */
  readonly tenant?: string
  /** The tenant to declare where the sources declare none. */
  readonly identity?: TenantIdentity
  /** URI of the folder that is meant. */
  readonly folder: string
  /** Whether all of the tenant was read. */
  readonly whole: boolean
}
export type ReviseAnswer =
  | RevisedSources
  /** The sources have errors for which it isn't known what they say, or don't say which object of the tenant they mean. */
  | { readonly questions: readonly Finding[] }

export interface ConvertParams {
  readonly text: string
}
/** Null for a text of no form that is known, or of one that can't be read. */
export type ConvertAnswer = Converted | null

export type ScenariosAnswer = readonly ScenarioRun[]

export interface ReportParams {
  readonly format: ReportFormat
  /** URI of the folder that is meant, where several are open; else the first. */
  readonly folder?: string
  /** The text of an earlier report, written as JSON, to tell what has changed since. */
  readonly earlier?: string
}
/** Null where `earlier` is no report. */
export type ReportAnswer = {
  readonly text: string
  /** How it turns out, in a sentence. */
  readonly summary: string
} | null

export interface AuditParams {
  /** What was read of the tenant. */
  readonly live: LiveTenant
  readonly facts: TenantFacts
  readonly identity: TenantIdentity
  /** The declared tenant that it is; undefined where it is none of them. */
  readonly tenant?: string
  /** What people call it. */
  readonly title: string
  /** Whether it has an admin center to link to. */
  readonly portal: boolean
}
/** `broken`: so many errors keep it from being known what the sources hold a tenant to. */
export type AuditAnswer =
  | { readonly markdown: string; readonly summary: string; readonly failing: number }
  | { readonly broken: number }
export interface PrintParams {
  /** What is printed; an object whose parent is missing is told in a comment. */
  readonly tenant: Tenant
  /** Which tenant it is; needed only where its settings are printed. */
  readonly identity?: TenantIdentity
}

export interface DraftParams {
  readonly what: Drafted
  /** The answers so far, by the questions' ids. */
  readonly answers: { readonly [id: string]: string }
  /** URI of the folder that is meant, where several are open; else the first. */
  readonly folder?: string
  /** Paths of the files in the folder's root, none of which is overwritten. */
  readonly files: readonly string[]
}
export type DraftAnswer = Turn

export type TellParams =
  | { readonly about: 'rules' }
  /** `package`: its name or display name; else all. */
  | { readonly about: 'access'; readonly package?: string }

export interface DrawParams {
  readonly drawn: Drawn
  /** URI of the folder that is meant, where several are open; else the first. */
  readonly folder?: string
}
/** `says` why there is no picture; `near` is what could be meant. */
export type DrawAnswer =
  | { readonly title: string; readonly svg: string; readonly mermaid: string }
  | { readonly says: string; readonly near: readonly string[] }

export interface DrawableParams {
  readonly folder?: string
  /** A place in the sources; lines count from 0. */
  readonly at?: { readonly uri: string; readonly line: number }
}
export interface DrawableAnswer {
  /** As {@link DrawParams} take them. */
  readonly names: readonly string[]
  /** The one around the place. */
  readonly here?: string
}
