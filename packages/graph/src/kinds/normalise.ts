import type { Json } from '../model/json.ts'
import type { Properties, Value } from '../model/tenant.ts'
import { canonicalDuration, canonicalMoment } from './duration.ts'
import { absentIn, type Fields, isObj, type Shape } from './shape.ts'

/** A value of Graph in the form in which tenants are compared; what the shape doesn't fit stays as it is. */
export function normalise(shape: Shape, value: Json): Value {
  switch (shape.is) {
    case 'text':
      return value === null ? '' : (value as Value)
    case 'duration':
      return typeof value === 'string' ? canonicalDuration(value) : value === null ? (absentIn(shape) ?? null) : value
    case 'moment':
      return typeof value === 'string' ? canonicalMoment(value) : (value as Value)
    case 'ref':
      return typeof value === 'string' && value !== '' ? { $ref: shape.to, name: value, id: value } : (value as Value)
    case 'set':
    case 'list': {
      if (!Array.isArray(value)) return value === null ? [] : (value as Value)
      const items: Value[] = value.map(item => normalise(shape.of, item))
      const rank = shape.is === 'list' ? shape.rank : undefined
      return rank === undefined ? items : items.toSorted((a, b) => rank(a) - rank(b))
    }
    case 'object': {
      if (!isObj(value as Value)) return value as Value
      const known = normaliseFields(shape.fields, value as { readonly [key: string]: Json })
      return shape.isNothing?.(known) === true ? null : known
    }
    default:
      return value === null ? (absentIn(shape) ?? null) : (value as Value)
  }
}

/** The same of every property; those that the shape doesn't list stay as they are. */
export const normaliseFields = (fields: Fields, raw: { readonly [key: string]: Json }): Properties =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const shape = fields[name]
      if (name === '@odata.type' && typeof value === 'string') return [name, `#${value.replace(/^#/, '')}`]
      return [name, shape === undefined ? (value as Value) : normalise(shape, value)]
    }),
  )
