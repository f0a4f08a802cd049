import { parentOf } from '../kinds/em.ts'
import {
  type Address,
  isRef,
  type Properties,
  segmentsOf,
  type Tenant,
  type TenantObject,
  type Value,
} from '../model/tenant.ts'
import type { Step } from './plan.ts'

/** A tenant as it is, and as it will be. */
export interface Outlook {
  readonly before: Tenant
  readonly after: Tenant
}

/**
 * The tenant as it was read, and as it will be once all steps have taken effect. What is declared has its declared address in both, also
 * where it lives under a former name. What was read only to be written back is left out.
 * @param addresses live addresses by declared ones
 */
export const outlook = (
  live: Tenant,
  steps: readonly Step[],
  addresses: ReadonlyMap<Address, Address> = new Map(),
): Outlook => {
  const before = readdressed(live, addresses)
  const after = new Map(before.objects.map(object => [object.address, object]))
  for (const step of steps.filter(({ action }) => action === 'delete'))
    for (const address of [...after.keys()])
      if (address === step.address || address.startsWith(`${step.address}/`)) after.delete(address)
  for (const step of steps.filter(({ action }) => action !== 'delete'))
    after.set(step.address, changed(after.get(step.address) ?? unwritten(step), step))
  return { before, after: { objects: [...after.values()] } }
}

const unwritten = ({ kind, address }: Step): TenantObject => {
  const parent = parentOf(address)
  return {
    kind,
    address,
    ...(parent === '' ? {} : { parent }),
    name: segmentsOf(address).at(-1)?.name ?? '',
    properties: {},
  }
}

const changed = (object: TenantObject, { changes }: Step): TenantObject => ({
  ...object,
  properties: changes.reduce<Properties>(
    (properties, { path, after }) => put(properties, path.split('/'), after) as Properties,
    object.properties,
  ),
})

/** A value with another one at a path; undefined takes away what is there. */
const put = (value: Value | undefined, [step, ...rest]: readonly string[], given: Value | undefined): Value => {
  if (step === undefined) return given ?? null
  if (Array.isArray(value))
    return (value as readonly Value[]).map((item, place) => (place === Number(step) ? put(item, rest, given) : item))
  const { [step]: inside, ...others } = isHolder(value) ? value : {}
  return rest.length === 0 && given === undefined ? others : { ...others, [step]: put(inside, rest, given) }
}

const isHolder = (value: Value | undefined): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRef(value)

const readdressed = ({ objects }: Tenant, addresses: ReadonlyMap<Address, Address>): Tenant => {
  const declared = new Map([...addresses].map(([declared, live]) => [live, declared]))
  const now = new Map<Address, Address>()
  for (const { address, parent } of objects) {
    const own = parent === undefined ? address : `${now.get(parent) ?? parent}${address.slice(parent.length)}`
    now.set(address, declared.get(address) ?? own)
  }
  const pointed = (value: Value): Value => {
    if (isRef(value))
      return value.address === undefined ? value : { ...value, address: now.get(value.address) ?? value.address }
    if (Array.isArray(value)) return (value as readonly Value[]).map(pointed)
    return isHolder(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, pointed(each)]))
      : value
  }
  return {
    objects: objects.map(object => ({
      ...object,
      ...(object.raw === undefined ? {} : { raw: {} }),
      address: now.get(object.address) ?? object.address,
      ...(object.parent === undefined ? {} : { parent: now.get(object.parent) ?? object.parent }),
      properties: pointed(object.properties) as Properties,
    })),
  }
}
