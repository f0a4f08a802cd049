import { foldId } from '../kinds/fold.ts'
import type { Tenant, TenantObject, Value } from '../model/tenant.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { type Access, accessNow, requestedSince } from './access-now.ts'
import { type Account, accountsOf } from './accounts.ts'
import { batching } from './batching.ts'
import { isForExternal } from './external-people.ts'
import { type Gone, goneObjects } from './gone-objects.ts'
import type { Known } from './known.ts'
import { refsIn } from './name-refs.ts'

/** What a tenant shows beside its objects: plain data. Each can be unknown by itself. */
export interface TenantFacts {
  readonly gone: Known<Gone>
  readonly access: Known<readonly Access[]>
  /** Which packages were asked for since {@link FactsOptions.since}. */
  readonly requested: Known<readonly string[]>
  /** Of people who decide or sponsor, and of guests who have access. */
  readonly accounts: Known<readonly Account[]>
}

export interface FactsOptions {
  /** ISO date and time: requests before it are no use of a package. */
  readonly since: string
  /** Only some catalogs were read: their packages alone are asked for, each by itself. */
  readonly isPart?: boolean
  readonly signal?: AbortSignal
}

/** Reads who has access to what was read of a tenant, and how the people stand in the directory. */
export async function tenantFacts(
  transport: HttpTransport,
  tenant: Tenant,
  { since, isPart = false, signal }: FactsOptions,
): Promise<TenantFacts> {
  const graph = batching(transport)
  const packages = isPart ? idsOf(tenant, 'access-package') : 'all'
  const [gone, access, requested] = await Promise.all([
    goneObjects(graph, tenant, signal),
    accessNow(graph, packages, signal),
    requestedSince(graph, since, packages, signal),
  ])
  const holders = 'known' in access ? mayBeGuests(tenant, access.known) : []
  const accounts = await accountsOf(graph, [...tenant.objects.flatMap(decidersIn), ...holders], signal)
  return { gone, access, requested, accounts }
}

const idsOf = ({ objects }: Tenant, kind: TenantObject['kind']): readonly string[] =>
  objects.flatMap(object => (object.kind === kind && object.id !== undefined ? [object.id] : []))

/** People who approve, review or sponsor. */
const decidersIn = ({ kind, properties }: TenantObject): readonly string[] => {
  const { requestApprovalSettings = null, reviewSettings = null, principal = null } = properties
  const named: readonly Value[] =
    kind === 'assignment-policy' ? [requestApprovalSettings, reviewSettings] : kind === 'sponsor' ? [principal] : []
  return named.flatMap(refsIn).flatMap(({ $ref, id }) => ($ref === 'user' && id !== undefined ? [id] : []))
}

/** The directory gives whoever is invited such a name. https://learn.microsoft.com/entra/external-id/user-properties */
const invited = /#EXT#@/i

/** People of whom the name or the policy says that they may be guests: asking for everybody would take a request for each fifteen. */
const mayBeGuests = ({ objects }: Tenant, access: readonly Access[]): readonly string[] => {
  const external = new Set(
    objects.flatMap(object =>
      object.kind === 'assignment-policy' && isForExternal(object) ? [foldId(object.id ?? '')] : [],
    ),
  )
  return access.flatMap(({ person, name, policyId }) =>
    person !== '' && (invited.test(name) || external.has(policyId)) ? [person] : [],
  )
}
