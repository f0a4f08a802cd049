import { parentOf } from '../kinds/em.ts'
import { type Address, isRef, type KindName, type Tenant, type TenantObject, type Value } from '../model/tenant.ts'
import type { Made } from '../plan/made.ts'
import type { Step } from '../plan/plan.ts'
import { type Effect, links } from './effects.ts'

/** What Entitle never deletes. */
const lasting = new Set<KindName>(['catalog', 'connected-organization', 'access-review'])
export const stays = ({ kind }: Pick<Step, 'kind'>): boolean => lasting.has(kind)

type InPlace = (address: Address) => TenantObject | undefined

/** What of what was made undoing takes away again, less what goes with what it lies in. */
export function taken(created: readonly Effect[], before: Tenant, inPlace: InPlace): readonly Made[] {
  const addresses = new Set(created.flatMap(({ step, id }) => (stays(step) || id === undefined ? [] : [step.address])))
  return created.flatMap((effect): Made[] => {
    const { step, id } = effect
    const { kind, address } = step
    if (id === undefined || stays(step) || isSoleOwner(effect, before, inPlace)) return []
    if (kind === 'assignment') {
      const person = personIn(step)
      return person === undefined ? [] : [{ kind, address, id, person }]
    }
    if (addresses.has(parentOf(address))) return []
    if (!links.has(kind)) return [{ kind, address, id }]
    const parent = inPlace(parentOf(address))?.address
    const relation = declared(step, 'relation')
    return parent === undefined
      ? []
      : [{ kind, address, id, parent, ...(typeof relation === 'string' ? { relation } : {}) }]
  })
}

/** The id of the person whose assignment a step makes; undefined for somebody who was invited. */
export const personIn = (step: Step): string | undefined => {
  const target = declared(step, 'target')
  return isRef(target) ? target.id : undefined
}

const declared = ({ changes }: Step, name: string): Value | undefined =>
  changes.find(({ path }) => path === name)?.after

const isOwner = ({ step }: Effect) => step.kind === 'catalog-role' && declared(step, 'role') === 'Catalog owner'

const ownersOf = ({ step }: Effect, { objects }: Tenant, inPlace: InPlace): readonly TenantObject[] => {
  const catalog = inPlace(step.lane)?.address
  return objects.filter(
    ({ kind, parent, properties }) =>
      kind === 'catalog-role' && parent === catalog && properties.role === 'Catalog owner',
  )
}

/** Whether the catalog had no owner before: it keeps one, so that nobody is locked out. */
export const isSoleOwner = (effect: Effect, before: Tenant, inPlace: InPlace): boolean =>
  isOwner(effect) && ownersOf(effect, before, inPlace).length === 0

/** The owners that catalogs had before others were made owners. */
export const ownersBeside = (created: readonly Effect[], before: Tenant, inPlace: InPlace): readonly TenantObject[] =>
  created.filter(isOwner).flatMap(effect => ownersOf(effect, before, inPlace))
