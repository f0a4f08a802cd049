import { type Address, type Plan, segmentsOf, type Tenant } from '@entitle/graph'
import { exitCodes } from '../exit-codes.ts'
import { Refusal } from '../refusal.ts'

/**
 * What of a plan lies in the catalogs of these display names; findings stay, whatever they are about. All of it without names.
 * @throws {Refusal} when a name is no declared catalog's.
 */
export const withinCatalogs = (plan: Plan, names: readonly string[], desired: Tenant): Plan => {
  if (names.length === 0) return plan
  const declared = desired.objects.flatMap(({ kind, address }) =>
    kind === 'catalog' ? [catalogOf(address) ?? ''] : [],
  )
  const unknown = names.find(name => !declared.some(each => alike(each, name)))
  if (unknown !== undefined) throw new Refusal(noSuchCatalog(unknown, declared), exitCodes.usage)
  const inside = ({ address }: { readonly address: Address }) =>
    names.some(name => alike(catalogOf(address) ?? '', name))
  const steps = plan.steps.filter(inside)
  const differing = new Set(steps.filter(({ action }) => action !== 'delete').map(({ address }) => address))
  const unchanged = desired.objects.filter(object => inside(object) && !differing.has(object.address)).length
  return { ...plan, steps, unmanaged: plan.unmanaged.filter(inside), unchanged }
}

const noSuchCatalog = (name: string, declared: readonly string[]): string =>
  declared.length === 0
    ? `No catalog is called ${name}: the sources declare none.`
    : `No declared catalog is called ${name}. Declared are: ${declared.join(', ')}.`

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const catalogOf = (address: Address): string | undefined => {
  const [first] = segmentsOf(address)
  return first?.kind === 'catalog' ? first.name : undefined
}
