import { fold } from '../kinds/fold.ts'
import type { Address, Cloud, Tenant } from '../model/tenant.ts'
import type { TokenFacts } from '../model/token-facts.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { batching } from '../read/batching.ts'
import { bind, resolveDirectory } from '../read/directory.ts'
import { type Account, type Asked, accountOf, permissionsIn } from './account.ts'
import { askAccount, catalogIds, mostCatalogs } from './ask-account.ts'
import { countIn } from './counts.ts'
import { deedsOf } from './deed.ts'
import { type Diagnosis, merged, ok } from './diagnosis.ts'
import { licenceLines } from './licence-lines.ts'
import { limitLines, limits } from './limits.ts'
import { may, type Place } from './may.ts'
import { permissionLines } from './permission-lines.ts'
import { roleLines } from './role-lines.ts'

export interface Examination {
  readonly transport: HttpTransport
  readonly token: TokenFacts | undefined
  /** Undefined in a sandbox. */
  readonly cloud: Cloud | undefined
  /** What is declared; undefined where there are no sources. */
  readonly desired?: Tenant
  readonly signal?: AbortSignal
}

/**
 * What the account may do in the tenant and what the tenant has: permissions, roles, resources, licences, limits. Asks only; what it may not
 * ask is `not-determined`. @throws {TransportError} where no answer comes.
 */
export async function examine({
  transport,
  token,
  cloud,
  desired,
  signal,
}: Examination): Promise<readonly Diagnosis[]> {
  const graph = batching(transport)
  const abort = signal === undefined ? {} : { signal }
  const [bound, place] = await Promise.all([
    desired === undefined
      ? undefined
      : resolveDirectory(graph, desired, abort).then(({ directory }) => bind(desired, directory)),
    desired === undefined ? nowhere : placeOf(graph, desired, signal),
  ])
  const deeds = bound === undefined ? undefined : deedsOf(bound.objects)
  const [account, counts] = await Promise.all([
    askAccount(
      graph,
      accountOf(token, cloud),
      {
        catalogRoles: [...place.catalogIds.values()],
        directoryRoles: true,
        owned: deeds?.some(({ resource }) => resource !== undefined) === true,
        servicePlans: true,
      },
      signal,
    ),
    Promise.all(limits.flatMap(({ what, list }) => (list === undefined ? [] : [countIn(graph, what, list, signal)]))),
  ])
  const hindrances = merged((deeds ?? []).flatMap(deed => may(deed, account, place)))
  const listed = new Map<string, Asked<number>>(counts)
  const catalogs = listed.get('catalogs')
  const roles = roleLines(account, catalogs !== undefined && 'unknown' in catalogs && catalogs.status === 403)
  return [
    ...permissionLines(account, bound?.objects),
    ...roles,
    ...(deeds === undefined || cannotWrite(account, roles) ? [] : ofSources(hindrances)),
    ...licenceLines(account, deeds),
    ...limitLines(listed, bound?.objects),
  ]
}

const nowhere: Place = { made: new Set(), catalogIds: new Map() }

/** Then that is said already, and nothing is gained by saying it of every object. */
const cannotWrite = ({ token, catalogRoles }: Account, roles: readonly Diagnosis[]): boolean =>
  roles.some(({ state }) => state === 'problem') ||
  (token?.kind === 'application' &&
    !permissionsIn(token).includes('EntitlementManagement.ReadWrite.All') &&
    'known' in catalogRoles &&
    catalogRoles.known.length === 0)

/** What the declared objects meet; that permissions lack is told by themselves. */
const ofSources = (hindrances: readonly Diagnosis[]): readonly Diagnosis[] => {
  const told = hindrances.filter(({ topic }) => topic !== 'permissions')
  return told.some(({ topic }) => topic === 'roles') || hindrances.length > told.length
    ? told
    : [ok('roles', 'They are enough to write what these sources declare'), ...told]
}

/** Which of the declared catalogs are in the tenant. Where that can't be read, all are taken to be there, with ids that are not known. */
async function placeOf(transport: HttpTransport, { objects }: Tenant, signal: AbortSignal | undefined): Promise<Place> {
  const declared = objects.filter(({ kind }) => kind === 'catalog')
  const ids = await catalogIds(transport, signal)
  if ('unknown' in ids) return nowhere
  const found = declared.flatMap(({ address, name, id, formerly = [] }): [Address, string][] => {
    const live = id ?? [name, ...formerly].map(each => ids.known.get(fold(each))).find(each => each !== undefined)
    return live === undefined ? [] : [[address, live]]
  })
  const there = new Set(found.map(([address]) => address))
  return {
    made: new Set(declared.flatMap(({ address }) => (there.has(address) ? [] : [address]))),
    catalogIds: new Map(found.slice(0, mostCatalogs)),
  }
}
