import type { Finding, TenantIdentity } from '@entitle/graph'
import type { Program, TenantElement } from '../resolve/program.ts'

/** The tenant that is meant, or a finding that says why that can't be told. */
export const chooseTenant = (
  { tenants }: Program,
  wanted: string | undefined,
): { readonly element?: TenantElement; readonly findings: readonly Finding[] } => {
  if (wanted !== undefined) {
    const element = tenants.find(({ name }) => name === wanted)
    if (element !== undefined) return { element, findings: [] }
    const known = tenants.length === 0 ? 'The sources declare none' : `The sources declare ${list(tenants)}`
    return failure('unknown-tenant', `No tenant is called ${wanted}. ${known}.`)
  }
  const [first, second] = tenants
  if (first === undefined)
    return failure(
      'no-tenant',
      'The sources declare no tenant. Add one, as in `tenant contoso "Contoso" { domain "contoso.com" }`.',
    )
  if (second !== undefined)
    return failure('several-tenants', `The sources declare ${list(tenants)}. Say which one is meant with --tenant.`)
  return { element: first, findings: [] }
}

/** What the sources say about a tenant, less what is deployed to it. */
export const tenantIdentity = (element: TenantElement | undefined): TenantIdentity => ({
  name: element?.name ?? '',
  displayName: element?.displayName ?? '',
  ...(element?.id === undefined ? {} : { id: element.id }),
  ...(element?.domain === undefined ? {} : { domain: element.domain }),
  cloud: element?.cloud ?? 'global',
  protected: element?.protected ?? false,
})

const list = (tenants: readonly TenantElement[]): string => {
  const names = tenants.map(({ name }) => name)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const failure = (rule: string, message: string): { readonly findings: readonly Finding[] } => ({
  findings: [{ rule, severity: 'error', message, place: { kind: 'tenant', address: '' } }],
})
