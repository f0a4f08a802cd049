import { type Address, isRef, type Properties, type Ref, type TenantObject, type Value } from '../model/tenant.ts'

/** A declared object whose references to declared objects say the ids and addresses of the live ones. */
export const rebind = (object: TenantObject, lives: ReadonlyMap<Address, TenantObject>): TenantObject => ({
  ...object,
  properties: inValue(object.properties as Value, lives) as Properties,
})

function inValue(value: Value, lives: ReadonlyMap<Address, TenantObject>): Value {
  if (isRef(value)) return inRef(value, lives)
  if (Array.isArray(value)) return (value as readonly Value[]).map(item => inValue(item, lives))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inValue(each, lives)]))
}

function inRef(ref: Ref, lives: ReadonlyMap<Address, TenantObject>): Ref {
  const live = ref.address === undefined ? undefined : lives.get(ref.address)
  return live?.id === undefined ? ref : { ...ref, id: live.id, address: live.address }
}

/** References of an object, wherever they stand. */
export function refsOf(value: Value): readonly Ref[] {
  if (isRef(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(refsOf)
}
