import { fold } from '../kinds/fold.ts'
import type { Finding } from '../model/finding.ts'
import { type Address, segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'

/** A policy as a person calls it, and the names that the sources give policies. */
export interface PolicyName {
  /** `supplier.staff`, `partners.supplier.staff`, or the display names: `Alpine supplier access.Employees`. */
  readonly text: string
  /** The sources' names for policies, catalog first: `partners.supplier.staff`. */
  readonly declared: readonly { readonly name: string; readonly address: Address }[]
  /** The one of some names that a word was most likely meant to be. */
  nearest(word: string, names: readonly string[]): string | undefined
}

/** The policy that is meant, as it is declared or, where nobody declares it, as the tenant has it; or why that can't be told. */
export function policyNamed(
  { text, declared, nearest }: PolicyName,
  desired: Tenant,
  live: Tenant,
  matched: ReadonlySet<Address>,
): { readonly policy: TenantObject } | { readonly finding: Finding } {
  const byAddress = new Map(desired.objects.map(object => [object.address, object]))
  const candidates: readonly Candidate[] = [
    ...declared.flatMap(({ name, address }) => {
      const policy = byAddress.get(address)
      return policy === undefined ? [] : [{ names: endings(name.split('.')), policy }]
    }),
    ...policiesOf(desired).map(policy => ({ names: displayNames(policy), policy })),
    ...policiesOf(live)
      .filter(({ address }) => !matched.has(address))
      .map(policy => ({ names: displayNames(policy), policy })),
  ]
  const found = [
    ...new Set(
      candidates.filter(({ names }) => names.some(name => fold(name) === fold(text))).map(each => each.policy),
    ),
  ]
  const [one, other] = found
  if (one !== undefined && other === undefined) return { policy: one }
  return { finding: one === undefined ? unknown(text, candidates, nearest) : several(text, found) }
}

interface Candidate {
  readonly names: readonly string[]
  readonly policy: TenantObject
}

const policiesOf = ({ objects }: Tenant) => objects.filter(({ kind }) => kind === 'assignment-policy')

/** `package.policy` and `catalog.package.policy`. */
const endings = (parts: readonly string[]): readonly string[] => [parts.slice(-2).join('.'), parts.join('.')]

const displayNames = ({ address }: TenantObject) => endings(segmentsOf(address).map(({ name }) => name))

const finding = (rule: string, message: string, help: string): Finding => ({
  rule,
  severity: 'error',
  message,
  place: { kind: 'tenant', address: '' },
  help,
})

const unknown = (text: string, candidates: readonly Candidate[], nearest: PolicyName['nearest']): Finding => {
  const names = [...new Set(candidates.map(({ names }) => names[0] ?? ''))].sort()
  const near = nearest(text, [...new Set(candidates.flatMap(each => each.names))])
  const known =
    names.length === 0
      ? 'Neither the sources nor their catalogs in the tenant have a policy.'
      : `Policies are: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${names.length - 10} more` : ''}.`
  return finding(
    'unknown-policy',
    `--reassign-to names the policy ${text}, and there is no such policy, neither in the sources nor in their catalogs in the tenant. People who hold what is deleted have nowhere to go.`,
    near === undefined ? `Name the package and the policy, as in supplier.staff. ${known}` : `Did you mean ${near}?`,
  )
}

const several = (text: string, found: readonly TenantObject[]): Finding =>
  finding(
    'ambiguous-policy',
    `--reassign-to names the policy ${text}, and ${found.length} policies are called so: ${found
      .map(({ address }) =>
        segmentsOf(address)
          .map(({ name }) => name)
          .join(' › '),
      )
      .join('; ')}.`,
    'Put the name of the catalog before it, as in partners.supplier.staff.',
  )
