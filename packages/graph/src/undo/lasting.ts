import type { Json } from '../model/json.ts'
import { type Address, isRef, type KindName, segmentsOf, type Tenant, type TenantObject } from '../model/tenant.ts'
import type { Made } from '../plan/made.ts'
import { isAutomatic } from '../plan/moves.ts'
import type { Effect } from './effects.ts'
import { hasSecret } from './secrets.ts'
import { personIn, stays } from './taken.ts'
import type { Lasting } from './undo.ts'

interface LastingInput {
  readonly done: readonly Effect[]
  readonly gone: readonly TenantObject[]
  readonly before: Tenant
  readonly made: readonly Made[]
}

/** What a deployment did that undoing it doesn't take back, or not wholly. */
export function lastingOf({ done, gone, before, made }: LastingInput): readonly Lasting[] {
  const taken = new Set(made.map(({ address }) => address))
  const goesWith = (address: Address) => [...taken].some(each => address.startsWith(`${each}/`))
  const created = done.filter(({ step }) => step.action === 'create' && !taken.has(step.address))
  return [
    // Access goes with nothing: it keeps what it is held through.
    ...created.flatMap(effect =>
      effect.step.kind !== 'assignment' && goesWith(effect.step.address) ? [] : keptOf(effect),
    ),
    ...gone.flatMap(object => {
      const what = canBeGivenAgain(object, before) ? lossOf(object) : notGivenAgain(object)
      return what === undefined ? [] : [{ kind: object.kind, address: object.address, what }]
    }),
    ...done.flatMap(({ step: { kind, address, action }, before: live }) =>
      action === 'update' && hasSecret(live?.raw as Json | undefined) ? [{ kind, address, what: secret(live) }] : [],
    ),
  ]
}

const keptOf = ({ step, id }: Effect): readonly Lasting[] => {
  const { kind, address } = step
  const it = nameOf(address)
  if (id === undefined)
    return [
      {
        kind,
        address,
        what: `${it} may have been made: its id is not known, so it stays. Look whether it is there, and delete it in the Microsoft Entra admin center.`,
      },
    ]
  if (stays(step))
    return [
      {
        kind,
        address,
        what: `${it} stays, because Entitle never deletes ${plurals[kind] ?? 'it'}. Delete it in the Microsoft Entra admin center.`,
      },
    ]
  if (kind === 'assignment' && personIn(step) === undefined)
    return [
      {
        kind,
        address,
        what: `${it} was invited as a guest and stays in the directory with that access. End it in the Microsoft Entra admin center.`,
      },
    ]
  if (kind === 'catalog-role')
    return [{ kind, address, what: `${it} stays, because the catalog had no owner before and keeps one.` }]
  return []
}

const plurals: { readonly [kind in KindName]?: string } = {
  catalog: 'catalogs',
  'connected-organization': 'organizations',
  'access-review': 'reviews outside packages',
}

const lossOf = (object: TenantObject): string | undefined => {
  const it = nameOf(object.address)
  if (object.kind === 'access-package')
    return `${it} is made again with a new id: links that people have to it no longer lead to it, and its requests and reviews of the past stay lost.`
  if (object.kind === 'assignment-policy')
    return `${it} is made again with a new id: what people had asked for through it stays lost, and its reviews begin anew.`
  return hasSecret(object.raw as Json | undefined) ? secret(object) : undefined
}

const secret = (object: TenantObject | undefined): string =>
  `${object?.name ?? 'It'} held an address with a key in it, which is not kept in a file. Set it anew in the Microsoft Entra admin center.`

const notGivenAgain = (object: TenantObject): string =>
  hasPerson(object)
    ? `${object.name} had access by the rule of a policy: Graph gives it again where that rule still holds.`
    : `${object.name} is not in the directory, so that nobody can be given the access again. Assign it anew.`

/** Whether something that was deleted, or ended, can be made or asked for again. */
export const canBeGivenAgain = (object: TenantObject, before: Tenant): boolean =>
  object.kind !== 'assignment' || (hasPerson(object) && !isAutomatic(before, object.parent))

const hasPerson = ({ properties: { target } }: TenantObject): boolean =>
  isRef(target) && target.id !== undefined && target.id !== ''

const nameOf = (address: Address): string => segmentsOf(address).at(-1)?.name ?? address
