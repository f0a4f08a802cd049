import type { Finding, TenantFacts, TenantObject } from '@entitle/graph'
import {
  type Audit,
  type AuditOptions,
  type AuditResult,
  auditTenant,
  type LiveTenant,
  openWorkspace,
} from '@entitle/language'

export const today = '2026-11-22'

/** What was read of a tenant, whole or not. */
export const readOf = (objects: readonly TenantObject[], unread: LiveTenant['unread'] = []): LiveTenant => ({
  tenant: { objects },
  unread,
})

export const notReadable: Finding = {
  rule: 'not-readable',
  severity: 'error',
  message: 'It can’t be read: Microsoft Graph answers 403. Nothing that depends on it is planned.',
  place: { kind: 'tenant', address: '' },
  help: 'Sign in with another account.',
}

type More = Partial<Omit<AuditOptions, 'sources'>> & { readonly sources?: string }

export const tried = async (live: LiveTenant, { sources, ...more }: More = {}): Promise<AuditResult> => {
  const workspace =
    sources === undefined ? undefined : await openWorkspace({ files: { '/w/a.entitle': sources }, today })
  return auditTenant(live, {
    identity: { name: 'contoso', displayName: 'Contoso', domain: 'contoso.com', cloud: 'global', protected: false },
    today,
    portal: true,
    tenant: 'contoso',
    ...(workspace === undefined ? {} : { sources: workspace.program }),
    ...more,
  })
}

export const audited = async (live: LiveTenant, more: More = {}): Promise<Audit> => {
  const result = await tried(live, more)
  if ('refused' in result) throw new Error(`No standard is called ${result.name}.`)
  return result.audit
}

export const ruleIn = ({ rules }: Audit, name: string) => {
  const found = rules.find(({ rule }) => rule === name)
  if (found === undefined) throw new Error(`Rule ${name} was not asked.`)
  return found
}

/** What a tenant shows beside its objects: nothing, but for this. */
export const factsOf = (some: Partial<TenantFacts> = {}): TenantFacts => ({
  gone: { known: [] },
  access: { known: [] },
  requested: { known: [] },
  accounts: { known: [] },
  ...some,
})
