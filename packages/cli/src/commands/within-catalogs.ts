import { catalogsCalled, liesIn, type Plan, partOf, type Tenant } from '@entitle/graph'
import { unusable } from '../refusal.ts'
import { printableText } from '../views/printable.ts'

/**
 * What of a desired tenant must be compared to know how the catalogs of these display names stand. All of it without names.
 * @throws {Refusal} when a name is no declared catalog's.
 */
export const declaredIn = (catalogs: readonly string[], desired: Tenant): Tenant => {
  if (catalogs.length === 0) return desired
  const declared = desired.objects.flatMap(({ kind, name }) => (kind === 'catalog' ? [name] : []))
  const unknown = catalogs.find(name => catalogsCalled(desired, [name]).length === 0)
  if (unknown !== undefined) throw unusable(noSuchCatalog(printableText(unknown), declared.map(printableText)))
  return partOf(desired, catalogsCalled(desired, catalogs))
}

/** What of a plan lies in the catalogs of these display names; findings stay, whatever they are about. All of it without names. */
export const withinCatalogs = (plan: Plan, catalogs: readonly string[], desired: Tenant): Plan => {
  if (catalogs.length === 0) return plan
  const inside = liesIn(catalogsCalled(desired, catalogs))
  const steps = plan.steps.filter(inside)
  const differing = new Set(steps.filter(({ action }) => action !== 'delete').map(({ address }) => address))
  const unchanged = desired.objects.filter(object => inside(object) && !differing.has(object.address)).length
  return { ...plan, steps, unmanaged: plan.unmanaged.filter(inside), unchanged }
}

const noSuchCatalog = (name: string, declared: readonly string[]): string =>
  declared.length === 0
    ? `No catalog is called ${name}: the sources declare none.`
    : `No declared catalog is called ${name}. Declared are: ${declared.join(', ')}.`
