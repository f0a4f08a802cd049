import type { Finding, SourceRange, Tenant, TenantIdentity } from '@entitle/graph'

/** Requests of the Entitle server beyond the Language Server Protocol, by their method names. */
export const requests = {
  /** `{tenant?}` → {@link DesiredAnswer}: what the sources ask of a tenant. */
  desired: 'entitle/desired',
  /** → {@link CheckAnswer}: every finding of the workspace. */
  check: 'entitle/check',
  /** → {@link TenantsAnswer}: the declared tenants. */
  tenants: 'entitle/tenants',
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
  readonly findings: readonly Finding[]
}
export interface CheckAnswer {
  /** How many files the workspace has. */
  readonly files: number
  readonly findings: readonly Finding[]
}
export type TenantsAnswer = readonly (TenantIdentity & { readonly range: SourceRange })[]
