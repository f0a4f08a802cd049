import type { Address } from '../model/tenant.ts'
import type { Plan } from '../plan/plan.ts'
import type { HttpTransport } from '../ports/ports.ts'
import { type Account, accountOf } from './account.ts'
import { askAccount, type Questions, readsLicences } from './ask-account.ts'
import { type Deed, deedsOfPlan } from './deed.ts'
import { type Diagnosis, merged } from './diagnosis.ts'
import { licensed } from './licensed.ts'
import { may, type Place } from './may.ts'

/**
 * What will hinder the steps of a plan, found before the first of them is tried: a permission, a role, a licence, the ownership of a
 * resource. The token's claims are asked first, then the tenant in at most one `$batch`; what can't be determined hinders nothing.
 * @throws {TransportError} where no answer comes.
 */
export async function preflight(
  plan: Pick<Plan, 'steps' | 'ids'>,
  { token, cloud }: Pick<Account, 'token' | 'cloud'>,
  transport: HttpTransport,
  signal?: AbortSignal,
): Promise<readonly Diagnosis[]> {
  if (plan.steps.length === 0 || token === undefined) return []
  const deeds = deedsOfPlan(plan)
  const place = placeOf(plan)
  const known = accountOf(token, cloud)
  const certain = problems(deeds, known, place)
  if (certain.length > 0) return certain
  const questions = questionsFor(deeds, known, place)
  if (questions === undefined) return []
  return problems(deeds, await askAccount(transport, known, questions, signal), place)
}

const problems = (deeds: readonly Deed[], account: Account, place: Place): readonly Diagnosis[] =>
  merged([...deeds.flatMap(deed => may(deed, account, place)), ...licensed(deeds, account)]).filter(
    ({ state }) => state === 'problem',
  )

/** What the claims leave open; undefined where that is nothing. */
function questionsFor(deeds: readonly Deed[], account: Account, place: Place): Questions | undefined {
  const { token, cloud } = account
  const open = new Set(deeds.flatMap(deed => may(deed, account, place)).map(({ topic }) => topic))
  // What a sandbox is licensed for says nothing of a tenant, so rehearsals don't ask.
  const licences =
    token !== undefined &&
    cloud !== undefined &&
    readsLicences(token) &&
    deeds.some(({ action }) => action !== 'delete')
  if (open.size === 0 && !licences) return undefined
  return {
    ...(open.has('roles') ? { catalogRoles: catalogsOf(deeds, place) } : {}),
    ...(open.has('resources') ? { owned: true, directoryRoles: true } : {}),
    servicePlans: licences,
  }
}

const catalogsOf = (deeds: readonly Deed[], { catalogIds }: Place): readonly string[] => [
  ...new Set(deeds.flatMap(({ catalog }) => (catalog === undefined ? [] : (catalogIds.get(catalog) ?? [])))),
]

function placeOf({ steps, ids }: Pick<Plan, 'steps' | 'ids'>): Place {
  const made = steps.filter(({ kind, action }) => kind === 'catalog' && action === 'create')
  const live = steps.flatMap(({ kind, address, liveId }): (readonly [Address, string])[] =>
    kind === 'catalog' && liveId !== undefined ? [[address, liveId]] : [],
  )
  return {
    made: new Set(made.map(({ address }) => address)),
    catalogIds: new Map([...Object.entries(ids), ...live]),
  }
}
